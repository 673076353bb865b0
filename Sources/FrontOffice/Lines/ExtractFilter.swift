package import Dialogue
package import Documents
internal import JSONText
internal import MiddleOffice
package import PowerDomain

/// Documents out of texts: one object a line in, exactly one out, in order; or one whole text.
///
/// Depends on nothing but its input and the day that counts as today, so that a batch may be cut and spread at will.
package struct ExtractFilter: ~Copyable {
    private let reader: DocumentReader
    private let request: DocumentReader.Request
    private let shape: DocumentShape
    private let explains: Bool
    private var work: DocumentReader.Workspace
    private var splitter: LineSplitter
    private var writer = JSONWriter(capacity: 1 << 16)
    private var line = 0
    private var texts = 0

    package init(
        _ reader: DocumentReader, book: ReplyBook, language: Language, request: DocumentReader.Request, isMasked: Bool, explains: Bool,
        maximumLine: Int
    ) {
        self.reader = reader
        self.request = request
        self.explains = explains
        shape = DocumentShape(types: reader.types, speaker: DocumentSpeaker(book: book), language: language, isMasked: isMasked)
        work = reader.makeWorkspace()
        splitter = LineSplitter(limit: maximumLine)
    }

    /// The documents in one text.
    package mutating func documents(in text: String) -> [Document] { reader.read(PrintedLine.lines(of: text), request, &work) }

    /// One text as one JSON line.
    package mutating func answer(text: String) -> [UInt8] {
        writer.reset()
        writer.write(shape.json(named(documents(in: text)), explains: explains))
        writer.endLine()
        return writer.bytes
    }

    /// Answers the JSON lines that a block of input completes.
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
            case .line(let bytes, _): take(bytes)
            case .tooLong(let length, _, _): report("the line has \(length) bytes, too many to read", id: nil)
            }
        }
        return writer.bytes
    }

    private mutating func reportBlanks(upTo number: Int) {
        while line + 1 < number {
            line += 1
            report("the line is blank", id: nil)
        }
    }

    private mutating func report(_ message: String, id: JSONValue?) {
        var object: JSONObject = ["error": ["code": "invalid_value", "message": .string(message)], "line": JSONValue(line)]
        if let id { object["id"] = id }
        writer.write(.object(object))
        writer.endLine()
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        guard let value = try? JSONReader.read(bytes).value, let object = value.object else {
            report("the line is no JSON object", id: nil); return
        }
        let id = object["id"]
        var request = request
        if let type = object["type"]?.string {
            guard reader.types.contains(where: { $0.name == type }) else {
                report("'\(type.prefix(60))' is no document type", id: id); return
            }
            request.type = type
        }
        let lines: [PrintedLine]
        if let items = object["lines"]?.array {
            guard let read = try? DocumentParameters.lines(items.compactMap(\.object)), items.allSatisfy({ $0.object != nil }) else {
                report("'lines' must be a list of {text, box?}", id: id)
                return
            }
            lines = read
        } else if let text = object["text"]?.string {
            lines = PrintedLine.lines(of: text)
        } else {
            report("the object has neither text nor lines", id: id)
            return
        }
        guard case .object(var document) = shape.json(named(reader.read(lines, request, &work)), explains: explains) else { return }
        if let id {
            // The caller's id stands in place of the document's own.
            document["id"] = id
        }
        writer.write(.object(document))
        writer.endLine()
    }

    /// Documents of a filter are named after their place: the same input gives the same bytes.
    private mutating func named(_ documents: [Document]) -> [KeptDocument] {
        texts += 1
        let number = texts
        return documents.enumerated().map { KeptDocument(id: "d_\(number)_\($0.offset + 1)", document: $0.element) }
    }
}
