internal import CImaging
internal import Synchronization

/// The pages of a PDF, drawn at 200 dpi, or as large as the limits allow.
final class PDFPages: PageReader {
    let pageCount: Int
    let unreadPages: Int
    let pixelsAhead = PDFPages.mostPixels
    private let library: PDFium
    private let limits: PictureLimits
    /// PDFium reads from it until the document is closed.
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let document: PDFium.Handle
    private var index: Int32 = 0

    private static let dotsPerPoint = 200.0 / 72
    /// More would not be read better: A3 has 8 million at 200 dpi.
    fileprivate static let mostPixels = 16_000_000
    private static let turn = Mutex(())

    init(_ bytes: [UInt8], _ limits: PictureLimits, library path: String?) throws(RecognitionError) {
        guard let path else { throw .missingPart("libpdfium.so") }
        guard Self.isWhole(bytes) else { throw .truncated }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        self.bytes = copy
        self.limits = limits
        let count: Int
        do throws(RecognitionError) {
            (library, document, count) = try Self.alone { () throws(RecognitionError) in
                try Self.open(UnsafeBufferPointer(copy), path)
            }
        } catch {
            copy.deallocate()
            throw error
        }
        pageCount = min(count, limits.maxPages)
        unreadPages = count - pageCount
    }

    deinit {
        Self.turn.withLock { _ in library.closeDocument(document) }
        bytes.deallocate()
    }

    /// PDFium repairs a file that was cut off and shows what is left of it. The end mark tells (ISO 32000-1, 7.5.5).
    private static func isWhole(_ bytes: [UInt8]) -> Bool {
        let end = bytes.lastIndex { $0 > 0x20 } ?? 0
        let tail = bytes[...end].suffix(1024), mark = Array("%%EOF".utf8)
        return tail.indices.contains { tail[$0...].starts(with: mark) }
    }

    private static func open(_ bytes: UnsafeBufferPointer<UInt8>, _ path: String) throws(RecognitionError)
        -> (PDFium, PDFium.Handle, Int)
    {
        let library = try PDFium(path)
        guard let base = bytes.baseAddress, let document = library.load(base, bytes.count, nil) else {
            throw library.lastError() == PDFium.passwordError ? .unsupported("PDF with a password") : .truncated
        }
        let count = Int(library.pageCount(document))
        guard count > 0 else {
            library.closeDocument(document)
            throw .truncated
        }
        return (library, document, count)
    }

    func next() throws(RecognitionError) -> Picture? {
        guard index < pageCount else { return nil }
        defer { index += 1 }
        return try Self.alone { () throws(RecognitionError) in try draw(index) }
    }

    /// One call into PDFium at a time, in the whole process.
    private static func alone<Value>(_ work: () throws(RecognitionError) -> Value) throws(RecognitionError) -> Value {
        var result: Result<Value, RecognitionError> = .failure(.truncated)
        turn.withLock { _ in result = Result { () throws(RecognitionError) in try work() } }
        return try result.get()
    }

    private func draw(_ index: Int32) throws(RecognitionError) -> Picture {
        guard let page = library.loadPage(document, index) else { throw .truncated }
        defer { library.closePage(page) }
        let (width, height) = try size(Double(library.pageWidth(page)), Double(library.pageHeight(page)))
        let pixels = try Picture.filled(count: 3 * width * height) { pixels in
            let (columns, rows) = (Int32(width), Int32(height))
            guard let bitmap = library.createBitmap(columns, rows, PDFium.threeBytes, pixels, 3 * columns) else { return CI_MEMORY }
            defer { library.destroyBitmap(bitmap) }
            _ = library.fill(bitmap, 0, 0, columns, rows, 0xFFFF_FFFF)
            library.render(bitmap, page, 0, 0, columns, rows, 0, PDFium.flags)
            return CI_OK
        }
        return Picture(width: width, height: height, pixels: pixels)
    }

    /// Pixels of a page given in points.
    private func size(_ width: Double, _ height: Double) throws(RecognitionError) -> (Int, Int) {
        guard width.isFinite, height.isFinite, width > 0, height > 0 else { throw .truncated }
        let scale = min(
            Self.dotsPerPoint, Double(limits.maxSide) / max(width, height),
            (Double(min(limits.maxPixels, Self.mostPixels)) / (width * height)).squareRoot())
        let size = (Int((width * scale).rounded(.down)), Int((height * scale).rounded(.down)))
        try limits.check(width: size.0, height: size.1)
        return size
    }
}
