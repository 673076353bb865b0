internal import TextAnalysis

/// Words looked up at a position of a scan, forwards or backwards, the longest first.
///
/// Words are folded when the table is made. A word that begins or ends with a Latin letter is not found inside a
/// longer run of letters.
struct WordTable<Value: Sendable>: Sendable {
    /// A word found, with its length in scalars.
    struct Match {
        let value: Value
        let length: Int
    }

    private struct Word: Sendable {
        let scalars: [UInt32]
        let value: Value
    }

    private let byFirst: Buckets
    private let byLast: Buckets

    /// Words by the low eight bits of one of their scalars, the longest first.
    private struct Buckets: Sendable {
        /// A cheap test that almost all scalars fail at which no word begins or ends.
        let filter: ScalarFilter
        private let words: [Word]
        private let starts: [Int32]

        init(_ words: [Word], _ scalar: (Word) -> UInt32) {
            filter = ScalarFilter(words.map(scalar))
            var counts = [Int32](repeating: 0, count: 257)
            for word in words { counts[Int(scalar(word) & 255) + 1] += 1 }
            for index in 1...256 { counts[index] += counts[index - 1] }
            starts = counts
            self.words = words.enumerated().sorted { one, other in
                let keys = (scalar(one.element) & 255, scalar(other.element) & 255)
                if keys.0 != keys.1 { return keys.0 < keys.1 }
                let lengths = (one.element.scalars.count, other.element.scalars.count)
                return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : one.offset < other.offset
            }.map(\.element)
        }

        @inline(__always)
        func first(_ scalar: UInt32, where stands: (Word) -> Bool) -> Match? {
            for index in Int(starts[Int(scalar & 255)])..<Int(starts[Int(scalar & 255) + 1]) where stands(words[index]) {
                return Match(value: words[index].value, length: words[index].scalars.count)
            }
            return nil
        }
    }

    init(_ words: [(String, Value)]) {
        let words = words.map { Word(scalars: FoldedText($0).scalars, value: $1) }.filter { !$0.scalars.isEmpty }
        byFirst = Buckets(words) { $0.scalars[0] }
        byLast = Buckets(words) { $0.scalars[$0.scalars.count - 1] }
    }

    /// The longest word that begins at `index`.
    @inline(__always)
    func longest(at index: Int, in scan: Scan) -> Match? {
        byFirst.filter.mayHold(scan[index]) ? search(at: index, scan) : nil
    }

    private func search(at index: Int, _ scan: Scan) -> Match? {
        byFirst.first(scan[index]) { Self.stands($0.scalars, at: index, in: scan) }
    }

    /// The longest word that ends at `end`.
    @inline(__always)
    func longest(endingAt end: Int, in scan: Scan) -> Match? {
        byLast.filter.mayHold(scan[end - 1]) ? search(endingAt: end, scan) : nil
    }

    private func search(endingAt end: Int, _ scan: Scan) -> Match? {
        byLast.first(scan[end - 1]) { Self.stands($0.scalars, at: end - $0.scalars.count, in: scan) }
    }

    private static func stands(_ word: [UInt32], at start: Int, in scan: Scan) -> Bool {
        guard start >= 0, start + word.count <= scan.count else { return false }
        for offset in 0..<word.count where scan.scalars[start + offset] != word[offset] { return false }
        if word[0].isLatin, scan[start - 1].isLatin { return false }
        if word[word.count - 1].isLatin, scan[start + word.count].isLatin { return false }
        return true
    }
}

/// A set of scalars by their low twelve bits: says no for certain, yes only perhaps.
struct ScalarFilter: Sendable {
    private var bits = [UInt64](repeating: 0, count: 64)

    init(_ scalars: some Sequence<UInt32>) {
        for scalar in scalars { bits[Int(scalar >> 6 & 63)] |= 1 << UInt64(scalar & 63) }
    }

    @inline(__always)
    func mayHold(_ scalar: UInt32) -> Bool { bits[Int(scalar >> 6 & 63)] & 1 << UInt64(scalar & 63) != 0 }
}

extension WordTable where Value == Void {
    /// A table of words without values.
    init(_ words: [String]) { self.init(words.map { ($0, ()) }) }

    /// A table of the words in `text`, separated by commas.
    init(_ text: String) { self.init(text.split(separator: ",").map(String.init)) }
}

extension WordTable {
    /// A table of lines `value: word word …`.
    init(lines: String, _ value: (String) -> Value) {
        var words: [(String, Value)] = []
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let key = value(String(parts[0]))
            for word in parts[1].split(separator: ",") { words.append((String(word), key)) }
        }
        self.init(words)
    }
}
