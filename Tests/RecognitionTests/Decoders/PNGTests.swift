import CTestPictures
import Recognition
import Testing

@Suite("PNG")
struct PNGTests {
    private func decoded(_ bytes: [UInt8]) throws -> Picture {
        let pages = try PictureDecoder().pages(of: bytes)
        return try #require(pages.first)
    }

    private func png(_ row: [UInt8], side: Int = 16, type: Int32, bits: Int32, isInterlaced: Bool = false) -> [UInt8] {
        let rows = Array(repeating: row, count: side).flatMap { $0 }
        return Pictures.taken(ct_png(rows, Int32(side), Int32(side), type, bits, isInterlaced ? 1 : 0))
    }

    @Test("RGB comes out as it was, interlaced or not", arguments: [false, true])
    func exact(_ isInterlaced: Bool) throws {
        let page = Pictures.quarters(width: 37, height: 29)
        #expect(try decoded(Pictures.png(page, isInterlaced: isInterlaced)).pixels == page.pixels)
    }

    @Test("16 bits become 8")
    func sixteenBits() throws {
        let row = Array(repeating: [0x80, 0x80, 0x12, 0x12, 0xFF, 0xFF] as [UInt8], count: 16).flatMap { $0 }
        #expect(try decoded(png(row, type: 2, bits: 16)).colour(3, 3) == [0x80, 0x12, 0xFF])
    }

    @Test("one bit of grey becomes black and white")
    func oneBit() throws {
        let picture = try decoded(png([0xF0, 0x0F], type: 0, bits: 1))
        #expect(picture.colour(0, 0) == [255, 255, 255])
        #expect(picture.colour(4, 0) == [0, 0, 0])
        #expect(picture.colour(15, 15) == [255, 255, 255])
    }

    @Test("a palette becomes its colours, half clear black over white is grey", arguments: [false, true])
    func palette(_ isInterlaced: Bool) throws {
        let picture = try decoded(png([0b00_01_10_11, 0, 0, 0], type: 3, bits: 2, isInterlaced: isInterlaced))
        #expect((0..<3).map { picture.colour($0, 7) } == [[255, 0, 0], [0, 255, 0], [0, 0, 255]])
        #expect(picture.colour(3, 7) == [127, 127, 127])
    }

    @Test("what is clear is white paper", arguments: [8, 16], [false, true])
    func alpha(_ bits: Int32, _ isInterlaced: Bool) throws {
        let values: [UInt8] = [200, 100, 0, 0]
        let pixel = bits == 8 ? values : values.flatMap { [$0, $0] }
        let row = Array(repeating: pixel, count: 16).flatMap { $0 }
        #expect(try decoded(png(row, type: 6, bits: bits, isInterlaced: isInterlaced)).colour(9, 9) == [255, 255, 255])
    }

    @Test("grey with alpha is laid over white")
    func greyAlpha() throws {
        let row = Array(repeating: [0, 128] as [UInt8], count: 16).flatMap { $0 }
        #expect(try decoded(png(row, type: 4, bits: 8)).colour(0, 0) == [127, 127, 127])
    }

    @Test("a file cut off anywhere is an error, never half a picture", arguments: [false, true])
    func truncated(_ isInterlaced: Bool) {
        let bytes = Pictures.png(Pictures.quarters(), isInterlaced: isInterlaced)
        for count in 8..<bytes.count {
            #expect(throws: RecognitionError.truncated, "\(count) of \(bytes.count)") {
                try PictureDecoder().pages(of: Array(bytes[..<count]))
            }
        }
    }

    @Test("a damaged byte in the pixels is an error")
    func damaged() {
        var bytes = Pictures.png(Pictures.quarters())
        bytes[bytes.count / 2] ^= 0x55
        #expect(throws: RecognitionError.truncated) { try PictureDecoder().pages(of: bytes) }
    }

    @Test("a header that claims 30,000 x 30,000 pixels is refused unread")
    func claim() {
        var bytes = Pictures.png(Pictures.quarters())
        bytes.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
        #expect(throws: RecognitionError.tooLarge(width: 30_000, height: 30_000)) { try PictureDecoder().pages(of: bytes) }
    }

    @Test("a bomb within the limits is decoded in full")
    func bomb() throws {
        let bytes = Pictures.taken(ct_black_png(8000, 5000, 2, 0))
        #expect(bytes.count < 200_000)
        let picture = try decoded(bytes)
        #expect(picture.pixels.count == 120_000_000)
        #expect(picture.colour(7999, 4999) == [0, 0, 0])
    }
}
