internal import Dispatch
internal import Foundation
internal import JSONText
package import LanguageUnderstanding
internal import TextAnalysis

/// One utterance a line in, exactly one JSON object a line out, in order: a pure filter that uses all cores.
package struct ClassifyFilter: ~Copyable {
    private let workers: [LineClassifier]
    private var splitter: LineSplitter
    private var line = 0

    package init(
        _ classifier: IntentClassifier, request: IntentClassifier.Request, shape: UnderstandingShape, explains: Bool,
        maximumLine: Int, workers: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        self.workers = (0..<max(1, workers)).map { _ in
            LineClassifier(classifier, request: request, shape: shape, explains: explains)
        }
        splitter = LineSplitter(limit: maximumLine)
    }

    /// Answers what a block of input completes: the pieces of the output, in order.
    package mutating func answer(_ block: [UInt8]) -> [[UInt8]] {
        splitter.push(block)
        return drain(isEnd: false)
    }

    /// Answers what is left at the end of the input.
    package mutating func finish() -> [[UInt8]] {
        splitter.finish()
        return drain(isEnd: true)
    }

    /// Fewer lines than this are not worth waking another core.
    private static let smallestShare = 32

    private mutating func drain(isEnd: Bool) -> [[UInt8]] {
        var events: [LineEvent] = []
        while let event = splitter.next() { events.append(event) }
        let count = max(1, min(workers.count, events.count / Self.smallestShare))
        let size = (events.count + count - 1) / count, first = line
        let shares = (0..<count).map { events[min($0 * size, events.count)..<min(($0 + 1) * size, events.count)] }
        let starts = shares.map { $0.startIndex == 0 ? first : events[$0.startIndex - 1].number }
        if let last = events.last { line = last.number }
        let workers = workers
        if count == 1 {
            workers[0].answer(shares[0], after: starts[0])
        } else {
            DispatchQueue.concurrentPerform(iterations: count) { workers[$0].answer(shares[$0], after: starts[$0]) }
        }
        if isEnd { workers[count - 1].reportBlanks(after: line, upTo: splitter.lineCount + 1) }
        return workers[..<count].map(\.bytes)
    }
}

/// Classifies runs of lines, one after another, with memory of its own.
private final class LineClassifier: @unchecked Sendable {
    // @unchecked: a filter gives each to one thread at a time.
    private let classifier: IntentClassifier
    private let request: IntentClassifier.Request
    private let shape: UnderstandingShape
    private let explains: Bool
    private var work: IntentClassifier.Workspace
    private var writer = JSONWriter(capacity: 1 << 20)

    init(_ classifier: IntentClassifier, request: IntentClassifier.Request, shape: UnderstandingShape, explains: Bool) {
        self.classifier = classifier
        self.request = request
        self.shape = shape
        self.explains = explains
        work = classifier.makeWorkspace()
    }

    /// What the last run was answered with.
    var bytes: [UInt8] { writer.bytes }

    /// Answers `events`, the first of which stands somewhere after line `line`.
    func answer(_ events: ArraySlice<LineEvent>, after line: Int) {
        writer.reset()
        var last = line
        for event in events {
            reportBlanks(after: last, upTo: event.number)
            last = event.number
            switch event {
            case .line(let bytes, _): classify(bytes, event.number)
            case .tooLong(let length, _, _): report("the line has \(length) bytes, too many to read", event.number)
            }
        }
    }

    /// The splitter leaves blank lines out; each of them gets its object too.
    func reportBlanks(after line: Int, upTo end: Int) {
        for number in line + 1..<max(line + 1, end) { report("the line is blank", number) }
    }

    private func report(_ message: String, _ line: Int) {
        writer.beginObject()
        writer.key("error")
        writer.beginObject()
        writer.key("code")
        writer.value("invalid_value")
        writer.key("message")
        writer.value(message)
        writer.endObject()
        writer.key("line")
        writer.value(line)
        writer.endObject()
        writer.endLine()
    }

    private func classify(_ bytes: ArraySlice<UInt8>, _ line: Int) {
        guard UTF8Check.isValid(bytes) else { report("the line is not UTF-8", line); return }
        let understanding = bytes.withUnsafeBufferPointer { classifier.understand(utf8: $0, request, &work) }
        writer.beginObject()
        shape.writeBody(understanding, work.text, source: bytes, to: &writer)
        if explains {
            writer.key("explain")
            let explanation = classifier.explain(understanding, &work)
            ExplanationShape().write(explanation, to: &writer)
        }
        writer.endObject()
        writer.endLine()
    }
}

/// Whether bytes are UTF-8: a run of ASCII costs next to nothing.
enum UTF8Check {
    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let first = buffer[index]
                if first < 0x80 { index += 1; continue }
                let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
                guard first >= 0xC2, first <= 0xF4, index + length <= buffer.count else { return false }
                let second = buffer[index + 1]
                let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
                let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
                guard second >= low, second <= high else { return false }
                for next in index + 2..<max(index + 2, index + length) where buffer[next] & 0xC0 != 0x80 { return false }
                index += length
            }
            return true
        }
    }
}
