internal import Dialogue
internal import LanguageUnderstanding
internal import PowerDomain
internal import TextAnalysis

/// Checks the data as a whole: what each file says was checked when it was read.
package struct Lint {
    let data: KnowledgeSource
    private var source: KnowledgeSource { data }
    private var findings: [Finding]

    package init(_ source: KnowledgeSource) {
        data = source
        findings = source.findings
    }

    /// All findings, by file and line.
    package mutating func run() -> [Finding] {
        checkReplies()
        checkWording()
        checkSafety()
        checkExamples()
        checkTests()
        checkPatterns()
        checkFlows()
        return findings.sorted { ($0.file, $0.line, $0.message) < ($1.file, $1.line, $1.message) }
    }

    private mutating func add(_ file: String, _ line: Int, _ message: String, _ severity: Finding.Severity = .error) {
        findings.append(Finding(file, line, message, severity: severity))
    }

    mutating func report(_ file: String, _ line: Int, _ message: String) { add(file, line, message) }

    // MARK: Replies

    /// Most lines of a reply in a terminal.
    private static let replyLines = 8
    /// Numbers that a reply may hold as they are: hotlines, the length of an account number, list marks.
    private static let plainNumbers: Set<String> = ["95598", "12398", "12315", "12345", "110", "119", "120", "16"]

    private mutating func checkReplies() {
        let figures = Self.figureReferences(source)
        for intent in source.served {
            requireAll(intent.titles, "titles", intent.path)
            checkReply(intent.replies, "replies", intent.path, figures)
            for (region, texts) in intent.byRegion { checkReply(texts, "by_region \(region.rawValue)", intent.path, figures) }
        }
        for intent in source.intents where intent.id == IntentClassifier.outOfScope {
            if intent.kinds.isEmpty { add(intent.path, 1, "oos needs 'kinds' with their replies") }
            if !intent.kinds.contains(where: { $0.name == "general" }) { add(intent.path, 1, "oos needs the kind 'general'") }
            for kind in intent.kinds { checkReply(kind.replies, "the kind \(kind.name)", intent.path, figures) }
        }
    }

    mutating func requireAll(_ texts: [Language: String], _ place: String, _ path: String) {
        for language in Language.allCases where texts[language]?.isEmpty ?? true {
            add(path, 1, "\(place): no text in \(language.rawValue)")
        }
    }

    private mutating func checkReply(_ texts: [Language: String], _ place: String, _ path: String, _ figures: Set<String>) {
        requireAll(texts, place, path)
        for (language, text) in texts {
            let at = "\(place) (\(language.rawValue))"
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
            if lines > Self.replyLines { add(path, 1, "\(at): \(lines) lines; at most \(Self.replyLines)") }
            if text.contains("!!") || text.contains("！！") { add(path, 1, "\(at): exclamation marks in a row") }
            var rest = text[...], bare = ""
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                bare += rest[..<open] + " "
                let reference = rest[rest.index(after: open)..<close].split(separator: "|").first.map(String.init) ?? ""
                if !figures.contains(reference) { add(path, 1, "\(at): no figure '\(reference)' in models/tariffs") }
                rest = rest[rest.index(after: close)...]
            }
            checkNumbers(bare + rest, at, path)
        }
    }

    /// A figure belongs into models/tariffs with its date and source.
    private mutating func checkNumbers(_ text: String, _ place: String, _ path: String) {
        for line in text.split(separator: "\n") {
            let numbers = line.split { !("0"..."9").contains($0) }
            for number in numbers where !Self.plainNumbers.contains(String(number)) {
                if number.count == 1, line.drop(while: { $0 == " " }).hasPrefix(number) { continue }
                add(path, 1, "\(place): the number \(number) stands in the text; name a figure of models/tariffs by reference")
            }
        }
    }

    private static func figureReferences(_ source: KnowledgeSource) -> Set<String> {
        Set(
            source.tariffs.flatMap { tariff in
                tariff.blocks.flatMap { block in block.figures.map { "\(tariff.region).\(block.topic).\($0.name)" } }
            })
    }

    // MARK: Wording, units, safety

    private mutating func checkWording() {
        for language in Language.allCases {
            let file = "intents/replies/\(language.rawValue).yaml"
            let shared = source.wording[language] ?? [:]
            for key in ReplyBook.Key.allCases where (shared[key.rawValue] ?? "").isEmpty {
                add(file, 1, "no text for '\(key.rawValue)'")
            }
            for key in shared.keys.sorted() where ReplyBook.Key(rawValue: key) == nil { add(file, 1, "nobody asks for '\(key)'") }
            let units = Set(source.tariffs.flatMap { $0.blocks.flatMap { $0.figures.map(\.unit) } })
            for unit in units.sorted() where source.units[language]?[unit]?.contains("{value}") != true {
                add(file, 1, "the unit '\(unit)' has no form with {value}")
            }
        }
    }

    private mutating func checkSafety() {
        let file = "models/safety.yaml"
        for name in ["fire", "outdoor", "water", "smell", "shock"] where !source.safety.cases.contains(where: { $0.name == name }) {
            add(file, 1, "the case '\(name)' is missing")
        }
        for item in source.safety.cases + source.safety.firstWords { requireAll(item.words, "case \(item.name)", file) }
        if source.safety.rules.isEmpty { add(file, 1, "there is no safety pattern") }
    }

    // MARK: Examples and tests

    private static let least = (examples: 60, zhHans: 30, yue: 8, en: 10, authors: 6, outOfScope: 500)

    private mutating func checkExamples() {
        var owners: [String: (intent: String, file: String, line: Int)] = [:]
        for intent in source.intents {
            let examples = intent.examples + intent.kinds.flatMap(\.examples)
            for example in examples {
                let key = FoldedText(example.text).string
                if key.isEmpty { add(intent.path, example.line, "'\(example.text)' is empty after folding", .warning); continue }
                if let other = owners[key] {
                    let same = other.intent == intent.id
                    add(
                        intent.path, example.line,
                        "'\(example.text)' stands \(same ? "again" : "also as \(other.intent)") at \(other.file):\(other.line)")
                } else {
                    owners[key] = (intent.id, intent.path, example.line)
                }
            }
            checkCounts(intent, examples)
        }
        for intent in source.intents {
            for test in intent.tests {
                if let example = owners[FoldedText(test.text).string] {
                    add(intent.path, test.line, "the test '\(test.text)' is trained on at \(example.file):\(example.line)")
                }
            }
        }
    }

    private mutating func checkCounts(_ intent: IntentSource, _ examples: [IntentSource.Example]) {
        guard intent.isServed else { return }
        if intent.id == IntentClassifier.outOfScope {
            if examples.count < Self.least.outOfScope {
                add(intent.path, 1, "\(examples.count) examples; at least \(Self.least.outOfScope)")
            }
            return
        }
        let counts = Dictionary(grouping: examples, by: \.language).mapValues(\.count)
        for (name, least) in [("zh-Hans", Self.least.zhHans), ("yue", Self.least.yue), ("en", Self.least.en)]
        where counts[name] ?? 0 < least {
            add(intent.path, 1, "\(counts[name] ?? 0) examples in \(name); at least \(least)")
        }
        if examples.count < Self.least.examples { add(intent.path, 1, "\(examples.count) examples; at least \(Self.least.examples)") }
        let authors = Set(examples.map(\.author)).subtracting([""]).count
        if authors < Self.least.authors {
            add(intent.path, 1, "examples by \(authors) authors (comments '# by NAME'); at least \(Self.least.authors)")
        }
    }

    private mutating func checkTests() {
        let served = Set(source.served.map(\.id))
        for topic in source.topics {
            for offer in topic.offers where !served.contains(offer) {
                add("intents/topics.yaml", topic.line, "the topic '\(topic.name)' offers '\(offer)', which is not served")
            }
        }
        let known = Set(source.intents.map(\.id))
        for intent in source.intents {
            if intent.isServed, intent.tests.isEmpty { add(intent.path, 1, "no tests (is, is_not)") }
            for test in intent.tests where !known.contains(test.intent) {
                add(intent.path, test.line, "the test '\(test.text)' names the unknown intent '\(test.intent)'")
            }
        }
    }
}
