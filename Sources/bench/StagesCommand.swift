import ArgumentParser
import Foundation
import Knowledge
import LanguageUnderstanding
import PowerDomain
import TextAnalysis

/// Time of each stage for a line, one thread.
struct StagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stages", abstract: "CPU time of each stage of understanding a line.")
    @OptionGroup var checkout: Checkout

    func run() throws {
        let base = try checkout.knowledge(), classifier = base.classifier, lines = checkout.lines()
        print(
            "\(lines.count) lines, mean \(lines.reduce(0) { $0 + $1.unicodeScalars.count } / max(1, lines.count)) characters; \(Machine.description)"
        )
        var text = FoldedText(), patterns = PatternSet.Workspace(), scoring = classifier.ngrams.makeWorkspace()
        var extractor = FeatureExtractor(views: classifier.ngrams.model.header.views, lexicon: classifier.ngrams.lexicon)
        report("fold", lines) { text.assign($0) }
        report("fold + patterns", lines) {
            text.assign($0); _ = classifier.rules.set.hits(in: text, &patterns)
        }
        report("fold + features", lines) {
            text.assign($0); extractor.extract(text)
        }
        report("fold + n-grams", lines) {
            text.assign($0); _ = classifier.ngrams.score(text, &scoring)
        }
        var work = classifier.makeWorkspace()
        let plain = IntentClassifier.Request(today: CalendarDay(daysSince1970: 20_000), wantsEntities: false)
        report("fold + patterns + n-grams + decision", lines) { _ = classifier.understand($0, plain, &work) }
        let full = IntentClassifier.Request(today: CalendarDay(daysSince1970: 20_000))
        report("all of it, with entities", lines) { _ = classifier.understand($0, full, &work) }
        let count = lines.reduce(0) { sum, line in
            text.assign(line)
            _ = classifier.rules.set.hits(in: text, &patterns)
            return sum + patterns.triedPatterns
        }
        print(
            "patterns tried a line: \(formatted(Double(count) / Double(lines.count))) of \(classifier.rules.rules.count); automaton \(classifier.rules.set.automaton)"
        )
    }

    private func report(_ name: String, _ lines: [String], _ body: (String) -> Void) {
        let times = Latency.measure(lines, body)
        print(
            "\(name): median \(formatted(quantile(times, 0.5), 2)) µs, p99 \(formatted(quantile(times, 0.99), 2)) µs, mean \(formatted(times.reduce(0, +) / Double(times.count), 2)) µs"
        )
    }
}

/// Microseconds for each text: the best of five rounds, so that other work on the machine does not count.
enum Latency {
    static func measure(_ lines: [String], _ body: (String) -> Void) -> [Double] {
        var best = [Double](repeating: .infinity, count: lines.count)
        for _ in 0..<6 {
            for (index, line) in lines.enumerated() {
                let start = nanoseconds()
                body(line)
                best[index] = min(best[index], Double(nanoseconds() - start) / 1000)
            }
        }
        return best
    }
}
