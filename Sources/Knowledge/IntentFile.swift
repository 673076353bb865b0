package import Dialogue
internal import Foundation
package import PowerDomain
internal import Yams

/// An intent as its file describes it.
package struct IntentSource: Sendable {
    /// A sentence that is trained on.
    package struct Example: Hashable, Sendable {
        package let text: String
        /// `zh-Hans`, `yue`, `zh-Hant`, `en` or `mixed`.
        package let language: String
        package let author: String
        package let line: Int
    }

    /// A sentence that is never trained on, with the intent that it must have.
    package struct Test: Hashable, Sendable {
        package let text: String
        package let intent: String
        package let line: Int
    }

    package struct PatternSource: Hashable, Sendable {
        package let text: String
        package let line: Int
    }

    package var path: String
    package var id: String
    package var title: String
    package var type: String
    package var office: [String]
    /// False: the intent is known but not handled yet; a customer is told the way on.
    package var isServed: Bool
    package var titles: [Language: String] = [:]
    package var patterns: [PatternSource] = []
    package var replies: [Language: String] = [:]
    package var byRegion: [Region: [Language: String]] = [:]
    package var quickReplies: [Language: [String]] = [:]
    package var tests: [Test] = []
    package var examples: [Example] = []
    /// Kinds of what is out of scope; only in `oos`.
    package var kinds: [Kind] = []
    /// The guided conversation, where there is one.
    package var flow: Flow?

    /// A kind of what is no business of ours.
    package struct Kind: Sendable {
        package let name: String
        package let patterns: [PatternSource]
        package let replies: [Language: String]
        package let examples: [Example]
    }
}

/// Reads one file under `intents/<domain>/`.
struct IntentFile {
    private static let keys: Set<String> = [
        "intent", "title", "titles", "type", "office", "frequency", "status", "slots", "patterns", "replies", "by_region",
        "quick_replies", "tests", "examples", "kinds", "flow",
    ]
    private static let types: Set<String> = ["faq", "query", "transaction", "lead", "handoff", "dialog"]
    static let languages = ["zh-Hans", "yue", "zh-Hant", "en", "mixed"]

    let file: YAMLFile

    /// Nil if what every intent needs is missing; findings say what.
    func read(expectedID: String) -> IntentSource? {
        let root = file.root
        file.expectKeys(root, Self.keys, in: "an intent")
        guard let id = file.string(root, "intent"), let title = file.string(root, "title"), let type = file.string(root, "type")
        else { return nil }
        if id != expectedID { file.report("the intent is called '\(id)', its path says '\(expectedID)'", at: root["intent"]) }
        if !Self.types.contains(type) {
            file.report("unknown type '\(type)'; known are \(Self.types.sorted().joined(separator: ", "))", at: root["type"])
        }
        var source = IntentSource(
            path: file.path, id: id, title: title, type: type, office: file.strings(root, "office").map(\.text), isServed: true)
        if let status = file.string(root, "status", required: false) {
            if status != "referred" { file.report("unknown status '\(status)'; the only one is 'referred'", at: root["status"]) }
            source.isServed = false
        }
        source.titles = texts(root, "titles")
        source.patterns = patterns(root)
        source.replies = texts(root, "replies")
        source.byRegion = regions(root)
        source.quickReplies = choices(root)
        source.tests = tests(root, id)
        source.examples = examples(root)
        source.kinds = kinds(root)
        source.flow = root["flow"] == nil ? nil : FlowFile(file: file, offices: source.office).read(root, id: id)
        return source
    }

    private func texts(_ parent: Node.Mapping, _ key: String) -> [Language: String] {
        guard let mapping = file.mapping(parent, key) else { return [:] }
        var texts: [Language: String] = [:]
        for (name, node) in mapping {
            guard let language = name.string.flatMap(Language.init(rawValue:)), let text = node.scalar?.string else {
                file.report("'\(key)' wants a text for each of zh-Hans, yue, zh-Hant, en", at: name)
                continue
            }
            texts[language] = text
        }
        return texts
    }

    private func patterns(_ parent: Node.Mapping) -> [IntentSource.PatternSource] {
        file.strings(parent, "patterns").map { IntentSource.PatternSource(text: $0.text, line: file.line($0.node)) }
    }

    private func regions(_ root: Node.Mapping) -> [Region: [Language: String]] {
        guard let mapping = file.mapping(root, "by_region") else { return [:] }
        var regions: [Region: [Language: String]] = [:]
        for (name, _) in mapping {
            guard let key = name.string, let region = Region(rawValue: key) else {
                file.report("unknown region; known are \(Region.allCases.map(\.rawValue).joined(separator: ", "))", at: name)
                continue
            }
            regions[region] = texts(mapping, key)
        }
        return regions
    }

    private func choices(_ root: Node.Mapping) -> [Language: [String]] {
        guard let mapping = file.mapping(root, "quick_replies") else { return [:] }
        var choices: [Language: [String]] = [:]
        for language in Language.allCases {
            let texts = file.strings(mapping, language.rawValue).map(\.text)
            if !texts.isEmpty { choices[language] = texts }
        }
        return choices
    }

    private func tests(_ root: Node.Mapping, _ id: String) -> [IntentSource.Test] {
        guard let mapping = file.mapping(root, "tests") else { return [] }
        file.expectKeys(mapping, ["is", "is_not"], in: "tests")
        var tests = file.strings(mapping, "is").map { IntentSource.Test(text: $0.text, intent: id, line: file.line($0.node)) }
        for (text, intent) in file.mapping(mapping, "is_not") ?? Node.Mapping([]) {
            guard let text = text.scalar?.string, let intent = intent.scalar?.string else { continue }
            tests.append(IntentSource.Test(text: text, intent: intent, line: file.line(mapping["is_not"])))
        }
        return tests
    }

    private func examples(_ parent: Node.Mapping) -> [IntentSource.Example] {
        guard let mapping = file.mapping(parent, "examples") else { return [] }
        file.expectKeys(mapping, Set(Self.languages), in: "examples")
        return Self.languages.flatMap { language in
            file.strings(mapping, language).map { text, node in
                let line = file.line(node)
                return IntentSource.Example(
                    text: Self.withoutSlotMarks(text), language: language, author: file.author(atLine: line), line: line)
            }
        }
    }

    private func kinds(_ root: Node.Mapping) -> [IntentSource.Kind] {
        guard let mapping = file.mapping(root, "kinds") else { return [] }
        return mapping.compactMap { name, node in
            guard let name = name.string, let kind = node.mapping else { return nil }
            file.expectKeys(kind, ["patterns", "replies", "examples"], in: "the kind \(name)")
            return IntentSource.Kind(
                name: name, patterns: patterns(kind), replies: texts(kind, "replies"), examples: examples(kind))
        }
    }

    /// `[福田区](address)整条街` → `福田区整条街`.
    static func withoutSlotMarks(_ text: String) -> String {
        guard text.contains("](") else { return text }
        var result = "", rest = text[...]
        while let open = rest.firstIndex(of: "["), let middle = rest[open...].range(of: "]("),
            let close = rest[middle.upperBound...].firstIndex(of: ")")
        {
            result += rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
