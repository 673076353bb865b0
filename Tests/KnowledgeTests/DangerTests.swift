import Knowledge
import LanguageUnderstanding
import PowerDomain
import Testing
import TestSupport

@Suite("Danger before all else")
struct DangerTests {
    /// 200 lines by two authors who have seen neither the training data nor the patterns.
    private static let reports: [(label: String, text: String)] = {
        let file = Checkout.files(in: "Sets").first { $0.name == "danger.tsv" }
        return (file?.text ?? "").split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t").map(String.init)
            return fields.count == 4 ? (fields[0], fields[3]) : nil
        }
    }()

    @Test("reports of danger get the safety words, none a bare question or a refusal")
    func reportsGetTheWords() throws {
        let classifier = try Checkout.base().classifier
        var work = classifier.makeWorkspace(), missed: [String] = []
        let request = IntentClassifier.Request(today: try #require(CalendarDay("2026-11-24")))
        #expect(Self.reports.count == 200)
        for report in Self.reports where classifier.understand(report.text, request, &work).danger == nil {
            if !KnownFailures.sentences.contains(report.text) { missed.append(report.text) }
        }
        #expect(missed == [])
    }

    @Test("at most one in a hundred other test sentences gets the safety words")
    func othersDoNot() throws {
        let classifier = try Checkout.base().classifier
        var work = classifier.makeWorkspace(), alarms: [String] = [], count = 0
        let request = IntentClassifier.Request(today: try #require(CalendarDay("2026-11-24")))
        let dangers: Set = [IntentClassifier.electricShock, IntentClassifier.hazardReport]
        for test in Checkout.source.intents.flatMap(\.tests) where !dangers.contains(test.intent) {
            count += 1
            if classifier.understand(test.text, request, &work).danger != nil { alarms.append(test.text) }
        }
        #expect(count > 500)
        #expect(Double(alarms.count) <= 0.01 * Double(count), "\(alarms)")
    }
}
