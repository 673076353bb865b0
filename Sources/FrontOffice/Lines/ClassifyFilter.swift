internal import JSONText
package import LanguageUnderstanding
internal import TextAnalysis

/// One utterance a line in, exactly one JSON object a line out, in order: a pure filter.
package struct ClassifyFilter: ~Copyable {
    private let classifier: IntentClassifier
    private let request: IntentClassifier.Request
    private let shape: UnderstandingShape
    private let explains: Bool
    private var work: IntentClassifier.Workspace
    private var splitter: LineSplitter
    private var writer = JSONWriter(capacity: 1 << 20)
    private var line = 0

    package init(
        _ classifier: IntentClassifier, request: IntentClassifier.Request, shape: UnderstandingShape, explains: Bool,
        maximumLine: Int
    ) {
        self.classifier = classifier
        self.request = request
        self.shape = shape
        self.explains = explains
        work = classifier.makeWorkspace()
        splitter = LineSplitter(limit: maximumLine)
    }

    /// Answers what a block of input completes; the bytes are valid until the next call.
    package mutating func answer(_ block: [UInt8]) -> [UInt8] {
        splitter.push(block)
        return drain()
    }

    /// Answers what is left at the end of the input.
    package mutating func finish() -> [UInt8] {
        splitter.finish()
        var bytes = drain()
        writer.reset()
        reportBlanks(upTo: splitter.lineCount + 1)
        bytes += writer.bytes
        return bytes
    }

    private mutating func drain() -> [UInt8] {
        writer.reset()
        while let event = splitter.next() {
            reportBlanks(upTo: event.number)
            line = event.number
            switch event {
            case .line(let bytes, _): classify(bytes)
            case .tooLong(let length, _, _): report("the line has \(length) bytes, too many to read")
            }
        }
        return writer.bytes
    }

    /// The splitter leaves blank lines out; each of them gets its object too.
    private mutating func reportBlanks(upTo number: Int) {
        while line + 1 < number {
            line += 1
            report("the line is blank")
        }
    }

    private mutating func report(_ message: String) {
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

    private mutating func classify(_ bytes: ArraySlice<UInt8>) {
        guard UTF8Check.isValid(bytes) else { report("the line is not UTF-8"); return }
        let understanding = bytes.withUnsafeBufferPointer { classifier.understand(utf8: $0, request, &work) }
        writer.beginObject()
        let needsSource = !understanding.entities.isEmpty
        let source = needsSource ? Array(String(decoding: bytes, as: UTF8.self).unicodeScalars) : []
        shape.writeBody(understanding, work.text, source: source, to: &writer)
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
