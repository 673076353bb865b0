/// Splits a folded text into words: each Han character, each run of letters, each run of digits.
struct WordReader: Sendable {
    struct Word: Sendable {
        var hash: UInt64
        var isHan: Bool
        /// Where it stands among the symbols.
        var range: Range<Int>
    }

    /// The folded scalars with their ends marked; marks and white space of any number are one space.
    private(set) var symbols: [UInt32] = []
    private(set) var words: [Word] = []
    /// Where each symbol stands among the scalars of the folded text.
    private(set) var places: [Int32] = []

    static let edge: UInt32 = 0x0A
    static let space: UInt32 = 0x20

    init() {}

    /// Fills `symbols` and `words` from `text`.
    mutating func read(_ text: FoldedText) {
        readSymbols(text)
        readWords()
    }

    mutating func readSymbols(_ text: FoldedText) {
        symbols.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        add(Self.edge, 0)
        for (place, scalar) in text.scalars.enumerated() {
            if Self.isSeparator(scalar) {
                if symbols[symbols.count - 1] != Self.space, symbols.count > 1 { add(Self.space, place) }
            } else {
                add(scalar, place)
            }
        }
        if symbols[symbols.count - 1] == Self.space {
            symbols.removeLast()
            places.removeLast()
        }
        add(Self.edge, text.scalars.count)
    }

    @inline(__always)
    private mutating func add(_ symbol: UInt32, _ place: Int) {
        symbols.append(symbol)
        places.append(Int32(truncatingIfNeeded: place))
    }

    private mutating func readWords() {
        words.removeAll(keepingCapacity: true)
        symbols.withUnsafeBufferPointer { symbols in
            var index = 1
            while index < symbols.count - 1 {
                let scalar = symbols[index]
                if scalar == Self.space { index += 1; continue }
                guard scalar < 0x80 else {
                    words.append(Word(hash: Self.mix(0x1F, scalar), isHan: scalar >= 0x3400, range: index..<index + 1))
                    index += 1
                    continue
                }
                let start = index, isDigit = scalar < 0x3A
                var hash: UInt64 = 0x2F
                while symbols[index] < 0x80, symbols[index] > Self.space, (symbols[index] < 0x3A) == isDigit {
                    hash = Self.mix(hash, symbols[index])
                    index += 1
                }
                words.append(Word(hash: hash, isHan: false, range: start..<index))
            }
        }
    }

    @inline(__always)
    private static func mix(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
        var mixed = (hash ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 29
        return mixed
    }

    @inline(__always)
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return !(0x61...0x7A).contains(scalar) && !(0x30...0x39).contains(scalar)
        }
        return (0x2000...0x206F).contains(scalar) || (0x3000...0x3004).contains(scalar) || (0x3008...0x303F).contains(scalar)
            || (0xFE30...0xFE6F).contains(scalar)
    }
}
