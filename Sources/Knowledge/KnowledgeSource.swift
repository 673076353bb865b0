internal import Dialogue
internal import Foundation
internal import LanguageUnderstanding
package import PowerDomain
package import TextAnalysis

/// Everything that `intents/` and `models/` hold, as read from their YAML, with what is wrong in it.
package struct KnowledgeSource: Sendable {
    package var intents: [IntentSource] = []
    package var lexicon: [ConceptLexicon.Entry] = []
    package var wording: [Language: [String: String]] = [:]
    package var units: [Language: [String: String]] = [:]
    package var signals: [SignalSource] = []
    package var topics: [TopicSource] = []
    package var negations: [IntentSource.PatternSource] = []
    package var safety = SafetySource()
    package var tariffs: [TariffSource] = []
    package var regionOfCity: [String: Region] = [:]
    package var prefixes: [(prefix: String, region: Region)] = []
    package var slots: [SlotSource] = []
    package var flowWording: [Language: [String: String]] = [:]
    package var orderLimits = OrderLimits()
    package var findings: [Finding] = []
    /// Fingerprint of all files read.
    package var fingerprint = ""

    /// Patterns of something that a message shows besides.
    package struct SignalSource: Sendable {
        package let name: String
        package let patterns: [IntentSource.PatternSource]
    }

    /// A topic that needs a question back, from `intents/topics.yaml`.
    package struct TopicSource: Sendable {
        package let name: String
        package let patterns: [IntentSource.PatternSource]
        package let offers: [String]
        package let line: Int
    }

    /// What `models/safety.yaml` holds.
    package struct SafetySource: Sendable {
        package struct Case: Sendable {
            package let name: String
            package let cues: [IntentSource.PatternSource]
            package let words: [Language: String]
        }
        package struct Rule: Sendable {
            package let intent: String
            package let isCertain: Bool
            package let patterns: [IntentSource.PatternSource]
        }
        package var cases: [Case] = []
        /// Words that come first although the message is no report of danger: a ventilator in an outage, a lift.
        package var firstWords: [Case] = []
        package var rules: [Rule] = []
    }

    /// Reads the two folders; never fails, what cannot be read is a finding.
    package init(_ folders: KnowledgeFolders) {
        let reader = KnowledgeReader(folders)
        reader.read(into: &self)
        findings = reader.findings.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        fingerprint = folders.fingerprint()
    }

    /// The intents that are handled here, `oos` aside.
    package var served: [IntentSource] { intents.filter { $0.isServed && $0.id != IntentClassifier.outOfScope } }
}

/// Where the data lie: `intents/` and `models/` of a checkout, or of an installation.
package struct KnowledgeFolders: Hashable, Sendable {
    package let intents: String
    package let models: String

    package init(intents: String, models: String) {
        self.intents = intents
        self.models = models
    }

    /// The YAML files that knowledge is compiled from, by path below their folder, in ascending order.
    package func files() -> [(name: String, path: String)] {
        func yaml(_ folder: String, _ prefix: String, skipping skipped: Set<String> = []) -> [(name: String, path: String)] {
            guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
            var files: [(name: String, path: String)] = []
            while let name = walk.nextObject() as? String {
                if skipped.contains(name) { walk.skipDescendants(); continue }
                if name.hasSuffix(".yaml") { files.append((prefix + name, folder + "/" + name)) }
            }
            return files
        }
        return (yaml(intents, "intents/") + yaml(models, "models/", skipping: ["trained", "documents", "papers.yaml", "pretrained.yaml"]))
            .sorted {
                $0.name < $1.name
            }
    }

    /// Changes whenever a file changes, comes or goes. 16 hexadecimal digits.
    package func fingerprint() -> String {
        var hash = DataFingerprint()
        // Another layout or other settings make another model of the same data.
        hash.add(Array("format \(CompiledKnowledge.format) \(IntentTraining.plan.summary)".utf8))
        for file in files() {
            hash.add(Array(file.name.utf8))
            hash.add(FileManager.default.contents(atPath: file.path) ?? Data())
        }
        return hash.digits
    }
}
