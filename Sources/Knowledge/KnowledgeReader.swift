internal import Foundation
internal import LanguageUnderstanding
internal import PowerDomain
internal import TextAnalysis
internal import Yams

/// Reads each file by what it is, told by its place.
final class KnowledgeReader {
    private let folders: KnowledgeFolders
    private(set) var findings: [Finding] = []

    init(_ folders: KnowledgeFolders) { self.folders = folders }

    func read(into source: inout KnowledgeSource) {
        let files = folders.files()
        if !files.contains(where: { $0.name.hasPrefix("intents/") }) {
            findings.append(Finding("intents", 0, "no intent found in \(folders.intents); name the folder with --intents"))
        }
        for (name, path) in files {
            guard let file = open(name, path) else { continue }
            read(file, name, into: &source)
            findings += file.findings
        }
    }

    private func open(_ name: String, _ path: String) -> YAMLFile? {
        guard let data = FileManager.default.contents(atPath: path) else {
            findings.append(Finding(name, 0, "cannot be read"))
            return nil
        }
        guard let text = String(data: data, encoding: .utf8) else {
            findings.append(Finding(name, 0, "is not UTF-8"))
            return nil
        }
        var problem: Finding?
        let file = YAMLFile(text, path: name, problem: &problem)
        if let problem { findings.append(problem) }
        return file
    }

    private func read(_ file: YAMLFile, _ name: String, into source: inout KnowledgeSource) {
        let parts = name.dropLast(".yaml".count).split(separator: "/").map(String.init)
        switch (parts[0], Array(parts.dropFirst())) {
        case ("intents", ["lexicon"]): readLexicon(file, &source)
        case ("intents", ["signals"]): readSignals(file, &source)
        case ("intents", ["topics"]): readTopics(file, &source)
        case ("intents", ["known_failures"]), ("models", ["thresholds"]): break
        case ("intents", let path) where path.first == "replies" && path.last?.hasPrefix("flow.") == true:
            readFlowWording(file, String((path.last ?? "").dropFirst("flow.".count)), &source)
        case ("intents", let path) where path.first == "entities":
            if let slot = SlotFile(file: file).read(expectedName: path.last ?? "") { source.slots.append(slot) }
        case ("models", ["commitments"]):
            source.orderLimits = CommitmentFile(file: file).read().map { OrderLimits($0.rules) } ?? OrderLimits()
        case ("intents", let path) where path.first == "replies": readWording(file, path.last ?? "", &source)
        case ("intents", let path):
            if let intent = IntentFile(file: file).read(expectedID: path.joined(separator: ".")) { source.intents.append(intent) }
        case ("models", ["safety"]): readSafety(file, &source)
        case ("models", ["regions"]): readRegions(file, &source)
        case ("models", let path) where path.first == "tariffs":
            if let tariff = TariffFile(file: file).read(expectedRegion: path.last ?? "") { source.tariffs.append(tariff) }
        default: file.report("no reader for a file at this place")
        }
    }

    private func readLexicon(_ file: YAMLFile, _ source: inout KnowledgeSource) {
        var owner: [String: String] = [:]
        for (name, node) in file.root {
            guard let concept = name.string, let terms = node.sequence else {
                file.report("a concept wants a list of terms", at: name)
                continue
            }
            var texts: [String] = []
            for term in terms {
                guard let text = term.scalar?.string else { continue }
                let folded = FoldedText(text).string
                if let other = owner[folded], other != concept {
                    file.report("'\(text)' stands in \(concept) and in \(other)", at: term)
                }
                owner[folded] = concept
                texts.append(text)
            }
            source.lexicon.append(ConceptLexicon.Entry(concept: concept, terms: texts))
        }
    }

    private func readWording(_ file: YAMLFile, _ name: String, _ source: inout KnowledgeSource) {
        file.expectKeys(file.root, ["language", "shared", "units"], in: "a wording file")
        guard let language = Language(rawValue: name) else { file.report("the file is named after no language"); return }
        for (key, text) in texts(file, "shared") {
            if source.wording[language]?[key] != nil { file.report("the wording '\(key)' stands in two files") }
            source.wording[language, default: [:]][key] = text
        }
        if file.root["units"] != nil { source.units[language] = texts(file, "units") }
    }

    /// Shared wording of the flows: one flat file for each language.
    private func readFlowWording(_ file: YAMLFile, _ name: String, _ source: inout KnowledgeSource) {
        guard let language = Language(rawValue: name) else { file.report("the file is named after no language"); return }
        for (key, node) in file.root {
            if let key = key.scalar?.string, let text = node.scalar?.string { source.flowWording[language, default: [:]][key] = text }
        }
    }

    private func texts(_ file: YAMLFile, _ key: String) -> [String: String] {
        var texts: [String: String] = [:]
        for (name, node) in file.mapping(file.root, key, required: true) ?? Node.Mapping([]) {
            if let name = name.scalar?.string, let text = node.scalar?.string { texts[name] = text }
        }
        return texts
    }

    private func patterns(_ file: YAMLFile, _ parent: Node.Mapping, _ key: String) -> [IntentSource.PatternSource] {
        file.strings(parent, key).map { IntentSource.PatternSource(text: $0.text, line: file.line($0.node)) }
    }

    private func readSignals(_ file: YAMLFile, _ source: inout KnowledgeSource) {
        file.expectKeys(file.root, ["signals", "negations"], in: "the signals")
        guard let signals = file.mapping(file.root, "signals", required: true) else { return }
        source.signals = signals.keys.compactMap(\.string).map {
            KnowledgeSource.SignalSource(name: $0, patterns: patterns(file, signals, $0))
        }
        source.negations = patterns(file, file.root, "negations")
    }

    private func readTopics(_ file: YAMLFile, _ source: inout KnowledgeSource) {
        file.expectKeys(file.root, ["topics"], in: "the topics")
        for (name, node) in file.mapping(file.root, "topics", required: true) ?? Node.Mapping([]) {
            guard let name = name.string, let topic = node.mapping else {
                file.report("a topic wants patterns and offers", at: name); continue
            }
            file.expectKeys(topic, ["patterns", "offers"], in: "the topic \(name)")
            source.topics.append(
                KnowledgeSource.TopicSource(
                    name: name, patterns: patterns(file, topic, "patterns"), offers: file.strings(topic, "offers").map(\.text),
                    line: file.line(node)))
        }
    }

    private func readSafety(_ file: YAMLFile, _ source: inout KnowledgeSource) {
        file.expectKeys(
            file.root, ["owner", "reviewed", "confidence", "cases", "first_words", "certain", "doubtful"], in: "the safety words")
        if let reviewed = file.string(file.root, "reviewed"), CalendarDay(reviewed) == nil {
            file.report("reviewed must be a day", at: file.root["reviewed"])
        }
        _ = file.string(file.root, "owner")
        source.safety.cases = safetyCases(file, "cases")
        source.safety.firstWords = safetyCases(file, "first_words")
        for (key, isCertain) in [("certain", true), ("doubtful", false)] {
            for node in file.root[key]?.sequence ?? Node.Sequence([]) {
                guard let mapping = node.mapping, let intent = file.string(mapping, "intent") else { continue }
                source.safety.rules.append(.init(intent: intent, isCertain: isCertain, patterns: patterns(file, mapping, "patterns")))
            }
        }
    }

    private func safetyCases(_ file: YAMLFile, _ key: String) -> [KnowledgeSource.SafetySource.Case] {
        (file.mapping(file.root, key, required: true) ?? Node.Mapping([])).compactMap { name, node in
            guard let name = name.string, let mapping = node.mapping else { return nil }
            var words: [Language: String] = [:]
            for (key, text) in file.mapping(mapping, "words", required: true) ?? Node.Mapping([]) {
                if let language = key.string.flatMap(Language.init(rawValue:)) { words[language] = text.scalar?.string }
            }
            return .init(name: name, cues: patterns(file, mapping, "cues"), words: words)
        }
    }

    private func readRegions(_ file: YAMLFile, _ source: inout KnowledgeSource) {
        file.expectKeys(file.root, ["cities", "prefixes"], in: "the regions")
        let cities = file.mapping(file.root, "cities", required: true) ?? Node.Mapping([])
        for key in cities.keys {
            guard let region = key.string.flatMap(Region.init(rawValue:)) else { file.report("unknown region", at: key); continue }
            for (city, _) in file.strings(cities, region.rawValue) { source.regionOfCity[city] = region }
        }
        for (prefix, node) in file.mapping(file.root, "prefixes") ?? Node.Mapping([]) {
            guard let digits = prefix.scalar?.string, let region = node.string.flatMap(Region.init(rawValue:)) else {
                file.report("a prefix wants a known region", at: prefix)
                continue
            }
            source.prefixes.append((digits, region))
        }
    }
}
