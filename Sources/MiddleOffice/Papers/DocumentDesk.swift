package import Documents
package import PowerDomain

/// Reads papers for sessions and for callers outside them, and keeps what was read for as long as it may be asked about.
///
/// What it reads with is loaded with the first paper: a conversation without papers pays nothing for it.
package actor DocumentDesk {
    /// What papers are read with, and which each business needs.
    package struct Equipment: Sendable {
        package let reader: DocumentReader
        package let papers: PaperBook

        package init(reader: DocumentReader, papers: PaperBook) {
            self.reader = reader
            self.papers = papers
        }
    }

    package typealias Loader = @Sendable () throws -> Equipment

    private let load: Loader
    private let pictures: (any PictureReading)?
    private let surroundings: Surroundings
    private var loaded: Equipment?
    private var work: DocumentReader.Workspace?
    /// Documents read outside sessions, which live half an hour.
    private var kept: [String: (document: KeptDocument, at: Double)] = [:]

    /// Seconds for which a document outside a session is known, CONTRACT §4.
    private static let lifetime = 1800.0
    private static let mostKept = 5_000
    /// Characters of one text that are looked at.
    package static let maximumText = 1_000_000

    /// `pictures`: what reads pictures, nil where only texts are read.
    package init(load: @escaping Loader, pictures: (any PictureReading)?, surroundings: Surroundings) {
        self.load = load
        self.pictures = pictures
        self.surroundings = surroundings
    }

    /// A desk that has nothing to read with.
    package static func closed(_ surroundings: Surroundings) -> DocumentDesk {
        DocumentDesk(load: { throw DocumentError.unavailable }, pictures: nil, surroundings: surroundings)
    }

    package func equipment() throws(DocumentError) -> Equipment {
        if let loaded { return loaded }
        do {
            let equipment = try load()
            loaded = equipment
            work = equipment.reader.makeWorkspace()
            return equipment
        } catch {
            throw .unavailable
        }
    }

    /// Which parts for reading pictures are missing.
    package func missingParts() async -> [String] { await pictures?.missingParts() ?? ["picture engine"] }

    // MARK: Reading

    /// The documents in lines of any engine.
    package func read(_ lines: [PrintedLine], type: String?, asOf: CalendarDay? = nil) throws(DocumentError) -> [KeptDocument] {
        let equipment = try equipment()
        if let type, !equipment.reader.types.contains(where: { $0.name == type }) { throw .unknownType(type) }
        var workspace = work.take() ?? equipment.reader.makeWorkspace()
        let found = equipment.reader.read(lines, DocumentReader.Request(asOf: asOf ?? surroundings.today(), type: type), &workspace)
        work = consume workspace
        return found.map { KeptDocument(id: "d_" + surroundings.newName(), document: $0, ocr: nil) }
    }

    /// The documents in a picture.
    package func recognize(_ picture: [UInt8], type: String?, engine: String?, asOf: CalendarDay? = nil) async throws(DocumentError)
        -> [KeptDocument]
    {
        guard let pictures else { throw .noPictures }
        let seen = try await pictures.read(picture, engine: engine)
        guard !seen.lines.isEmpty else { throw .picture(.blank) }
        return try read(seen.lines.map(\.printed), type: type, asOf: asOf).map { kept in
            var kept = kept
            kept.ocr = seen
            return kept
        }
    }

    // MARK: Outside sessions

    /// Keeps documents for callers that have no session.
    package func keep(_ documents: [KeptDocument]) {
        let now = surroundings.seconds()
        kept = kept.filter { $0.value.at > now - Self.lifetime }
        if kept.count > Self.mostKept { kept.removeAll() }
        for document in documents { kept[document.id] = (document, now) }
    }

    package func find(_ id: String) -> KeptDocument? {
        guard let found = kept[id], found.at > surroundings.seconds() - Self.lifetime else { return nil }
        return found.document
    }

    /// A document with one field as it is said to be, checked anew.
    package func corrected(_ document: KeptDocument, field: String, value: String, asOf: CalendarDay? = nil) throws(DocumentError)
        -> KeptDocument
    {
        let equipment = try equipment()
        guard let changed = equipment.reader.corrected(document.document, field: field, value: value, asOf: asOf ?? surroundings.today())
        else {
            throw .badValue(field: field)
        }
        var corrected = document
        corrected.document = changed
        return corrected
    }
}

/// A document with its name, and with what the engine saw if it came as a picture.
package struct KeptDocument: Sendable {
    package let id: String
    package var document: Document
    package var ocr: SeenPicture?
    /// How often the customer has guessed at each field whose check fails.
    package var guesses: [String: Int] = [:]

    /// Whether a number on it fails its check.
    var hasFailingNumber: Bool { document.fields.contains { !$0.isValid } }

    package init(id: String, document: Document, ocr: SeenPicture? = nil) {
        self.id = id
        self.document = document
        self.ocr = ocr
    }
}

/// Why papers were not read.
package enum DocumentError: Error, Hashable, Sendable {
    /// The data of document recognition cannot be loaded.
    case unavailable
    case unknownType(String)
    case unknownDocument
    case badValue(field: String)
    /// There is no engine for pictures.
    case noPictures
    case picture(PictureFault)
    /// A file that cannot be written.
    case unwritable(String)
}

/// What is wrong with a picture.
package enum PictureFault: Hashable, Sendable {
    case notAPicture, truncated, blank, timeLimit, memoryLimit, engine
    case tooLarge(width: Int, height: Int)
    case tooSmall(width: Int, height: Int)
    case unsupported(String)
    case unknownEngine(String)
    /// Parts that are missing.
    case missingPart(String)
}

/// Reads the lines of a picture; whoever implements it keeps untrusted pictures away from this process.
package protocol PictureReading: Sendable {
    func read(_ picture: [UInt8], engine: String?) async throws(DocumentError) -> SeenPicture
    /// Names of parts that are missing.
    func missingParts() async -> [String]
}

/// What an engine saw in a picture.
package struct SeenPicture: Sendable {
    package let engine: String
    package let lines: [Line]

    package init(engine: String, lines: [Line]) {
        self.engine = engine
        self.lines = lines
    }

    package struct Line: Sendable {
        package let text: String
        /// Corners clockwise from the upper left, in pixels: x1, y1, … x4, y4.
        package let quad: [Double]
        package let page: Int
        package let confidence: Double

        package init(text: String, quad: [Double], page: Int, confidence: Double) {
            self.text = text
            self.quad = quad
            self.page = page
            self.confidence = confidence
        }

        /// The upright box around the quad.
        package var box: PrintedLine.Box {
            let xs = stride(from: 0, to: quad.count, by: 2).map { quad[$0] }, ys = stride(from: 1, to: quad.count, by: 2).map { quad[$0] }
            let x = xs.min() ?? 0, y = ys.min() ?? 0
            return PrintedLine.Box(x: x, y: y, width: (xs.max() ?? x) - x, height: (ys.max() ?? y) - y)
        }

        package var printed: PrintedLine { PrintedLine(text, box: box, confidence: confidence, page: page) }
    }
}
