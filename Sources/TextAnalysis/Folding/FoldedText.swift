/// A customer's text after folding, with the way back: every folded scalar knows where it came from.
///
/// Reuse one value for many texts (`assign`): its buffers are kept.
package struct FoldedText: Sendable {
    /// Folded scalars; runs of white space are one space, none stands at either end.
    package private(set) var scalars: [UInt32] = []
    /// For each folded scalar the index of its source, in Unicode scalars of the original text.
    package private(set) var origins: [UInt32] = []
    /// The folded scalars as UTF-8, what patterns are matched against.
    package private(set) var utf8: [UInt8] = []
    /// What kinds of characters there are, so that searches can be left out.
    package private(set) var traits: TextTraits = []
    /// Number of Unicode scalars in the original text.
    package private(set) var sourceCount = 0

    package init() {}

    package init(_ text: String, table: FoldingTable = .standard) {
        assign(text, table: table)
    }

    /// Takes a new text in place of the old one.
    package mutating func assign(_ text: String, table: FoldingTable = .standard) {
        var text = text
        text.withUTF8 { assign(utf8: $0, table: table) }
    }

    /// Takes new text given as valid UTF-8.
    package mutating func assign(utf8 source: UnsafeBufferPointer<UInt8>, table: FoldingTable = .standard) {
        scalars.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        utf8.removeAll(keepingCapacity: true)
        traits = []
        var index = 0
        var origin: UInt32 = 0
        var pendingSpace: UInt32? = nil
        while index < source.count {
            let scalar = Self.decode(source, &index)
            let folded = table.fold(scalar)
            defer { origin += 1 }
            if folded == 0 { continue }
            if folded == 0x20 {
                if !scalars.isEmpty, pendingSpace == nil { pendingSpace = origin }
                continue
            }
            if let space = pendingSpace {
                append(0x20, from: space)
                pendingSpace = nil
            }
            append(folded, from: origin)
            traits.formUnion(TextTraits(of: folded))
            if folded != scalar, folded >= 0x3400, scalar <= 0xFFFF { traits.insert(.traditional) }
        }
        sourceCount = Int(origin)
    }

    @inline(__always)
    private mutating func append(_ scalar: UInt32, from origin: UInt32) {
        scalars.append(scalar)
        origins.append(origin)
        if scalar < 0x80 {
            utf8.append(UInt8(scalar))
        } else if scalar < 0x800 {
            utf8.append(UInt8(0xC0 | scalar >> 6))
            utf8.append(UInt8(0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            utf8.append(UInt8(0xE0 | scalar >> 12))
            utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            utf8.append(UInt8(0x80 | scalar & 0x3F))
        } else {
            utf8.append(UInt8(0xF0 | scalar >> 18))
            utf8.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            utf8.append(UInt8(0x80 | scalar & 0x3F))
        }
    }

    @inline(__always)
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        let first = UInt32(bytes[index])
        index += 1
        if first < 0x80 { return first }
        let length = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
        var scalar = first & (length == 1 ? 0x1F : length == 2 ? 0x0F : 0x07)
        for _ in 0..<length where index < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[index]) & 0x3F
            index += 1
        }
        return scalar
    }

    /// The folded text as a string.
    package var string: String { String(decoding: utf8, as: UTF8.self) }

    package var isEmpty: Bool { scalars.isEmpty }

    /// The folded scalar that starts at byte `offset` of `utf8`.
    package func scalarIndex(ofByte offset: Int) -> Int {
        var index = 0
        for byte in utf8[..<offset] where byte & 0xC0 != 0x80 { index += 1 }
        return index
    }

    /// The byte of `utf8` at which folded scalar `index` starts.
    package func byteOffset(ofScalar index: Int) -> Int {
        var offset = 0
        for scalar in scalars[..<index] { offset += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4 }
        return offset
    }

    /// Where a range of folded scalars lies in the original text, in Unicode scalars, half open.
    package func sourceRange(ofScalars range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let at = range.lowerBound < origins.count ? Int(origins[range.lowerBound]) : sourceCount
            return at..<at
        }
        return Int(origins[range.lowerBound])..<Int(origins[range.upperBound - 1]) + 1
    }

    /// Where a range of bytes of `utf8` lies in the original text, in Unicode scalars, half open.
    package func sourceRange(ofBytes range: Range<Int>) -> Range<Int> {
        sourceRange(ofScalars: scalarIndex(ofByte: range.lowerBound)..<scalarIndex(ofByte: range.upperBound))
    }

    /// The folded text of a range of folded scalars.
    package func string(ofScalars range: Range<Int>) -> String {
        var text = ""
        for scalar in scalars[range] { if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) } }
        return text
    }
}

/// Kinds of characters that occur in a folded text.
package struct TextTraits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// ASCII digits.
    package static let digits = TextTraits(rawValue: 1)
    /// Chinese numerals: 一二三…十百千万亿, 幺, 两, 零, 〇, 半, 廿.
    package static let hanNumerals = TextTraits(rawValue: 2)
    /// Latin letters.
    package static let latin = TextTraits(rawValue: 4)
    /// Han characters.
    package static let han = TextTraits(rawValue: 8)
    /// Characters that were written in their Traditional form.
    package static let traditional = TextTraits(rawValue: 16)
    /// Sentence and clause marks: ， 。 ； ？ ！ 、 and their ASCII forms.
    package static let clauseMarks = TextTraits(rawValue: 32)
    /// Stars or other masking signs.
    package static let masks = TextTraits(rawValue: 64)

    private static let numerals: Set<UInt32> = Set("一二三四五六七八九十百千万亿幺两零〇半廿卅".unicodeScalars.map(\.value))

    @inline(__always)
    init(of scalar: UInt32) {
        if scalar < 0x80 {
            switch scalar {
            case 0x30...0x39: self = .digits
            case 0x61...0x7A: self = .latin
            case 0x21, 0x2C, 0x3B, 0x3F: self = .clauseMarks
            case 0x2A: self = .masks
            default: self = []
            }
        } else if scalar >= 0x4E00, scalar <= 0x9FFF {
            self = Self.mayBeNumeral(scalar) && Self.numerals.contains(scalar) ? [.han, .hanNumerals] : .han
        } else if scalar == 0x3002 || scalar == 0x3001 {
            self = .clauseMarks
        } else {
            self = scalar >= 0x3400 && scalar < 0x4E00 ? .han : scalar == 0x3007 ? [.han, .hanNumerals] : []
        }
    }

    /// A cheap test that almost all other characters fail, before the set is asked.
    @inline(__always)
    private static func mayBeNumeral(_ scalar: UInt32) -> Bool {
        scalar <= 0x4EBF || scalar == 0x5341 || scalar == 0x767E || scalar == 0x5343 || scalar == 0x56DB
            || scalar == 0x516D || scalar == 0x516B || scalar == 0x5E7A || scalar == 0x4E24 || scalar == 0x96F6
            || scalar == 0x534A || scalar == 0x5EFF || scalar == 0x5345
    }
}
