/// Words of all languages and dialects mapped to concepts: 停电, 冇电, power cut → `outage`.
///
/// Terms are matched word by word in folded text, a Han character being a word: Latin terms match whole words only.
/// Where terms overlap, the leftmost longest wins.
package struct ConceptLexicon: Sendable {
    /// A concept and the terms that mean it.
    package struct Entry: Hashable, Sendable {
        package let concept: String
        package let terms: [String]
        package init(concept: String, terms: [String]) {
            self.concept = concept
            self.terms = terms
        }
    }

    package let entries: [Entry]
    private let trie: WordTrie

    package static let empty = ConceptLexicon([])

    package init(_ entries: [Entry]) {
        self.entries = entries
        var trie = WordTrie(), folded = FoldedText(), reader = WordReader()
        for (index, entry) in entries.enumerated() {
            for term in entry.terms {
                folded.assign(term)
                reader.read(folded)
                if !reader.words.isEmpty { trie.insert(reader.words, value: UInt16(index + 1)) }
            }
        }
        self.trie = trie
    }

    /// A term found: its concept's index and where it stands, in words.
    struct Occurrence: Hashable, Sendable {
        let concept: Int
        let range: Range<Int>
    }

    /// The terms in `text`: index of the entry and place in scalars of the folded text, from left to right.
    package func terms(in text: FoldedText) -> [(entry: Int, range: Range<Int>)] {
        var reader = WordReader(), found: [Occurrence] = []
        reader.read(text)
        find(in: reader.words, into: &found)
        return found.map { occurrence in
            let first = reader.words[occurrence.range.lowerBound].range.lowerBound
            let last = reader.words[occurrence.range.upperBound - 1].range.upperBound - 1
            return (occurrence.concept, Int(reader.places[first])..<Int(reader.places[last]) + 1)
        }
    }

    /// The concepts among `words`, from left to right, none overlapping; `found` is reused memory.
    func find(in words: [WordReader.Word], into found: inout [Occurrence]) {
        found.removeAll(keepingCapacity: true)
        guard !entries.isEmpty else { return }
        words.withUnsafeBufferPointer { words in
            var start = 0
            while start < words.count {
                if !trie.mayBegin(with: words[start].hash) { start += 1; continue }
                let hit = trie.longest(in: words, from: start)
                if hit.value == 0 { start += 1; continue }
                found.append(Occurrence(concept: Int(hit.value) - 1, range: start..<hit.end))
                start = hit.end
            }
        }
    }
}

/// A trie over words whose steps lie in one open-addressing table of 64-bit entries: fingerprint ‖ node.
struct WordTrie: Sendable {
    private var steps: [UInt64]
    /// First steps lie in a table of their own, which stays near the processor: most walks end there.
    private var roots = [UInt64](repeating: 0, count: 512)
    private var used = 0
    private var rootCount = 0
    /// What ends at each node; 0 for nothing. Node 0 is the root.
    private var values: [UInt16] = [0]

    /// Which words begin a term, as a bitmap over the low bits of their hashes: most words begin none.
    private var beginnings = [UInt64](repeating: 0, count: 1024)

    init() { steps = [UInt64](repeating: 0, count: 1024) }

    @inline(__always)
    func mayBegin(with hash: UInt64) -> Bool {
        beginnings[Int(truncatingIfNeeded: hash >> 6) & 1023] >> (hash & 63) & 1 == 1
    }

    mutating func insert(_ words: [WordReader.Word], value: UInt16) {
        var node: UInt32 = 0
        if let first = words.first { beginnings[Int(truncatingIfNeeded: first.hash >> 6) & 1023] |= 1 << (first.hash & 63) }
        for word in words {
            let key = Self.key(node, word.hash), isRoot = node == 0
            let next = isRoot ? Self.next(key, roots) : Self.next(key, steps)
            if next != 0 { node = next; continue }
            values.append(0)
            let fresh = UInt32(values.count - 1), step = key & ~0xFFFF_FFFF | UInt64(fresh)
            if isRoot {
                rootCount += 1
                if rootCount * 2 > roots.count { Self.grow(&roots) }
                Self.place(step, in: &roots)
            } else {
                used += 1
                if used * 2 > steps.count { Self.grow(&steps) }
                Self.place(step, in: &steps)
            }
            node = fresh
        }
        if values[Int(node)] == 0 { values[Int(node)] = value }
    }

    /// The longest entry that starts at `start`; value 0 if there is none.
    @inline(__always)
    func longest(in words: UnsafeBufferPointer<WordReader.Word>, from start: Int) -> (value: UInt16, end: Int) {
        var node = Self.next(Self.key(0, words[start].hash), roots), index = start, best = (value: UInt16(0), end: start)
        while node != 0 {
            index += 1
            let value = values[Int(node)]
            if value != 0 { best = (value, index) }
            if index == words.count { break }
            node = Self.next(Self.key(node, words[index].hash), steps)
        }
        return best
    }

    /// The upper half is the fingerprint of a step, the lower half chooses its slot.
    @inline(__always)
    private static func key(_ node: UInt32, _ hash: UInt64) -> UInt64 {
        var mixed = (hash ^ UInt64(node) &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
        return mixed &* 0xD6E8_FEB8_6659_FD93
    }

    /// Doubling the table keeps a step's fingerprint, so its slot must come from the fingerprint's own bits.
    @inline(__always)
    private static func next(_ key: UInt64, _ steps: [UInt64]) -> UInt32 {
        steps.withUnsafeBufferPointer { steps in
            let mask = steps.count &- 1
            var slot = Int(truncatingIfNeeded: key >> 34) & mask
            while true {
                let step = steps[slot]
                if step == 0 { return 0 }
                if step >> 32 == key >> 32 { return UInt32(truncatingIfNeeded: step) }
                slot = (slot &+ 1) & mask
            }
        }
    }

    private static func place(_ step: UInt64, in steps: inout [UInt64]) {
        var slot = Int(truncatingIfNeeded: step >> 34) & (steps.count - 1)
        while steps[slot] != 0 { slot = (slot + 1) & (steps.count - 1) }
        steps[slot] = step
    }

    private static func grow(_ steps: inout [UInt64]) {
        let old = steps
        steps = [UInt64](repeating: 0, count: old.count * 2)
        for step in old where step != 0 { place(step, in: &steps) }
    }
}
