import CTestPictures
import Recognition
import Testing

@Suite("TIFF")
struct TIFFTests {
    @Test("every compression of scanners gives the same pixels", arguments: [1, 5, 8, 32_773])
    func compressions(_ code: Int) throws {
        let page = Pictures.quarters()
        let pages = try PictureDecoder().pages(of: Pictures.tiff(page, compression: code))
        #expect(pages.count == 1)
        #expect(pages.first?.pixels == page.pixels)
    }

    @Test("a fax page becomes black and white")
    func fax() throws {
        let page = try #require(PictureDecoder().pages(of: Pictures.taken(ct_fax(64, 20))).first)
        #expect((page.width, page.height) == (64, 20))
        #expect(page.colour(3, 10) == [0, 0, 0])
        #expect(page.colour(60, 10) == [255, 255, 255])
    }

    @Test("two pages come out in order")
    func pages() throws {
        let dark = Picture(width: 20, height: 16, pixels: [UInt8](repeating: 10, count: 960))
        let reader = try PictureDecoder().reader(of: Pictures.tiff(dark, pages: 2))
        #expect(reader.pageCount == 2)
        #expect(try reader.next()?.colour(0, 0) == [10, 10, 10])
        #expect(try reader.next()?.colour(0, 0) == [26, 10, 10])
        #expect(try reader.next()?.width == nil)
    }

    @Test("pages beyond the limit are counted, not read")
    func manyPages() throws {
        let dark = Picture(width: 16, height: 16, pixels: [UInt8](repeating: 10, count: 768))
        let reader = try PictureDecoder().reader(of: Pictures.tiff(dark, pages: 23))
        #expect(reader.pageCount == 20)
        #expect(reader.unreadPages == 3)
    }

    @Test("a picture comes out upright whatever its orientation", arguments: 1...8)
    func orientation(_ value: Int) throws {
        let upright = Pictures.quarters()
        let bytes = Pictures.tiff(Pictures.stored(upright, for: value), orientation: value)
        #expect(try PictureDecoder().pages(of: bytes).first?.distance(to: upright) == 0)
    }

    @Test("a file cut off anywhere is an error", arguments: [1, 5, 8])
    func truncated(_ code: Int) {
        let bytes = Pictures.tiff(Pictures.quarters(), pages: 2, compression: code)
        for count in 4..<bytes.count {
            // The last bytes of a directory may be those of a tag that nobody needs.
            let pages = try? PictureDecoder().pages(of: Array(bytes[..<count]))
            #expect(pages?.count == nil, "\(count) of \(bytes.count)")
        }
    }

    @Test("a page over the limits is refused although the first was not")
    func laterPage() throws {
        let wide = Picture(width: 40, height: 16, pixels: [UInt8](repeating: 10, count: 1920))
        var limits = PictureLimits()
        limits.maxSide = 30
        let bytes = Pictures.tiff(wide, pages: 2)
        #expect(throws: RecognitionError.tooLarge(width: 40, height: 16)) { try PictureDecoder(limits: limits).pages(of: bytes) }
    }

    @Test("an unknown compression is unsupported")
    func unknown() throws {
        var bytes = Pictures.tiff(Pictures.quarters(), compression: 1)
        // Tag 259, type short, one value: LZMA, which no scanner writes.
        let tag: [UInt8] = [0x03, 0x01, 0x03, 0x00, 1, 0, 0, 0]
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: tag) })
        bytes.replaceSubrange(place + 8..<place + 10, with: [0x6D, 0x87])
        #expect(throws: RecognitionError.unsupported("colours or compression")) { try PictureDecoder().pages(of: bytes) }
    }
}
