internal import Documents
internal import JSONText
internal import MiddleOffice
internal import PowerDomain

/// Parameters that the document methods share.
enum DocumentParameters {
    static let type = ParameterDescription("type", "string", "the type, where it is known; document.types lists them")
    static let asOf = ParameterDescription("as_of", "string", "what counts as today, YYYY-MM-DD")

    static func day(_ parameters: Parameters) throws(RPCError) -> CalendarDay? {
        guard let text = try parameters.optionalString("as_of") else { return nil }
        guard let day = CalendarDay(text) else {
            throw .invalidValue("as_of", "date", hint: "2026-11-24", message: "'as_of' must be a day such as 2026-11-24.")
        }
        return day
    }

    /// `lines` of any engine, else `text`.
    static func lines(_ parameters: Parameters) throws(RPCError) -> [PrintedLine] {
        let items = try parameters.objects("lines")
        if items.isEmpty {
            guard let text = try parameters.optionalString("text") else {
                throw .invalidParams("text", "is missing, and there are no lines")
            }
            guard text.utf8.count <= DocumentDesk.maximumText else {
                throw .payloadTooLarge("The text is longer than \(DocumentDesk.maximumText) bytes.", limit: DocumentDesk.maximumText)
            }
            return PrintedLine.lines(of: text)
        }
        return try lines(items)
    }

    /// Lines as JSON objects {text, box: [x, y, w, h], confidence?, page?}.
    static func lines(_ items: [JSONObject]) throws(RPCError) -> [PrintedLine] {
        var lines: [PrintedLine] = []
        for item in items {
            guard let text = item["text"]?.string else { throw .invalidParams("lines", "each needs text") }
            var line = PrintedLine(text, confidence: item["confidence"]?.double, page: item["page"]?.int ?? 1)
            if let box = item["box"]?.array {
                let sides = box.compactMap(\.double)
                guard sides.count == 4, sides.allSatisfy(\.isFinite) else { throw .invalidParams("lines", "box must be [x, y, w, h]") }
                line.box = PrintedLine.Box(x: sides[0], y: sides[1], width: sides[2], height: sides[3])
            }
            lines.append(line)
        }
        return lines
    }
}

extension Connection {
    /// What went wrong with a paper, as the wire carries it.
    func rpcError(_ error: DocumentError) -> RPCError {
        let words = DocumentSpeaker(book: hall.book).words(error, .zhHans)
        switch error {
        case .unavailable, .noPictures, .unwritable: return .unavailable(words)
        case .unknownType(let type):
            return .invalidValue(
                "type", "unknown", hint: "document.types", message: "'\(type.prefix(60))' is no document type; document.types lists them.")
        case .unknownDocument: return .notFound("There is no such document, or its 30 minutes are over.")
        case .badValue(let field):
            return .invalidValue(
                field, "unknown field or no value of its kind", hint: "document.types",
                message: "'\(field.prefix(60))' is no field of this document, or this is no value for it.")
        case .picture(let fault): return fault.rpcError(words)
        }
    }

    func shape(_ equipment: DocumentDesk.Equipment, _ language: Language = .zhHans) -> DocumentShape {
        DocumentShape(
            types: equipment.reader.types, speaker: DocumentSpeaker(book: hall.book), language: language, isMasked: role == .customer)
    }
}

extension PictureFault {
    fileprivate func rpcError(_ words: String) -> RPCError {
        switch self {
        case .tooLarge(let width, let height):
            return .invalidValue(
                "picture", "too_large", hint: "at most 8192 pixels a side and 40,000,000 in all, not \(width) × \(height)", message: words)
        case .tooSmall(let width, let height):
            return .invalidValue("picture", "too_small", hint: "at least 15 pixels a side, not \(width) × \(height)", message: words)
        case .missingPart(let part): return .unavailable("\(words) (missing: \(part); `make pretrained` fetches it)")
        case .unknownEngine(let engine):
            return .invalidValue(
                "engine", "unknown", hint: "ppocr, tesseract",
                message: "'\(engine.prefix(40))' is no engine; there are ppocr and tesseract.")
        case .notAPicture: return .invalidValue("picture", "not_a_picture", hint: "JPEG, PNG, TIFF or PDF", message: words)
        case .truncated: return .invalidValue("picture", "truncated", hint: "the whole file", message: words)
        case .unsupported(let what): return .invalidValue("picture", "unsupported", hint: what, message: words)
        case .blank: return .invalidValue("picture", "blank", hint: "a picture with text", message: words)
        case .timeLimit, .memoryLimit: return .invalidValue("picture", "too_costly", hint: "a smaller picture", message: words)
        case .engine: return .unavailable(words)
        }
    }
}
