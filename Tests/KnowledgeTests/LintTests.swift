import Foundation
import Knowledge
import Testing
import TestSupport

@Suite("Lint names what is wrong")
struct LintTests {
    /// A change to one file of the checkout's data, and a part of the finding that it must bring.
    struct Fault: Sendable, CustomTestStringConvertible {
        let file: String
        let from: String
        let to: String
        let finding: String
        var testDescription: String { finding }
    }

    static let faults = [
        Fault(
            file: "intents/outage/report.yaml", from: "intent: outage.report", to: "intent: outage.other",
            finding: "its path says 'outage.report'"),
        Fault(file: "intents/outage/report.yaml", from: "type: transaction", to: "type: wish", finding: "unknown type 'wish'"),
        Fault(file: "intents/outage/report.yaml", from: "office:", to: "ofice:", finding: "unknown key 'ofice'"),
        Fault(file: "intents/outage/report.yaml", from: "  yue: |-", to: "  fr: |-", finding: "wants a text for each of"),
        Fault(
            file: "intents/outage/report.yaml", from: "{national.repair_arrival.urban}", to: "{national.repair_arrival.moon}",
            finding: "no figure 'national.repair_arrival.moon'"),
        Fault(
            file: "intents/outage/report.yaml", from: "{national.repair_arrival.urban}", to: "45 分钟",
            finding: "the number 45 stands in the text"),
        Fault(
            file: "intents/outage/report.yaml", from: "tests:\n  is:\n", to: "tests:\n  is:\n    - 'x'\n  was:\n    - ",
            finding: "unknown key 'was'"),
        Fault(file: "intents/outage/report.yaml", from: "patterns:\n", to: "patterns:\n  - '停电(了'\n", finding: "has no ')'"),
        Fault(
            file: "intents/outage/report.yaml", from: "patterns:\n", to: "patterns:\n  - '\\b停电了'\n", finding: "\\b beside a Han character"),
        Fault(
            file: "intents/outage/report.yaml", from: "patterns:\n", to: "patterns:\n  - 'Power cut'\n",
            finding: "capital letters never match"),
        Fault(file: "intents/outage/report.yaml", from: "patterns:\n", to: "patterns:\n  - '.{3}'\n", finding: "no text that must occur"),
        Fault(file: "intents/outage/report.yaml", from: "patterns:\n", to: "patterns:\n  - '电费'\n", finding: "examples of other intents"),
        Fault(file: "intents/outage/report.yaml", from: "patterns:\n", to: "patterns:\n  - '(?:电+费?)+缴纳日'\n", finding: "runs away"),
        Fault(
            file: "intents/lexicon.yaml", from: "", to: "\nplanted_a: [凭空捏造词]\nplanted_b: [凭空捏造词]\n",
            finding: "stands in planted_b and in planted_a"),
        Fault(file: "intents/topics.yaml", from: "offers: [meter.verify", to: "offers: [meter.verified", finding: "which is not served"),
        Fault(file: "models/safety.yaml", from: "reviewed: 2026-11-24", to: "reviewed: soon", finding: "reviewed must be a day"),
        Fault(
            file: "models/tariffs/guangzhou.yaml", from: "confidence: high", to: "confidence: certain", finding: "none of high, medium, low"
        ),
        Fault(
            file: "models/tariffs/guangzhou.yaml", from: "valid_from: '2019-07-01'", to: "valid_from: '2019-13-01'",
            finding: "valid_from must be a day"),
        Fault(file: "intents/replies/en.yaml", from: "  opening: |-", to: "  openning: |-", finding: "no text for 'opening'"),
        Fault(file: "intents/oos.yaml", from: "intent: oos\n", to: "intent: oos\n\tx: 1\n", finding: "not readable as YAML"),
    ]

    @Test("a planted fault is found", arguments: faults)
    func faultIsFound(fault: Fault) throws {
        try Scratch.use { folder in
            let folders = try Self.copy(to: folder)
            let path = folder + "/" + fault.file
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let end = text.endIndex..<text.endIndex
            let range = try #require(fault.from.isEmpty ? end : text.range(of: fault.from), "the file no longer holds '\(fault.from)'")
            try text.replacingCharacters(in: range, with: fault.to).write(toFile: path, atomically: true, encoding: .utf8)
            var lint = Lint(KnowledgeSource(folders))
            let findings = lint.run()
            #expect(findings.contains { $0.message.contains(fault.finding) && $0.file == fault.file }, "\(findings.prefix(3))")
        }
    }

    @Test("the same sentence in two intents, or in examples and tests, is found")
    func repeatedSentencesAreFound() throws {
        try Scratch.use { folder in
            let folders = try Self.copy(to: folder)
            let report = try #require(Checkout.source.intents.first { $0.id == "outage.report" })
            let example = try #require(report.examples.first).text, test = try #require(report.tests.first).text
            let path = folder + "/intents/meter/fault.yaml"
            var text = try String(contentsOfFile: path, encoding: .utf8)
            text += "    - '\(example)'\n    - '\(test)'\n"
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            var lint = Lint(KnowledgeSource(folders))
            let messages = lint.run().map(\.message)
            #expect(messages.contains { $0.contains("stands also as") && $0.contains(example) })
            #expect(messages.contains { $0.contains("is trained on at") && $0.contains(test) })
        }
    }

    private static func copy(to folder: String) throws -> KnowledgeFolders {
        let manager = FileManager.default
        try manager.copyItem(atPath: Checkout.root + "/intents", toPath: folder + "/intents")
        try manager.createDirectory(atPath: folder + "/models", withIntermediateDirectories: true)
        for name in ["safety.yaml", "regions.yaml", "thresholds.yaml", "tariffs"] {
            try manager.copyItem(atPath: Checkout.root + "/models/" + name, toPath: folder + "/models/" + name)
        }
        return KnowledgeFolders(intents: folder + "/intents", models: folder + "/models")
    }
}
