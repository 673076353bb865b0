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
        // Folding never lengthens a text: neither in scalars nor, scalar by scalar, in bytes beyond three for one.
        let most = source.count
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * most + 2) { words in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * most + 4) { bytes in
                fold(source, table, words, UnsafeMutableBufferPointer(rebasing: words[(most + 1)...]), bytes)
            }
        }
    }

    /// Writes the folded scalars, where they come from, and their bytes; then takes them over at once.
    private mutating func fold(
        _ source: UnsafeBufferPointer<UInt8>, _ table: FoldingTable, _ scalars: UnsafeMutableBufferPointer<UInt32>,
        _ origins: UnsafeMutableBufferPointer<UInt32>, _ bytes: UnsafeMutableBufferPointer<UInt8>
    ) {
        var index = 0, count = 0, length = 0
        var origin: UInt32 = 0, pendingSpace: UInt32?
        var traits: UInt8 = 0
        table.targets.withUnsafeBufferPointer { targets in
            table.traits.withUnsafeBufferPointer { traitsOf in
                while index < source.count {
                    let scalar = Self.decode(source, &index)
                    let folded = scalar <= 0xFFFF ? UInt32(targets[Int(scalar)]) : table.fold(scalar)
                    defer { origin += 1 }
                    if folded == 0 { continue }
                    if folded == 0x20 {
                        if count > 0, pendingSpace == nil { pendingSpace = origin }
                        continue
                    }
                    if let space = pendingSpace {
                        scalars[count] = 0x20
                        origins[count] = space
                        bytes[length] = 0x20
                        count += 1
                        length += 1
                        pendingSpace = nil
                    }
                    scalars[count] = folded
                    origins[count] = origin
                    count += 1
                    length += Self.encode(folded, bytes, length)
                    if folded <= 0xFFFF { traits |= traitsOf[Int(folded)] }
                    if folded != scalar, folded >= 0x3400, scalar <= 0xFFFF { traits |= TextTraits.traditional.rawValue }
                }
            }
        }
        self.scalars.removeAll(keepingCapacity: true)
        self.scalars.append(contentsOf: scalars[..<count])
        self.origins.removeAll(keepingCapacity: true)
        self.origins.append(contentsOf: origins[..<count])
        utf8.removeAll(keepingCapacity: true)
        utf8.append(contentsOf: bytes[..<length])
        self.traits = TextTraits(rawValue: traits)
        sourceCount = Int(origin)
    }

    /// Writes one scalar as UTF-8; how many bytes it took.
    @inline(__always)
    private static func encode(_ scalar: UInt32, _ bytes: UnsafeMutableBufferPointer<UInt8>, _ at: Int) -> Int {
        if scalar < 0x80 {
            bytes[at] = UInt8(truncatingIfNeeded: scalar)
            return 1
        }
        if scalar < 0x800 {
            bytes[at] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            bytes[at + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 2
        }
        if scalar < 0x10000 {
            bytes[at] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            bytes[at + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            bytes[at + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 3
        }
        bytes[at] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
        bytes[at + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
        bytes[at + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        bytes[at + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        return 4
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
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

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

    /// The traits of one folded scalar; tabulated by `FoldingTable`.
    init(of scalar: UInt32) {
        switch scalar {
        case 0x30...0x39: self = .digits
        case 0x61...0x7A: self = .latin
        case 0x21, 0x2C, 0x3B, 0x3F, 0x3001, 0x3002: self = .clauseMarks
        case 0x2A: self = .masks
        case 0x3007: self = [.han, .hanNumerals]
        case 0x3400...0x9FFF: self = Self.numerals.contains(scalar) ? [.han, .hanNumerals] : .han
        default: self = []
        }
    }
}
