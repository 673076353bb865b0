import CTestPictures
import Recognition
import Testing

@Suite("JPEG")
struct JPEGTests {
    private func decoded(_ bytes: [UInt8]) throws -> Picture {
        let pages = try PictureDecoder().pages(of: bytes)
        return try #require(pages.first)
    }

    @Test("a picture comes out upright whatever its EXIF orientation", arguments: 1...8)
    func orientation(_ value: Int) throws {
        let upright = Pictures.quarters()
        let bytes = Pictures.withOrientation(UInt8(value), Pictures.jpeg(Pictures.stored(upright, for: value)))
        #expect(try PictureHeader(of: bytes).orientation == value)
        let picture = try decoded(bytes)
        #expect((picture.width, picture.height) == (32, 24))
        for (x, y) in [(4, 4), (27, 4), (4, 19), (27, 19)] {
            let difference = zip(picture.colour(x, y), upright.colour(x, y)).map { abs(Int($0) - Int($1)) }
            #expect(difference.allSatisfy { $0 < 12 }, "\(x), \(y)")
        }
    }

    @Test("an orientation that does not exist is none", arguments: [0, 9, 255])
    func oddOrientation(_ value: Int) throws {
        let bytes = Pictures.withOrientation(UInt8(value), Pictures.jpeg(Pictures.quarters()))
        #expect(try PictureHeader(of: bytes).orientation == 1)
    }

    @Test("an EXIF segment cut short is passed over")
    func brokenSegment() throws {
        let segment: [UInt8] = [0xFF, 0xE1, 0, 16] + Array("Exif\0\0".utf8) + [0x49, 0x49, 42, 0, 0xFF, 0xFF, 0xFF, 0x7F]
        let bytes = [0xFF, 0xD8] + segment + Pictures.jpeg(Pictures.quarters())[2...]
        #expect(try decoded(bytes).width == 32)
    }

    @Test("grey becomes three equal values")
    func grey() throws {
        let picture = try decoded(Pictures.grey(100))
        #expect(picture.colour(8, 8) == [100, 100, 100])
    }

    @Test("CMYK, plain, of Adobe, and as YCCK, becomes RGB", arguments: [(false, false), (false, true), (true, true)])
    func cmyk(_ isYCCK: Bool, _ hasAdobe: Bool) throws {
        // A quarter of cyan, half of magenta, no yellow, a fifth of black.
        let ink: [UInt8] = [64, 128, 0, 51].map { hasAdobe ? 255 - $0 : $0 }
        let samples = Array(repeating: ink, count: 16 * 16).flatMap { $0 }
        let bytes = Pictures.taken(ct_jpeg(samples, 16, 16, 4, 0, isYCCK ? 1 : 0, hasAdobe ? 1 : 0))
        let difference = zip(try decoded(bytes).colour(5, 5), [153, 102, 204]).map { abs(Int($0) - $1) }
        #expect(difference.allSatisfy { $0 < 6 })
    }

    @Test("progressive and sequential give the same picture")
    func progressive() throws {
        let page = Pictures.quarters()
        #expect(try decoded(Pictures.jpeg(page, isProgressive: true)).distance(to: decoded(Pictures.jpeg(page))) <= 1)
    }

    @Test("a file cut off anywhere is an error, never half a picture", arguments: [false, true])
    func truncated(_ isProgressive: Bool) {
        let bytes = Pictures.jpeg(Pictures.quarters(width: 64, height: 64), isProgressive: isProgressive)
        for count in 3..<bytes.count - 2 {
            #expect(throws: RecognitionError.truncated, "\(count) of \(bytes.count)") {
                try PictureDecoder().pages(of: Array(bytes[..<count]))
            }
        }
    }

    @Test("a file cut off and given an end mark again is an error")
    func endMark() {
        let bytes = Pictures.jpeg(Pictures.quarters(width: 64, height: 64))
        #expect(throws: RecognitionError.truncated) {
            try PictureDecoder().pages(of: Array(bytes[..<(bytes.count / 2)]) + [0xFF, 0xD9])
        }
    }

    @Test("a large progressive file that would need too much memory is refused")
    func memory() {
        let bytes = Pictures.taken(ct_black_jpeg(8000, 5000, 1))
        #expect(throws: RecognitionError.memoryLimit) { try PictureDecoder().pages(of: bytes) }
    }

    @Test("12 bits, lossless and heightless files are unsupported", arguments: [(5, UInt8(12)), (2, 0xC3), (7, 0)])
    func unsupported(_ place: Int, _ value: UInt8) throws {
        var bytes = Pictures.jpeg(Pictures.quarters())
        let frame = try #require((2..<bytes.count - 9).first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
        switch place {
        case 5: bytes[frame + 4] = value
        case 2: bytes[frame + 1] = value
        default: bytes.replaceSubrange(frame + 5...frame + 6, with: [0, 0])
        }
        #expect {
            try PictureDecoder().pages(of: bytes)
        } throws: { error in
            if case .unsupported? = error as? RecognitionError { true } else { false }
        }
    }
}
