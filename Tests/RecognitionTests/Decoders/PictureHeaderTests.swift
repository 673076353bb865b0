import Recognition
import Testing

@Suite("Picture headers")
struct PictureHeaderTests {
    @Test("kind and size are read without decoding")
    func sizes() throws {
        let page = Pictures.quarters()
        for (bytes, kind) in [(Pictures.jpeg(page), PictureHeader.Kind.jpeg), (Pictures.png(page), .png), (Pictures.tiff(page), .tiff)] {
            let header = try PictureHeader(of: bytes)
            #expect(header.kind == kind)
            #expect((header.width, header.height) == (32, 24))
        }
    }

    @Test(
        "bytes of no known kind are no picture",
        arguments: [[], [0xFF], [0xFF, 0xD8], Array("GIF89a".utf8), Array("<svg/>".utf8), Array("RIFF....WEBP".utf8)] as [[UInt8]])
    func unknown(_ bytes: [UInt8]) {
        #expect(throws: RecognitionError.notAPicture) { try PictureHeader(of: bytes) }
    }

    @Test(
        "a magic number alone is a file cut off",
        arguments: [[0xFF, 0xD8, 0xFF], [0x49, 0x49, 42, 0], [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]] as [[UInt8]])
    func magicOnly(_ bytes: [UInt8]) {
        #expect(throws: RecognitionError.truncated) { try PictureHeader(of: bytes) }
    }

    @Test("a kind under the wrong name is told by its bytes")
    func wrongMagic() {
        var bytes = Pictures.jpeg(Pictures.quarters())
        bytes.replaceSubrange(0..<8, with: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10])
        #expect(throws: RecognitionError.truncated) { try PictureDecoder().pages(of: bytes) }
    }

    @Test("a PDF may begin after some other bytes")
    func pdf() throws {
        #expect(try PictureHeader(of: Array("\n\n%PDF-1.7".utf8)).kind == .pdf)
    }

    @Test("sides from 15 to 8,192 and 40 million pixels are within the limits")
    func limits() throws {
        let limits = PictureLimits.standard
        try limits.check(width: 15, height: 15)
        try limits.check(width: 8192, height: 4882)
        #expect(throws: RecognitionError.tooSmall(width: 14, height: 200)) { try limits.check(width: 14, height: 200) }
        #expect(throws: RecognitionError.tooLarge(width: 15, height: 8193)) { try limits.check(width: 15, height: 8193) }
        #expect(throws: RecognitionError.tooLarge(width: 8192, height: 4883)) { try limits.check(width: 8192, height: 4883) }
    }

    @Test("a picture of one pixel is too small")
    func onePixel() {
        let dot = Picture(width: 1, height: 1, pixels: [0, 0, 0])
        for bytes in [Pictures.png(dot), Pictures.jpeg(dot), Pictures.tiff(dot)] {
            #expect(throws: RecognitionError.tooSmall(width: 1, height: 1)) { try PictureDecoder().pages(of: bytes) }
        }
    }

    @Test("random bytes after a magic number never end the process", arguments: 0..<40)
    func noise(_ seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func byte() -> UInt8 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state >> 24)
        }
        for original in [
            Pictures.jpeg(Pictures.quarters()), Pictures.png(Pictures.quarters()), Pictures.tiff(Pictures.quarters(), pages: 2),
        ] {
            for _ in 0..<25 {
                var bytes = original
                for _ in 0..<4 { bytes[4 + Int(byte()) * 255 % (bytes.count - 4)] = byte() }
                let pages = (try? PictureDecoder().pages(of: bytes)) ?? []
                #expect(pages.allSatisfy { $0.pixels.count == 3 * $0.width * $0.height })
            }
        }
    }
}
