import PowerDomain
import Testing
import TextAnalysis

@testable import LanguageUnderstanding

@Suite("Examples of the entity recognizers")
struct EntityExampleTests {
    static let examples: [EntityExample] = EntityRecognizers.all.flatMap { $0.examples }
    private let finder = EntityFinder()

    @Test("every example finds its value, and only where it should", arguments: examples)
    func example(_ example: EntityExample) throws {
        let today = try #require(CalendarDay(year: 2026, month: 11, day: 24))
        let text = FoldedText(example.text)
        let found = finder.find(in: text, today: today).filter { $0.kind == example.kind }
        guard let value = example.value else {
            #expect(found.isEmpty, "found \(found) in \(example.text)")
            return
        }
        let match = found.first { $0.value == value }
        #expect(match != nil, "no \(value) in \(example.text), but \(finder.find(in: text, today: today))")
        if let written = example.written, let match {
            #expect(original(example.text, text.sourceRange(ofScalars: match.range)) == written)
        }
    }

    @Test("each recognizer has a dozen examples, four of them of what it does not find")
    func enoughExamples() {
        for recognizer in EntityRecognizers.all {
            #expect(recognizer.examples.count >= 12, "\(recognizer)")
            #expect(recognizer.examples.count { $0.value == nil } >= 4, "\(recognizer)")
        }
    }

    private func original(_ text: String, _ range: Range<Int>) -> String {
        let scalars = Array(text.unicodeScalars)[range]
        return String(String.UnicodeScalarView(scalars))
    }
}
