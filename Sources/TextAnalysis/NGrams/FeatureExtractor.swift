/// Turns a folded text into the hashed keys of its features.
///
/// One value for each thread: its buffers are reused from text to text.
package struct FeatureExtractor {
    package let views: FeatureViews
    package let lexicon: ConceptLexicon
    private let pinyin: PinyinTable

    /// The first `count` hold the keys of the last text.
    private var buffer: [UInt64] = []
    private var count = 0
    private var reader = WordReader()
    private var syllables: [UInt16] = []
    private var segmented: [UInt16] = []
    private var concepts: [ConceptLexicon.Occurrence] = []
    /// Written forms of `keys`, filled only by `describe`.
    private var names: [String] = []
    private var isNaming = false

    package init(views: FeatureViews, lexicon: ConceptLexicon, pinyin: PinyinTable = .standard) {
        self.views = views
        self.lexicon = lexicon
        self.pinyin = pinyin
    }

    /// The view that a key belongs to.
    @inline(__always)
    package static func view(of key: UInt64) -> FeatureView { FeatureView(rawValue: UInt8(key & 7)) ?? .character }

    /// Keys of the last text; a key may repeat.
    package var keys: ArraySlice<UInt64> { buffer[..<count] }

    /// Computes `keys` for `text`.
    package mutating func extract(_ text: FoldedText) {
        count = 0
        reader.read(text)
        // Most keys that a text can have: every view at its longest, a dozen concepts with their pairs.
        let most = reader.symbols.count * (views.characters + views.words + 2 * views.pinyin) + 64
        if buffer.count < most { buffer = [UInt64](repeating: 0, count: 2 * most) }
        addCharacters()
        if views.words > 0 { addWords() }
        if views.pinyin > 0 { addPinyin() }
        if views.concepts > 0 { addConcepts() }
    }

    /// The features of `text` as people can read them, beside their keys: for explanations, not for the hot path.
    package mutating func describe(_ text: FoldedText) -> [(key: UInt64, name: String)] {
        isNaming = true
        names.removeAll()
        defer { isNaming = false }
        extract(text)
        return Array(zip(keys, names))
    }

    @inline(__always)
    private mutating func add(_ key: UInt64) {
        buffer[count] = key
        count &+= 1
    }

    // MARK: Characters

    private mutating func addCharacters() {
        let symbols = reader.symbols, longest = views.characters
        guard longest > 0 else { return }
        for start in symbols.indices {
            var hash = Self.seed(.character)
            let isBlank = symbols[start] == WordReader.edge || symbols[start] == WordReader.space
            for end in start..<min(start + longest, symbols.count) {
                hash = Self.mix(hash, UInt64(symbols[end]))
                if isBlank, end == start { continue }
                add(Self.key(hash, .character))
                if isNaming { names.append(Self.text(symbols[start...end])) }
            }
        }
    }

    private static func text(_ symbols: ArraySlice<UInt32>) -> String {
        var text = ""
        for symbol in symbols {
            if symbol == WordReader.edge { text += "│" } else if let scalar = Unicode.Scalar(symbol) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    // MARK: Words and syllables

    /// N-grams that hold at least one word in letters or digits: those of Han characters alone are character n-grams.
    private mutating func addWords() {
        let words = reader.words
        for start in words.indices {
            var hash = Self.seed(.word), latin = false
            for end in start..<min(start + views.words, words.count) {
                hash = Self.mix(hash, words[end].hash)
                if !words[end].isHan { latin = true }
                guard latin else { continue }
                add(Self.key(hash, .word))
                if isNaming {
                    names.append(Self.text(reader.symbols[words[start].range.lowerBound..<words[end].range.upperBound]))
                }
            }
        }
    }

    private mutating func readSyllables() {
        syllables.removeAll(keepingCapacity: true)
        for word in reader.words {
            let first = reader.symbols[word.range.lowerBound]
            if first >= 0x80 {
                syllables.append(pinyin.syllable(of: first))
            } else if first > 0x3A, pinyin.segment(reader.symbols[word.range], into: &segmented) {
                syllables.append(contentsOf: segmented)
            } else {
                syllables.append(0)
            }
        }
    }

    private mutating func addPinyin() {
        readSyllables()
        for start in syllables.indices where syllables[start] != 0 {
            var hash = Self.seed(.pinyin)
            for end in start..<min(start + views.pinyin, syllables.count) {
                guard syllables[end] != 0 else { break }
                hash = Self.mix(hash, UInt64(syllables[end]))
                add(Self.key(hash, .pinyin))
                if isNaming {
                    names.append("~" + syllables[start...end].map { pinyin.spellings[Int($0)] }.joined(separator: " "))
                }
            }
        }
    }

    // MARK: Concepts

    /// Each concept, and from order 2 on each pair of concepts that stand near each other, in any order.
    private mutating func addConcepts() {
        lexicon.find(in: reader.words, into: &concepts)
        let limit = min(concepts.count, 12)
        for first in 0..<limit {
            let one = UInt64(concepts[first].concept) + 1
            add(Self.key(Self.mix(Self.seed(.concept), one), .concept))
            if isNaming { names.append("#" + name(ofConcept: first)) }
            guard views.concepts > 1 else { continue }
            for second in first + 1..<max(limit, first + 1) where second - first <= 4 {
                let other = UInt64(concepts[second].concept) + 1
                guard other != one else { continue }
                let pair = Self.mix(Self.mix(Self.seed(.concept), min(one, other)), max(one, other) &+ 0x10000)
                add(Self.key(pair, .concept))
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
