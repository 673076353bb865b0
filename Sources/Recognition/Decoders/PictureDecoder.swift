internal import CImaging

/// Turns the bytes of a JPEG, PNG, TIFF or PDF into upright pictures, within limits.
///
/// The bytes may come from anybody: call it in the worker process (`RecognitionWorker`), where a fault of a
/// decoder harms nobody.
package struct PictureDecoder {
    package let limits: PictureLimits
    /// Path of PDFium's library; without it a PDF is a `missingPart`.
    package let pdfium: String?

    package init(limits: PictureLimits = .standard, pdfium: String? = nil) {
        self.limits = limits
        self.pdfium = pdfium
    }

    /// Opens a file; sizes that its header tells are checked here, those of later pages when they are reached.
    package func reader(of bytes: [UInt8]) throws(RecognitionError) -> any PageReader {
        let header = try PictureHeader(of: bytes)
        if header.kind != .pdf { try limits.check(width: header.width, height: header.height) }
        switch header.kind {
        case .jpeg, .png: return SinglePage(bytes, header)
        case .tiff: return try TIFFPages(bytes, limits)
        case .pdf: return try PDFPages(bytes, limits, library: pdfium)
        }
    }

    /// All pages at once. A file of large pages is better read one by one.
    package func pages(of bytes: [UInt8]) throws(RecognitionError) -> [Picture] {
        let reader = try reader(of: bytes)
        var pages: [Picture] = []
        while let page = try reader.next() { pages.append(page) }
        return pages
    }
}

/// A JPEG or PNG: one page.
private final class SinglePage: PageReader {
    let pageCount = 1
    let unreadPages = 0
    var pixelsAhead: Int { header.width * header.height }
    private let header: PictureHeader
    private var bytes: [UInt8]?

    init(_ bytes: [UInt8], _ header: PictureHeader) {
        self.bytes = bytes
        self.header = header
    }

    func next() throws(RecognitionError) -> Picture? {
        guard let bytes else { return nil }
        self.bytes = nil
        let (width, height) = (Int32(header.width), Int32(header.height)), orientation = Int32(header.orientation)
        let isJPEG = header.kind == .jpeg
        return try Picture.decoded(header.width, header.height, orientation, from: bytes) { file, pixels in
            isJPEG
                ? ci_decode_jpeg(file, width, height, orientation, pixels) : ci_decode_png(file, width, height, pixels)
        }
    }
}
