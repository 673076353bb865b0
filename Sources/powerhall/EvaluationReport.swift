import Foundation
import JSONText
import TextAnalysis

/// What `evaluate` prints.
struct EvaluationReport {
    let scorecard: Scorecard
    let seconds: Double

    /// One object with what CONTRACT §1 names.
    var json: JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("lines", JSONValue(scorecard.lines)), ("skipped", JSONValue(scorecard.skipped)),
            ("accuracy", number(scorecard.accuracy)), ("top3", number(scorecard.top3)), ("macro_f1", number(scorecard.macroF1)),
            ("accuracy_decided", number(scorecard.accuracyDecided)), ("clarified", number(scorecard.clarified)),
        ]
        if let oos = scorecard.outOfScope {
            members.append(
                (
                    "oos",
                    [
                        "lines": JSONValue(oos.lines), "auroc": number(oos.auroc), "recall": number(oos.recall),
                        "false_rejects": number(oos.falseRejects), "recall_at_5_percent": number(oos.recallAt5Percent),
                    ]
                ))
        }
        if let multi = scorecard.multi {
            members.append(("multi", ["lines": JSONValue(multi.lines), "exact": number(multi.exact), "any": number(multi.any)]))
        }
        members += [
            ("by_language", parts(scorecard.byLanguage)), ("by_style", parts(scorecard.byStyle)),
            ("calibration_error", number(scorecard.calibrationError)), ("seconds", number(seconds)),
        ]
        return .object(JSONObject(members))
    }

    private func number(_ value: Double) -> JSONValue { JSONValue((value * 10_000).rounded() / 10_000) }

    private func parts(_ parts: [String: Scorecard.Part]) -> JSONValue {
        .object(
            JSONObject(
                parts.sorted { $0.key < $1.key }.map {
                    (
                        $0.key,
                        [
                            "lines": JSONValue($0.value.lines), "accuracy": number($0.value.accuracy),
                            "accuracy_decided": number($0.value.accuracyDecided),
                        ]
                    )
                }))
    }

    /// The same for people, with the pairs of intents that are taken for each other most.
    var table: String {
        func percent(_ share: Double) -> String { String(format: "%5.1f %%", share * 100) }
        var lines = [
            "lines \(scorecard.lines), skipped \(scorecard.skipped), \(String(format: "%.2f", seconds)) s",
            "accuracy            \(percent(scorecard.accuracy))", "top 3               \(percent(scorecard.top3))",
            "macro F1            \(percent(scorecard.macroF1))", "after the decision  \(percent(scorecard.accuracyDecided))",
            "asked back          \(percent(scorecard.clarified))", "calibration error   \(percent(scorecard.calibrationError))",
        ]
        if let oos = scorecard.outOfScope {
            lines.append(
                "out of scope: \(oos.lines) lines, AUROC \(percent(oos.auroc)), recall \(percent(oos.recall)) at \(percent(oos.falseRejects)) false rejects, \(percent(oos.recallAt5Percent)) at 5 %"
            )
        }
        if let multi = scorecard.multi {
            lines.append("several requests: \(multi.lines) lines, all found \(percent(multi.exact)), any \(percent(multi.any))")
        }
        for (name, parts) in [("language", scorecard.byLanguage), ("style", scorecard.byStyle)] {
            for (key, part) in parts.sorted(by: { $0.key < $1.key }) {
                lines.append("  \(name) \(key): \(part.lines) lines, \(percent(part.accuracy))")
            }
        }
        let confusions = scorecard.confusions.sorted { ($1.value, $0.key.truth, $0.key.guess) < ($0.value, $1.key.truth, $1.key.guess) }
        if !confusions.isEmpty { lines.append("most confused (true → taken for):") }
        for (pair, count) in confusions.prefix(12) { lines.append("  \(count)  \(pair.truth) → \(pair.guess)") }
        return lines.joined(separator: "\n")
    }
}

/// The confusion matrix as a picture: a row for each true intent, darker where more lines fall.
struct ConfusionPlot {
    private let scorecard: Scorecard

    init(_ scorecard: Scorecard) { self.scorecard = scorecard }

    var svg: String {
        let labels = Set(scorecard.byLabel.keys).union(scorecard.confusions.keys.map(\.guess)).sorted()
        let index = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
        let cell = 12, left = 210, top = 210, size = labels.count * cell
        var items = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(left + size + 20)\" height=\"\(top + size + 20)\" font-family=\"sans-serif\" font-size=\"9\">",
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
        ]
        for (position, label) in labels.enumerated() {
            let middle = position * cell + cell - 3
            items.append("<text x=\"\(left - 6)\" y=\"\(top + middle)\" text-anchor=\"end\">\(escape(label))</text>")
            items.append("<text transform=\"translate(\(left + middle),\(top - 6)) rotate(-90)\">\(escape(label))</text>")
            items.append(
                "<rect x=\"\(left)\" y=\"\(top + position * cell)\" width=\"\(size)\" height=\"\(cell)\" fill=\"none\" stroke=\"#eee\"/>")
        }
        func draw(_ truth: String, _ guess: String, _ count: Int, _ total: Int) {
            guard let row = index[truth], let column = index[guess], count > 0 else { return }
            let share = Double(count) / Double(max(1, total))
            let colour = truth == guess ? "31,119,180" : "214,39,40"
            items.append(
                "<rect x=\"\(left + column * cell)\" y=\"\(top + row * cell)\" width=\"\(cell)\" height=\"\(cell)\" fill=\"rgba(\(colour),\(max(0.15, share)))\"><title>\(escape(truth)) → \(escape(guess)): \(count) of \(total)</title></rect>"
            )
        }
        for (label, score) in scorecard.byLabel { draw(label, label, Int((score.recall * Double(score.lines)).rounded()), score.lines) }
        for (pair, count) in scorecard.confusions { draw(pair.truth, pair.guess, count, scorecard.byLabel[pair.truth]?.lines ?? 0) }
        items.append("</svg>")
        return items.joined(separator: "\n") + "\n"
    }

    private func escape(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
    }
}
