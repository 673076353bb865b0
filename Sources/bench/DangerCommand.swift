import ArgumentParser
import Foundation
import Knowledge
import LanguageUnderstanding
import PowerDomain

/// How many lines about danger get the safety words, and how many others do.
struct DangerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "danger", abstract: "Counts who gets the safety words in TSV files (label first, text last).")
    @OptionGroup var checkout: Checkout
    @Argument(help: "TSV files.") var files: [String]
    @Flag(help: "Print the lines that were judged wrongly.") var verbose = false

    func run() throws {
        let base = try checkout.knowledge()
        let tally = try DangerTally(base.classifier, files: files)
        print(tally.summary)
        if verbose { for line in tally.wrong { print(line) } }
    }
}

/// The count behind it.
struct DangerTally {
    private(set) var dangers = 0
    private(set) var warned = 0
    private(set) var others = 0
    private(set) var falseAlarms = 0
    private(set) var wrong: [String] = []

    init(_ classifier: IntentClassifier, files: [String]) throws {
        var work = classifier.makeWorkspace()
        let request = IntentClassifier.Request(today: CalendarDay(daysSince1970: 20_000), wantsEntities: false)
        for file in files {
            for row in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
                let fields = row.split(separator: "\t").map(String.init)
                guard fields.count >= 2, fields[0] != "label" else { continue }
                let labels = fields[0].split(separator: "+").map(String.init)
                let isDanger = labels.contains(IntentClassifier.electricShock) || labels.contains(IntentClassifier.hazardReport)
                let text = fields[fields.count - 1], understanding = classifier.understand(text, request, &work)
                let isWarned = understanding.danger != nil
                if isDanger { dangers += 1; warned += isWarned ? 1 : 0 } else { others += 1; falseAlarms += isWarned ? 1 : 0 }
                if isDanger != isWarned {
                    let because = understanding.evidence
                    wrong.append(
                        "\(fields[0])\t\(understanding.intent)\t\(formatted(Double(understanding.confidence), 2))\tin \(formatted(Double(because.inScope), 2))\tdetector \(formatted(Double(because.dangerScore), 2))/\(formatted(Double(because.dangerThreshold), 2))\t\(because.rule ?? "-")\t\(text)"
                    )
                }
            }
        }
    }

    var summary: String {
        "safety words: \(warned) of \(dangers) dangers, \(falseAlarms) of \(others) others (\(formatted(100 * Double(falseAlarms) / Double(max(1, others)), 2)) %)"
    }
}
