import Recognition
import Testing

@Suite("PDF")
struct PDFTests {
    /// A page of 72 x 36 points whose left half is red.
    private func file(pages: Int = 1, size: String = "72 36") -> [UInt8] {
        let content = "1 0 0 rg 0 0 36 36 re f"
        var objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
        var kids: [String] = []
        for page in 0..<pages {
            kids.append("\(3 + 2 * page) 0 R")
            objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 \(size)]/Contents \(4 + 2 * page) 0 R>>")
            objects.append("<</Length \(content.utf8.count)>>stream\n\(content)\nendstream")
        }
        objects[1] = "<</Type/Pages/Kids[\(kids.joined(separator: " "))]/Count \(pages)>>"
        var text = "%PDF-1.4\n", offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\(object)endobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        return Array((text + "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }

    @Test("without PDFium a PDF names the part that is missing")
    func missing() {
        #expect(throws: RecognitionError.missingPart("libpdfium.so")) { try PictureDecoder().pages(of: file()) }
        #expect(throws: RecognitionError.missingPart("/nowhere/libpdfium.so")) {
            try PictureDecoder(pdfium: "/nowhere/libpdfium.so").pages(of: file())
        }
    }

    @Test("pages are drawn at 200 dpi over white", .enabled(if: Parts.pdfium != nil, "PDFium has not been fetched"))
    func pages() throws {
        let pages = try PictureDecoder(pdfium: Parts.pdfium).pages(of: file(pages: 2))
        #expect(pages.map(\.width) == [200, 200])
        #expect(pages.map(\.height) == [100, 100])
        #expect(pages[1].colour(50, 50) == [255, 0, 0])
        #expect(pages[1].colour(150, 50) == [255, 255, 255])
    }

    @Test("a width that is no multiple of four is drawn without a slant", .enabled(if: Parts.pdfium != nil, "PDFium has not been fetched"))
    func oddWidth() throws {
        let page = try #require(PictureDecoder(pdfium: Parts.pdfium).pages(of: file(size: "73 36")).first)
        #expect(page.width == 202)
        #expect((0..<page.height).allSatisfy { page.colour(90, $0) == [255, 0, 0] && page.colour(110, $0) == [255, 255, 255] })
    }

    @Test("a poster is drawn as large as the limits allow", .enabled(if: Parts.pdfium != nil, "PDFium has not been fetched"))
    func poster() throws {
        let page = try #require(PictureDecoder(pdfium: Parts.pdfium).pages(of: file(size: "14400 7200")).first)
        #expect(page.width * page.height <= 16_000_000)
        #expect(page.width > 5_600)
    }

    @Test("a page of a few points is too small", .enabled(if: Parts.pdfium != nil, "PDFium has not been fetched"))
    func tiny() {
        #expect(throws: RecognitionError.tooSmall(width: 2, height: 2)) {
            try PictureDecoder(pdfium: Parts.pdfium).pages(of: file(size: "1 1"))
        }
    }

    @Test("a file cut off is an error", .enabled(if: Parts.pdfium != nil, "PDFium has not been fetched"), arguments: [0.2, 0.5, 0.9, 0.98])
    func truncated(_ part: Double) {
        let bytes = file(pages: 3)
        #expect(throws: RecognitionError.truncated) {
            try PictureDecoder(pdfium: Parts.pdfium).pages(of: Array(bytes[..<Int(Double(bytes.count) * part)]))
        }
    }
}
