import ArgumentParser
import Foundation
import JSONText
import Knowledge
import LanguageUnderstanding
import TextAnalysis

/// Peers trained on the same `intents/` and scored on the same lines in the same run.
struct PeerComparison {
    private let checkout: Checkout
    private let base: KnowledgeBase

    init(_ checkout: Checkout, _ base: KnowledgeBase) {
        self.checkout = checkout
        self.base = base
    }

    struct Result {
        var fastTextAccuracy: Double?
        var fastTextMicroseconds: Double?
        var scikitAccuracy: Double?
        var scikitInScopeOnly: Double?
        var notes: [String] = []
    }

    /// Nil if there is nothing to compare with: no Python named, or no validation lines.
    func run() throws -> Result? {
        guard let python = Outside.python, Outside.validation != nil else { return nil }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("powerhall-peers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let train = folder.appendingPathComponent("train.tsv"), test = folder.appendingPathComponent("test.tsv")
        let samples = IntentTraining(KnowledgeSource(checkout.folders)).samples
        try write(samples.map { ($0.label, $0.text) }, to: train)
        try write(ValidationLines(base).single, to: test)
        let run = try ChildRun.run("/usr/bin/env", [python, "Sources/bench/Peers/peers.py", train.path, test.path], input: Data())
        guard run.status == 0, let document = try? JSONReader.read(Array(run.output)[...]) else { return nil }
        var result = Result()
        for name in ["fasttext", "scikit_learn"] {
            if let missing = document.value[name]?["missing"]?.string { result.notes.append("\(name): \(missing)") }
        }
        result.fastTextAccuracy = document.value["fasttext"]?["accuracy"]?.double
        result.fastTextMicroseconds = document.value["fasttext"]?["microseconds"]?.double
        result.scikitAccuracy = document.value["scikit_learn"]?["accuracy"]?.double
        result.scikitInScopeOnly = document.value["scikit_learn"]?["accuracy_in_scope_only"]?.double
        return result
    }

    private func write(_ lines: [(String, String)], to url: URL) throws {
        let text = lines.map { "\($0.0)\t\(FoldedText($0.1).string)\n" }.joined()
        try Data(text.utf8).write(to: url)
    }
}

/// Lines of the validation set whose labels the model knows.
struct ValidationLines {
    let single: [(String, String)]

    init(_ base: KnowledgeBase) {
        let known = Set(base.classifier.ngrams.labels + [IntentClassifier.outOfScope])
        let text = Outside.validation.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) } ?? ""
        single = text.split(separator: "\n").dropFirst().compactMap { row in
            let fields = row.split(separator: "\t").map(String.init)
            guard let label = fields.first, let sentence = fields.last, known.contains(label) else { return nil }
            return (label, sentence)
        }
    }
}

/// Scores on the validation lines, and the lead over the peers.
struct ValidationRows {
    private let checkout: Checkout
    private let peers: PeerComparison.Result?

    init(_ checkout: Checkout, _ peers: PeerComparison.Result?) throws {
        self.checkout = checkout
        self.peers = peers
    }

    func rows() throws -> [Row] {
        guard let path = Outside.validation else {
            return [Row(what: "validation lines", bar: "", measured: "skipped: POWERHALL_VALIDATION is not set", holds: nil)]
        }
        let labels = FileManager.default.temporaryDirectory.appendingPathComponent("powerhall-labels-\(UUID().uuidString)")
        let served = KnowledgeSource(checkout.folders).served.map(\.id) + [IntentClassifier.outOfScope]
        try Data((served.joined(separator: "\n") + "\n").utf8).write(to: labels)
        defer { try? FileManager.default.removeItem(at: labels) }
        let run = try ChildRun.run(checkout.program, ["evaluate", "--json", "--labels", labels.path, path], input: Data())
        guard run.status == 0, let report = try? JSONReader.read(Array(run.output)[...]).value else {
            throw ValidationError("`powerhall evaluate` ended with \(run.status)")
        }
        let accuracy = report["accuracy"]?.double ?? 0, decided = report["accuracy_decided"]?.double ?? 0
        let top3 = report["top3"]?.double ?? 0, recall = report["oos"]?["recall_at_5_percent"]?.double ?? 0
        var rows = [
            Row(
                what: "validation lines of these intents and oos: accuracy / decided / top 3 / recall at 5 %", bar: "≥ 84 / 80 / 95 / 72 %",
                measured: [accuracy, decided, top3, recall].map { formatted($0 * 100) }.joined(separator: " / ") + " %",
                holds: accuracy >= 0.84 && decided >= 0.80 && top3 >= 0.95 && recall >= 0.72)
        ]
        rows += peerRows(accuracy)
        return rows
    }

    private func peerRows(_ accuracy: Double) -> [Row] {
        guard let peers else {
            return [Row(what: "peers on the same lines", bar: "", measured: "skipped: POWERHALL_PEERS is not set", holds: nil)]
        }
        var rows = peers.notes.map { Row(what: "peer missing", bar: "", measured: $0, holds: nil) }
        if let fastText = peers.fastTextAccuracy {
            let lead = 100 * (accuracy - fastText)
            rows.append(
                Row(
                    what: "lead over fastText", bar: "≥ 8 points", measured: "\(formatted(lead)) (it has \(formatted(fastText * 100)) %)",
                    holds: lead >= 8))
        }
        if let scikit = peers.scikitAccuracy {
            let lead = 100 * (accuracy - scikit)
            let only = peers.scikitInScopeOnly.map { ", \(formatted($0 * 100)) % if it may not answer oos" } ?? ""
            rows.append(
                Row(
                    what: "lead over TF-IDF characters 1–3 + LinearSVC", bar: "≥ 2 points",
                    measured: "\(formatted(lead)) (it has \(formatted(scikit * 100)) %\(only))", holds: lead >= 2))
        }
        return rows
    }
}
