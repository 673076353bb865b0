import Testing

@testable import Recognition

@Suite("Tesseract")
struct TesseractEngineTests {
    /// Black digits on white, each `scale` times the built-in five by seven.
    private func page(_ number: Int, scale: Int) -> Picture {
        var canvas = Canvas(Picture(width: 600, height: 160, pixels: [UInt8](repeating: 0, count: 3 * 600 * 160)))
        canvas.number(number, above: Canvas.Point(60, 120), scale: scale, (0, 0, 0))
        return Picture(width: 600, height: 160, pixels: canvas.picture.pixels.map { 255 - $0 })
    }

    @Test("a missing library is a missing part")
    func missingLibrary() {
        #expect(throws: RecognitionError.missingPart("libnowhere.so")) { try TesseractEngine(library: "libnowhere.so") }
    }

    @Test("a missing model is a missing part", .enabled(if: Parts.hasTesseract, "Tesseract is not installed"))
    func missingModel() {
        #expect(throws: RecognitionError.missingPart("tesseract: nolanguage")) { try TesseractEngine(languages: "nolanguage") }
    }

    @Test("an empty page has no lines", .enabled(if: Parts.hasTesseract, "Tesseract is not installed"))
    func empty() throws {
        let white = Picture(width: 200, height: 100, pixels: [UInt8](repeating: 255, count: 60_000))
        #expect(try TesseractEngine().read(white) == [])
    }

    @Test("digits are read with their place, and the engine reads again", .enabled(if: Parts.hasTesseract, "Tesseract is not installed"))
    func digits() throws {
        let engine = try TesseractEngine(languages: "eng")
        for _ in 0..<2 {
            let lines = try engine.read(page(1_874_741, scale: 4))
            let line = try #require(lines.first)
            #expect(lines.count == 1)
            #expect(line.text.filter(\.isNumber) == "1874741")
            #expect((0...1).contains(line.confidence))
            let (left, top, right, bottom) = (line.quad[0], line.quad[1], line.quad[4], line.quad[5])
            #expect(left >= 40 && right <= 260 && top >= 70 && bottom <= 140 && right - left > 120)
        }
    }

    @Test(
        "spaces between Chinese characters go, those of Latin words stay",
        arguments: [
            ("中 国 南方 电网", "中国南方电网"), ("GAO  CHAOYANG\n", "GAO CHAOYANG"), ("户号 0800 1234", "户号 0800 1234"),
            ("地址 ： 广州", "地址：广州"), ("  ", ""), ("", ""),
        ])
    func spaces(_ text: String, _ expected: String) {
        #expect(TesseractEngine.joined(text) == expected)
    }
}
