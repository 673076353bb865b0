internal import TextAnalysis

/// One printed character in three forms; white space is no character, but remembered.
struct Glyph {
    /// As it was printed.
    var raw: UInt32
    /// Half width and Simplified, capitals kept: what codes are matched against.
    var plain: UInt32
    /// Folded as the labels are: small letters too.
    var key: UInt32
    /// Whether white space stood before it on its line.
    var hasGap: Bool
}

/// The lines of one page or text without their white space, laid end to end.
struct PageText {
    private(set) var glyphs: [Glyph] = []
    /// Where each line lies in `glyphs`; no line is empty.
    private(set) var lines: [Range<Int>] = []
    private(set) var boxes: [PrintedLine.Box?] = []
    /// For each line the index of the printed line that it is.
    private(set) var sources: [Int] = []
    /// Whether a watermark lies over the page, pieces of which may stand in its values.
    private(set) var isStamped = false

    /// More characters than this are not read: no document has as many.
    static let maximumGlyphs = 8_000
    /// More lines than this neither.
    static let maximumLines = 500

    init(_ printed: [PrintedLine]) {
        glyphs.reserveCapacity(
            min(Self.maximumGlyphs, printed.prefix(Self.maximumLines).reduce(0) { $0 + min($1.text.utf8.count, 4096) / 2 }))
        for (index, line) in printed.enumerated() {
            guard glyphs.count < Self.maximumGlyphs, lines.count < Self.maximumLines else { break }
            append(line, index)
        }
        isStamped = NoiseFilter.isStamped(self)
    }

    private init() {}

    private mutating func append(_ line: PrintedLine, _ index: Int) {
        let start = glyphs.count, table = FoldingTable.standard
        var hasGap = false
        for scalar in line.text.unicodeScalars {
            let key = table.fold(scalar.value)
            if key == 0 { continue }
            if key == 0x20 { hasGap = glyphs.count > start; continue }
            glyphs.append(Glyph(raw: scalar.value, plain: Self.plain(scalar.value, key), key: key, hasGap: hasGap))
            hasGap = false
            if glyphs.count >= Self.maximumGlyphs { break }
        }
        guard glyphs.count > start else { return }
        lines.append(start..<glyphs.count)
        boxes.append(line.box)
        sources.append(index)
    }

    private static func plain(_ raw: UInt32, _ key: UInt32) -> UInt32 {
        guard key &- 0x61 < 26 else { return key }
        let isCapital = raw &- 0x41 < 26 || raw &- 0xFF21 < 26
        return isCapital ? key - 0x20 : key
    }

    /// The same page with only the lines `kept`.
    func keeping(_ kept: [Int]) -> PageText {
        var page = PageText()
        page.isStamped = isStamped
        for line in kept {
            let start = page.glyphs.count
            page.glyphs += glyphs[lines[line]]
            page.lines.append(start..<page.glyphs.count)
            page.boxes.append(boxes[line])
            page.sources.append(sources[line])
        }
        return page
    }

    var isEmpty: Bool { glyphs.isEmpty }

    /// The line that glyph `index` stands in.
    func line(of index: Int) -> Int {
        var low = 0, high = lines.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle].lowerBound <= index { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The characters of `range` as printed, without white space.
    func text(_ range: Range<Int>) -> String { Self.string(glyphs[range].lazy.map(\.raw)) }

    /// The characters of `range` half width and Simplified.
    func plain(_ range: Range<Int>) -> String { Self.string(glyphs[range].lazy.map(\.plain)) }

    /// The same with a space where one was printed, and between lines.
    func spaced(_ range: Range<Int>) -> String {
        var text = ""
        for index in range {
            if glyphs[index].hasGap, index > range.lowerBound { text.unicodeScalars.append(" ") }
            if let scalar = Unicode.Scalar(glyphs[index].plain) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    private static func string(_ scalars: some Sequence<UInt32>) -> String {
        var text = ""
        for scalar in scalars { if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) } }
        return text
    }

    subscript(index: Int) -> UInt32 { index >= 0 && index < glyphs.count ? glyphs[index].key : 0 }
}

extension UInt32 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isLetter: Bool { self &- 0x61 < 26 || self &- 0x41 < 26 }
    var isCapital: Bool { self &- 0x41 < 26 }
    var isHan: Bool { self >= 0x3400 && self <= 0x9FFF || self == 0x3007 || (self >= 0x20000 && self < 0x32000) }
    /// A colon, or what engines print for one.
    var isColon: Bool { self == 0x3A || self == 0xFE55 || self == 0x2236 }
    /// A sign that belongs to no value at its edge.
    var isEdgeMark: Bool {
        switch self {
        case 0x3A, 0x2236, 0xFE55, 0x7C, 0x5F, 0x3D, 0x7E, 0xB7, 0x2022, 0x2014, 0x2013, 0x22, 0x27, 0x201C, 0x201D, 0x60, 0xA6, 0x3B, 0x2C,
            0x5B, 0x5D, 0x2E, 0x2D, 0x3002:
            true
        default: false
        }
    }
}
