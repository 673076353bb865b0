import Glibc
import Testing

@testable import Recognition

@Suite("the PP-OCR engine")
struct PPOCREngineTests {
    /// Paths of library, detection, direction and recognition model, separated by colons; the parts are no part of the product.
    private static let parts: PPOCREngine.Parts? = {
        guard let value = getenv("PPOCR_PARTS") else { return nil }
        let paths = String(cString: value).split(separator: ":").map(String.init)
        guard paths.count == 4, paths.allSatisfy({ access($0, R_OK) == 0 }) else { return nil }
        return PPOCREngine.Parts(library: paths[0], detection: paths[1], direction: paths[2], recognition: paths[3])
    }()

    @Test("a missing library is named")
    func missingLibrary() {
        #expect(throws: RecognitionError.missingPart("/nowhere/lib.so")) {
            try PPOCREngine(parts: .init(library: "/nowhere/lib.so", detection: "", direction: "", recognition: ""))
        }
    }

    @Test("a missing model is named", .enabled(if: parts != nil, "needs PPOCR_PARTS=library:detection:direction:recognition"))
    func missingModel() throws {
        let parts = try #require(Self.parts)
        #expect(throws: RecognitionError.missingPart("/nowhere/model.onnx")) {
            try PPOCREngine(
                parts: .init(
                    library: parts.library, detection: parts.detection, direction: "/nowhere/model.onnx",
                    recognition: parts.recognition))
        }
    }

    @Test(
        "a file that is no model is an engine error",
        .enabled(if: parts != nil, "needs PPOCR_PARTS=library:detection:direction:recognition"))
    func noModel() throws {
        let parts = try #require(Self.parts)
        let error = #expect(throws: RecognitionError.self) {
            try PPOCREngine(
                parts: .init(
                    library: parts.library, detection: parts.library, direction: parts.direction, recognition: parts.recognition))
        }
        guard case .engine = error else {
            Issue.record("unexpected \(String(describing: error))")
            return
        }
    }

    @Test(
        "drawn digits are read where they stand, upright and on their head",
        .enabled(if: parts != nil, "needs PPOCR_PARTS=library:detection:direction:recognition"))
    func digits() throws {
        let engine = try PPOCREngine(parts: try #require(Self.parts))
        let page = DrawnDigits.picture(of: ["20260701", "17125", "95598"], width: 640, height: 400)
        let lines = try engine.read(page)
        #expect(lines.map(\.text) == ["20260701", "17125", "95598"])
        #expect(lines.allSatisfy { $0.confidence > 0.8 && $0.page == 1 && $0.quad.count == 8 })
        let first = try #require(lines.first).quad
        #expect(abs(first[0] - 40) < 16 && abs(first[1] - 60) < 16 && abs(first[5] - 102) < 16)
        let turned = try engine.read(DrawnDigits.onItsHead(page))
        #expect(turned.map(\.text) == ["95598", "17125", "20260701"])
        let blank = try engine.read(Picture(width: 64, height: 64, pixels: [UInt8](repeating: 255, count: 3 * 64 * 64)))
        #expect(blank.isEmpty)
    }
}

/// Digits of 5 by 7 squares, black on white.
private enum DrawnDigits {
    /// Rows of five bits each, from the top.
    private static let shapes: [Character: [UInt8]] = [
        "0": [14, 17, 17, 17, 17, 17, 14], "1": [4, 12, 4, 4, 4, 4, 14], "2": [14, 17, 1, 2, 4, 8, 31],
        "5": [31, 16, 30, 1, 1, 17, 14], "6": [6, 8, 16, 30, 17, 17, 14], "7": [31, 1, 2, 4, 8, 8, 8],
        "8": [14, 17, 17, 14, 17, 17, 14], "9": [14, 17, 17, 15, 1, 2, 12],
    ]
    private static let square = 6

    /// Lines of text 100 rows apart, the first at column 40 and row 60.
    static func picture(of lines: [String], width: Int, height: Int) -> Picture {
        var pixels = [UInt8](repeating: 255, count: 3 * width * height)
        for (line, text) in lines.enumerated() {
            for (place, character) in text.enumerated() {
                for (row, bits) in (shapes[character] ?? []).enumerated() {
                    for column in 0..<5 where bits >> (4 - UInt8(column)) & 1 == 1 {
                        let left = 40 + (place * 7 + column) * square, top = 60 + line * 100 + row * square
                        for y in top..<(top + square) {
                            for index in (3 * (y * width + left))..<(3 * (y * width + left + square)) { pixels[index] = 20 }
                        }
                    }
                }
            }
        }
        return Picture(width: width, height: height, pixels: pixels)
    }

    static func onItsHead(_ picture: Picture) -> Picture {
        Picture(width: picture.width, height: picture.height, pixels: picture.pixels.reversed())
    }
}
