internal import TextAnalysis

/// Reading of folded scalars by index; beyond either end stands 0, so that no position can be wrong.
struct Scan {
    let scalars: [UInt32]

    init(_ text: FoldedText) { scalars = text.scalars }

    var count: Int { scalars.count }

    @inline(__always)
    subscript(index: Int) -> UInt32 { index >= 0 && index < scalars.count ? scalars[index] : 0 }

    /// The position after white space (folded to single spaces) at `index`.
    @inline(__always)
    func skippingSpace(_ index: Int) -> Int { self[index] == 0x20 ? index + 1 : index }

    /// The position before white space that ends at `index`.
    @inline(__always)
    func skippingSpaceBack(_ index: Int) -> Int { self[index - 1] == 0x20 ? index - 1 : index }

    /// The scalars of `range` as a string.
    func string(_ range: Range<Int>) -> String {
        var text = ""
        for index in range.clamped(to: 0..<count) {
            if let scalar = Unicode.Scalar(scalars[index]) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    /// The end of the run of Latin letters (and digits, if asked for) that begins at `index`.
    func endOfWord(_ index: Int, digits: Bool = false) -> Int {
        var end = index
        while self[end].isLatin || (digits && self[end].isDigit) { end += 1 }
        return end
    }

    /// Where the run of Latin letters that ends at `index` begins.
    func startOfWord(_ index: Int) -> Int {
        var start = index
        while self[start - 1].isLatin { start -= 1 }
        return start
    }

    /// Whether a word of `table` begins at most `reach` scalars before `index`, in the same clause.
    func hasCue<Value>(_ table: WordTable<Value>, before index: Int, reach: Int) -> Bool {
        var start = index
        while start > 0, index - start < reach, !self[start - 1].isClauseMark { start -= 1 }
        return (start..<max(start, index)).contains { position in
            guard let found = table.longest(at: position, in: self) else { return false }
            return position + found.length <= index
        }
    }

    /// Whether a word of `table` stands within the clause around `range`.
    func hasCue<Value>(_ table: WordTable<Value>, around range: Range<Int>, reach: Int = 16) -> Bool {
        if hasCue(table, before: range.lowerBound, reach: reach) { return true }
        var index = range.upperBound
        while index < count, index - range.upperBound < reach, !self[index].isClauseMark {
            if table.longest(at: index, in: self) != nil { return true }
            index += 1
        }
        return false
    }
}

extension UInt32 {
    /// The scalar of an ASCII character.
    @inline(__always)
    init(_ ascii: Character) { self = UInt32(ascii.asciiValue ?? 0) }

    @inline(__always)
    var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always)
    var isLatin: Bool { self &- 0x61 < 26 }
    @inline(__always)
    var isAlphanumeric: Bool { isDigit || isLatin }
    @inline(__always)
    var isHan: Bool { self >= 0x3400 && self <= 0x9FFF || self == 0x3007 || (self >= 0x20000 && self < 0x32000) }
    /// Marks that end a clause: , 。 ; ? ! 、 and a full stop, though not within a number.
    var isClauseMark: Bool {
        switch self {
        case 0x2C, 0x3B, 0x3F, 0x21, 0x3002, 0x3001, 0x2E: true
        default: false
        }
    }
    /// Folds a Han literal for comparison: `"号".scalar`.
    static func han(_ character: Unicode.Scalar) -> UInt32 { character.value }
}
