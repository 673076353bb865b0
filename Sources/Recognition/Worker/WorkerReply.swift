/// What the worker answers: one `page` for each page as it is read, then how it ended.
enum WorkerReply: Equatable {
    case page(PageSize, lines: [RecognizedLine])
    case finished(unreadPages: Int)
    case drawing([UInt8])
    case failed(RecognitionError)

    var encoded: [UInt8] {
        var wire = WireWriter()
        switch self {
        case .page(let size, let lines):
            wire.byte(0)
            wire.number(size.width)
            wire.number(size.height)
            wire.number(lines.count)
            for line in lines {
                wire.text(line.text)
                wire.quad(line.quad)
                wire.number(line.page)
                wire.real(line.confidence)
            }
        case .finished(let unread):
            wire.byte(1)
            wire.number(unread)
        case .drawing(let bytes):
            wire.byte(2)
            wire.blob(bytes)
        case .failed(let error):
            wire.byte(3)
            error.encode(to: &wire)
        }
        return wire.bytes
    }

    init(decoding bytes: [UInt8]) throws(RecognitionError) {
        var wire = WireReader(bytes)
        switch try wire.byte() {
        case 0:
            let size = PageSize(width: try wire.number(), height: try wire.number())
            var lines: [RecognizedLine] = []
            for _ in 0..<(try wire.count()) {
                let text = try wire.text(), quad = try wire.quad(), page = try wire.number(), confidence = try wire.real()
                lines.append(RecognizedLine(text: text, quad: quad, page: page, confidence: confidence))
            }
            self = .page(size, lines: lines)
        case 1: self = .finished(unreadPages: try wire.number())
        case 2: self = .drawing(try wire.blob())
        case 3: self = .failed(try RecognitionError(from: &wire))
        default: throw .workerLost
        }
    }
}

extension RecognitionError {
    func encode(to wire: inout WireWriter) {
        switch self {
        case .missingPart(let part): wire.byte(0); wire.text(part)
        case .engine(let words): wire.byte(1); wire.text(words)
        case .notAPicture: wire.byte(2)
        case .unsupported(let kind): wire.byte(3); wire.text(kind)
        case .truncated: wire.byte(4)
        case .tooLarge(let width, let height): wire.byte(5); wire.number(width); wire.number(height)
        case .tooSmall(let width, let height): wire.byte(6); wire.number(width); wire.number(height)
        case .timeLimit: wire.byte(7)
        case .memoryLimit: wire.byte(8)
        case .workerLost: wire.byte(9)
        }
    }

    init(from wire: inout WireReader) throws(RecognitionError) {
        switch try wire.byte() {
        case 0: self = .missingPart(try wire.text())
        case 1: self = .engine(try wire.text())
        case 2: self = .notAPicture
        case 3: self = .unsupported(try wire.text())
        case 4: self = .truncated
        case 5: self = .tooLarge(width: try wire.number(), height: try wire.number())
        case 6: self = .tooSmall(width: try wire.number(), height: try wire.number())
        case 7: self = .timeLimit
        case 8: self = .memoryLimit
        default: self = .workerLost
        }
    }
}
