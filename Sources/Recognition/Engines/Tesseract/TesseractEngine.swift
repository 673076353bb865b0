/// Tesseract 5 through its C library, which is loaded when the first engine is made.
///
/// Peer and fall-back: less exact on photographs than PP-OCR, but in every distribution.
package final class TesseractEngine: OCREngine {
    package static let name = "tesseract"
    /// Its library, as the system's loader finds it.
    package static let library = "libtesseract.so.5"
    /// The one model reads Latin letters and digits too; with `eng` or `chi_tra` beside it more of them go wrong.
    package static let languages = "chi_sim"

    private let library: TesseractLibrary
    private let handle: TesseractLibrary.Handle

    /// - Parameters:
    ///   - path: the library, a file or a name that the system's loader finds.
    ///   - models: folder of the `.traineddata` files; nil is the one that the library was built for.
    ///   - languages: names of models joined by `+`.
    /// - Throws: `missingPart` for the library or a model.
    package init(
        library path: String = TesseractEngine.library, models: String? = nil, languages: String = TesseractEngine.languages
    ) throws(RecognitionError) {
        library = try TesseractLibrary(path)
        guard let handle = library.create() else { throw .engine("tesseract") }
        self.handle = handle
        // Set before the start, or the search for missing models is told on stderr.
        _ = library.setVariable(handle, "debug_file", "/dev/null")
        guard library.start(handle, models, languages) == 0 else { throw .missingPart("tesseract: \(languages)") }
        library.setSegmentation(handle, Self.automatic)
    }

    deinit { library.delete(handle) }

    /// PSM_AUTO: columns and blocks are found, no turning.
    private static let automatic: Int32 = 3
    /// What is told as the scan's resolution: without it Tesseract guesses, and says so.
    private static let dotsPerInch: Int32 = 200

    package func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine] {
        let width = Int32(picture.width), height = Int32(picture.height)
        picture.pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            library.setImage(handle, base, width, height, 3, 3 * width)
        }
        library.setResolution(handle, Self.dotsPerInch)
        defer { library.clear(handle) }
        guard library.recognize(handle, nil) == 0 else { throw .engine("tesseract") }
        // No iterator: no text was found.
        guard let iterator = library.iterator(handle) else { return [] }
        defer { library.deleteIterator(iterator) }
        var lines: [RecognizedLine] = []
        repeat {
            if let line = line(at: iterator) { lines.append(line) }
        } while library.next(iterator, TesseractLibrary.lineLevel) != 0
        return lines
    }

    private func line(at iterator: TesseractLibrary.Handle) -> RecognizedLine? {
        guard let words = library.text(iterator, TesseractLibrary.lineLevel) else { return nil }
        defer { library.deleteText(words) }
        let text = Self.joined(String(cString: words))
        guard !text.isEmpty, let page = library.pageIterator(iterator), let quad = quad(at: page) else { return nil }
        let confidence = Double(library.confidence(iterator, TesseractLibrary.lineLevel)) / 100
        return RecognizedLine(text: text, quad: quad, page: 1, confidence: min(max(confidence, 0), 1))
    }

    /// The upright box of a line, its upper and lower edge turned as its baseline is.
    private func quad(at page: TesseractLibrary.Handle) -> [Float]? {
        var box = (left: Int32(0), top: Int32(0), right: Int32(0), bottom: Int32(0))
        guard library.box(page, TesseractLibrary.lineLevel, &box.left, &box.top, &box.right, &box.bottom) != 0 else { return nil }
        let (left, top, right, bottom) = (Float(box.left), Float(box.top), Float(box.right), Float(box.bottom))
        var from = (x: Int32(0), y: Int32(0)), to = (x: Int32(0), y: Int32(0))
        let hasBaseline = library.baseline(page, TesseractLibrary.lineLevel, &from.x, &from.y, &to.x, &to.y) != 0
        guard hasBaseline, to.x > from.x else { return [left, top, right, top, right, bottom, left, bottom] }
        // The box holds the turned line: what it is higher for the turn is taken off at two corners.
        let rise = Float(to.y - from.y) / Float(to.x - from.x) * (right - left)
        let lift = max(min(rise, (bottom - top) / 2), (top - bottom) / 2)
        let down = max(lift, 0), up = max(-lift, 0)
        return [left, top + up, right, top + down, right, bottom - up, left, bottom - down]
    }

    /// Spaces that Tesseract puts between Chinese characters are taken out, those beside Latin words stay.
    static func joined(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var kept = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isSpace = scalar.properties.isWhitespace
            guard isSpace else { kept.append(scalar); continue }
            guard let last = kept.last, last != " ",
                let next = scalars[index...].first(where: { !$0.properties.isWhitespace })
            else { continue }
            if !(isWide(last) && isWide(next)) { kept.append(" ") }
        }
        return String(kept)
    }

    /// Han characters, Chinese punctuation, full-width forms.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
