/// Turns a folded text into the hashed keys of its features.
///
/// One value for each thread: its buffers are reused from text to text.
package struct FeatureExtractor {
    package let views: FeatureViews
    package let lexicon: ConceptLexicon
    private let pinyin: PinyinTable

    /// Keys of the last text; a key may repeat.
    package private(set) var keys: [UInt64] = []
    private var symbols: [UInt32] = []
    private var words: [Word] = []
    private var syllables: [UInt16] = []
    private var segmented: [UInt16] = []
    private var concepts: [ConceptLexicon.Occurrence] = []

    /// Written forms of `keys`, filled only by `describe`.
    private var names: [String] = []
    private var isNaming = false

    private struct Word {
        var hash: UInt64
        var isHan: Bool
        /// Where it stands among the symbols.
        var range: Range<Int>
    }

    package init(views: FeatureViews, lexicon: ConceptLexicon, pinyin: PinyinTable = .standard) {
        self.views = views
        self.lexicon = lexicon
        self.pinyin = pinyin
    }

    /// The view that a key belongs to.
    @inline(__always)
    package static func view(of key: UInt64) -> FeatureView { FeatureView(rawValue: UInt8(key & 7)) ?? .character }

    /// Computes `keys` for `text`.
    package mutating func extract(_ text: FoldedText) {
        keys.removeAll(keepingCapacity: true)
        readSymbols(text)
        addCharacters()
        if views.words > 0 || views.pinyin > 0 { readWords() }
        if views.words > 0 { addWords() }
        if views.pinyin > 0 { addPinyin() }
        if views.concepts > 0 { addConcepts(text) }
    }

    /// The features of `text` as people can read them, beside their keys: for explanations, not for the hot path.
    package mutating func describe(_ text: FoldedText) -> [(key: UInt64, name: String)] {
        isNaming = true
        names.removeAll()
        defer { isNaming = false }
        extract(text)
        return Array(zip(keys, names))
    }

    private static func text(_ symbols: ArraySlice<UInt32>) -> String {
        var text = ""
        for symbol in symbols {
            if symbol == edge { text += "│" } else if let scalar = Unicode.Scalar(symbol) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    // MARK: Characters

    private static let edge: UInt32 = 0x0A

    /// The folded scalars with their ends marked; marks and white space of any number are one space.
    private mutating func readSymbols(_ text: FoldedText) {
        symbols.removeAll(keepingCapacity: true)
        symbols.append(Self.edge)
        for scalar in text.scalars {
            if Self.isSeparator(scalar) {
                if symbols.last != 0x20, symbols.count > 1 { symbols.append(0x20) }
            } else {
                symbols.append(scalar)
            }
        }
        if symbols.last == 0x20 { symbols.removeLast() }
        symbols.append(Self.edge)
    }

    @inline(__always)
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return !(0x61...0x7A).contains(scalar) && !(0x30...0x39).contains(scalar)
        }
        return (0x2000...0x206F).contains(scalar) || (0x3000...0x3004).contains(scalar) || (0x3008...0x303F).contains(scalar)
            || (0xFE30...0xFE6F).contains(scalar)
    }

    private mutating func addCharacters() {
        let count = symbols.count, longest = views.characters
        guard longest > 0 else { return }
        for start in 0..<count {
            var hash = Self.seed(.character)
            for end in start..<min(start + longest, count) {
                hash = Self.mix(hash, UInt64(symbols[end]))
                if symbols[end] == Self.edge || symbols[end] == 0x20, end == start { continue }
                keys.append(Self.key(hash, .character))
                if isNaming { names.append(Self.text(symbols[start...end])) }
            }
        }
    }

    // MARK: Words and syllables

    /// Splits the symbols into words: each Han character, each run of letters, each run of digits.
    private mutating func readWords() {
        words.removeAll(keepingCapacity: true)
        syllables.removeAll(keepingCapacity: true)
        var index = 1
        while index < symbols.count - 1 {
            let scalar = symbols[index]
            if scalar == 0x20 { index += 1; continue }
            guard scalar < 0x80 else {
                words.append(Word(hash: Self.mix(0x1F, UInt64(scalar)), isHan: scalar >= 0x3400, range: index..<index + 1))
                syllables.append(pinyin.syllable(of: scalar))
                index += 1
                continue
            }
            let start = index, isDigit = scalar < 0x3A
            var hash: UInt64 = 0x2F
            while index < symbols.count, symbols[index] < 0x80, symbols[index] > 0x20, (symbols[index] < 0x3A) == isDigit {
                hash = Self.mix(hash, UInt64(symbols[index]))
                index += 1
            }
            words.append(Word(hash: hash, isHan: false, range: start..<index))
            if !isDigit, pinyin.segment(symbols[start..<index], into: &segmented) {
                syllables.append(contentsOf: segmented)
            } else {
                syllables.append(0)
            }
        }
    }

    private mutating func addWords() {
        for start in words.indices {
            var hash = Self.seed(.word), latin = false
            for end in start..<min(start + views.words, words.count) {
                hash = Self.mix(hash, words[end].hash)
                if !words[end].isHan { latin = true }
                if latin {
                    keys.append(Self.key(hash, .word))
                    if isNaming {
                        names.append(Self.text(symbols[words[start].range.lowerBound..<words[end].range.upperBound]))
                    }
                }
            }
        }
    }

    private mutating func addPinyin() {
        for start in syllables.indices where syllables[start] != 0 {
            var hash = Self.seed(.pinyin)
            for end in start..<min(start + views.pinyin, syllables.count) {
                guard syllables[end] != 0 else { break }
                hash = Self.mix(hash, UInt64(syllables[end]))
                keys.append(Self.key(hash, .pinyin))
                if isNaming {
                    names.append("~" + syllables[start...end].map { pinyin.spellings[Int($0)] }.joined(separator: " "))
                }
            }
        }
    }

    // MARK: Concepts

    private mutating func addConcepts(_ text: FoldedText) {
        lexicon.find(in: text.scalars, into: &concepts)
        let limit = min(concepts.count, 12)
        for first in 0..<limit {
            let one = UInt64(concepts[first].concept) + 1
            keys.append(Self.key(Self.mix(Self.seed(.concept), one), .concept))
            if isNaming { names.append("#" + name(ofConcept: first)) }
            guard views.concepts > 1 else { continue }
            for second in first + 1..<max(limit, first + 1) where second - first <= 4 {
                let other = UInt64(concepts[second].concept) + 1
                guard other != one else { continue }
                let pair = Self.mix(Self.mix(Self.seed(.concept), min(one, other)), max(one, other) &+ 0x10000)
                keys.append(Self.key(pair, .concept))
                if isNaming { names.append("#\(name(ofConcept: first))+\(name(ofConcept: second))") }
            }
        }
    }

    private func name(ofConcept index: Int) -> String { lexicon.entries[concepts[index].concept].concept }

    // MARK: Hashing

    @inline(__always)
    private static func seed(_ view: FeatureView) -> UInt64 { 0x9E37_79B9 &* UInt64(view.rawValue) }

    @inline(__always)
    private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        var mixed = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 29
        return mixed
    }

    /// The low three bits of a key tell its view.
    @inline(__always)
    private static func key(_ hash: UInt64, _ view: FeatureView) -> UInt64 {
        (mix(hash, 0xA5A5) & ~7) | UInt64(view.rawValue)
    }
}
