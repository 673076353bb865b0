import ArgumentParser
import Foundation
import Knowledge
import LanguageUnderstanding
import PowerDomain
import TextAnalysis

/// The whole table of bars.
struct AllCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "all", abstract: "Measures every bar and prints the table.")
    @OptionGroup var checkout: Checkout
    @Flag(help: "Papers and pictures only.") var papers = false

    func run() throws {
        if papers {
            print("powerhall bench, \(Machine.description)\n")
            print(Row.table(try DocumentRows().rows() + PictureRows().rows()))
            return
        }
        let base = try checkout.knowledge(), lines = checkout.lines()
        print("powerhall bench, model \(base.version), \(Machine.description)\n")
        var rows: [Row] = []
        let peers = try PeerComparison(checkout, base).run()
        rows += LatencyRows(base.classifier, lines, fastText: peers?.fastTextMicroseconds).rows()
        rows += try ProcessRows(checkout, lines).rows()
        rows += try trainingRows()
        rows += try PublicSets(checkout).rows()
        rows += try ValidationRows(checkout, peers).rows()
        rows += try dangerRows(base)
        let hostile = try Hostile(count: 100_000).run(checkout.program)
        rows.append(
            Row(
                what: "hostile lines", bar: "one answer each, clean stdout, exit 0, memory bounded", measured: hostile.measured,
                holds: hostile.holds))
        rows += try DocumentRows().rows()
        rows += try PictureRows().rows()
        print(Row.table(rows))
    }

    private func trainingRows() throws -> [Row] {
        let training = IntentTraining(KnowledgeSource(checkout.folders)), start = nanoseconds()
        let first = training.run(), seconds = Double(nanoseconds() - start) / 1e9
        let isEqual = training.run().weights == first.weights
        return [
            Row(
                what: "training the whole of intents/", bar: "≤ 10 s, byte-equal twice",
                measured: "\(formatted(seconds)) s, \(isEqual ? "equal" : "different")", holds: seconds <= 10 && isEqual)
        ]
    }

    private func dangerRows(_ base: KnowledgeBase) throws -> [Row] {
        let fresh = try DangerTally(base.classifier, files: ["Tests/Sets/danger.tsv"])
        var rows = [
            Row(
                what: "danger, 200 lines by fresh authors", bar: "all get the safety words",
                measured: "\(fresh.warned) of \(fresh.dangers)",
                holds: fresh.warned == fresh.dangers)
        ]
        if let path = Outside.validation {
            let tally = try DangerTally(base.classifier, files: [path])
            rows.append(
                Row(
                    what: "danger, validation lines", bar: "all, ≤ 1 % of the others",
                    measured:
                        "\(tally.warned) of \(tally.dangers), \(formatted(100 * Double(tally.falseAlarms) / Double(max(1, tally.others)), 2)) % of \(tally.others) others",
                    holds: tally.warned == tally.dangers && Double(tally.falseAlarms) <= 0.01 * Double(tally.others)))
        }
        return rows
    }
}

/// Time of one line in process.
struct LatencyRows {
    let classifier: IntentClassifier
    let lines: [String]
    let fastText: Double?

    init(_ classifier: IntentClassifier, _ lines: [String], fastText: Double?) {
        self.classifier = classifier
        self.lines = lines
        self.fastText = fastText
    }

    func rows() -> [Row] {
        var work = classifier.makeWorkspace()
        let request = IntentClassifier.Request(today: CalendarDay(daysSince1970: 20_000), wantsEntities: false)
        let times = Latency.measure(lines) { _ = classifier.understand($0, request, &work) }
        let median = quantile(times, 0.5), mean = times.reduce(0, +) / Double(times.count)
        let characters = lines.reduce(0) { $0 + $1.unicodeScalars.count } / max(1, lines.count)
        var rows = [
            Row(
                what: "fold + patterns + n-grams + decision, \(lines.count) lines of \(characters) characters on average",
                bar: "median ≤ 5 µs",
                measured: "median \(formatted(median, 2)) µs, mean \(formatted(mean, 2)) µs, p99 \(formatted(quantile(times, 0.99), 2)) µs",
                holds: median <= 5)
        ]
        if let fastText {
            rows.append(
                Row(
                    what: "the same against fastText", bar: "≤ 1/4 of its time",
                    measured: "\(formatted(mean, 2)) µs to \(formatted(fastText, 2)) µs: 1/\(formatted(fastText / mean))",
                    holds: mean * 4 <= fastText))
        }
        var random = FixedSequence(seed: 3)
        func nonsense(_ count: Int) -> String {
            String(
                String.UnicodeScalarView((0..<count).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &random)) })
            )
        }
        let short = Latency.measure((0..<500).map { _ in nonsense(40) }) { _ = classifier.understand($0, request, &work) }
        let long = Latency.measure((0..<50).map { _ in nonsense(4000) }) { _ = classifier.understand($0, request, &work) }
        rows.append(
            Row(
                what: "refused line of 40 / 4,000 characters, p99", bar: "≤ 100 µs / ≤ 2,000 µs",
                measured: "\(formatted(quantile(short, 0.99))) µs / \(formatted(quantile(long, 0.99))) µs",
                holds: quantile(short, 0.99) <= 100 && quantile(long, 0.99) <= 2000))
        return rows
    }
}

/// The program from outside: throughput, start, memory.
struct ProcessRows {
    private let checkout: Checkout
    private let lines: [String]

    init(_ checkout: Checkout, _ lines: [String]) throws {
        self.checkout = checkout
        self.lines = lines
    }

    func rows() throws -> [Row] {
        [try filter(), try server(), try start()]
    }

    /// Lines until a run takes about a second, so that the start does not count.
    private var many: [String] { (0..<max(1, 150_000 / max(1, lines.count))).flatMap { _ in lines } }

    private func filter() throws -> Row {
        let many = many, input = Data((many.joined(separator: "\n") + "\n").utf8)
        let empty = try ChildRun.run(checkout.program, ["classify"], input: Data("x\n".utf8))
        let run = try ChildRun.run(checkout.program, ["classify"], input: input)
        let rate = Double(many.count) / (run.seconds - empty.seconds)
        return Row(
            what: "`classify` filter, one core", bar: "≥ 150,000 lines/s",
            measured: "\(Int(rate)) lines/s, \(run.lines.count) of \(many.count) answered",
            holds: rate >= 150_000 && run.lines.count == many.count)
    }

    private func server() throws -> Row {
        let many = many
        var input = Data()
        for (number, line) in many.enumerated() {
            let quoted = line.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
            input.append(
                Data("{\"jsonrpc\":\"2.0\",\"id\":\(number),\"method\":\"intent.classify\",\"params\":{\"text\":\"\(quoted)\"}}\n".utf8))
        }
        let empty = try ChildRun.run(checkout.program, ["serve"], input: Data("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n".utf8))
        let run = try ChildRun.run(checkout.program, ["serve"], input: input)
        let rate = Double(many.count) / (run.seconds - empty.seconds)
        return Row(
            what: "`intent.classify` over pipes, pipelined", bar: "≥ 60,000 requests/s",
            measured: "\(Int(rate)) requests/s, \(run.lines.count) of \(many.count) answered",
            holds: rate >= 60_000 && run.lines.count == many.count)
    }

    private func start() throws -> Row {
        // A shell starts the program twenty times: starting a child from here costs tens of milliseconds of its own.
        let line = FileManager.default.temporaryDirectory.appendingPathComponent("powerhall-line-\(UUID().uuidString)")
        try Data("我家没电了\n".utf8).write(to: line)
        defer { try? FileManager.default.removeItem(at: line) }
        let peak = try ChildRun.run(checkout.program, ["chat"], input: Data("我家没电了\n".utf8)).peakKilobytes
        func shell(_ command: String) throws -> Double {
            let loop = "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do \(command); done"
            return try ChildRun.run("/bin/sh", ["-c", loop], input: Data()).seconds
        }
        let none = try shell(":")
        let times = try (0..<3).map { _ in (try shell("'\(checkout.program)' chat < '\(line.path)' > /dev/null") - none) * 1000 / 20 }
        let folder = ModelFolder(models: checkout.folders.models, name: "intents")
        let size =
            ((try? FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(folder.active() ?? "")/\(ModelFolder.weightsFile)"))?[
                .size] as? Int) ?? 0
        let median = quantile(times, 0.5)
        return Row(
            what: "start to first answer, resident memory, model", bar: "≤ 40 ms, ≤ 64 MB, ≤ 4 MB",
            measured: "\(formatted(median)) ms, \(formatted(Double(peak) / 1024)) MB, \(formatted(Double(size) / 1e6)) MB",
            holds: median <= 40 && peak <= 64 * 1024 && size <= 4_000_000)
    }
}
