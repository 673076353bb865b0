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

    private let byFirst: [UInt32: [Word]]
    private let byLast: [UInt32: [Word]]
    /// Cheap tests that almost all scalars fail at which no word begins or ends.
    private let firsts: ScalarFilter
    private let lasts: ScalarFilter

    init(_ words: [(String, Value)]) {
        var byFirst: [UInt32: [Word]] = [:]
        var byLast: [UInt32: [Word]] = [:]
        for (text, value) in words {
            let word = Word(scalars: FoldedText(text).scalars, value: value)
            guard let first = word.scalars.first, let last = word.scalars.last else { continue }
            byFirst[first, default: []].append(word)
            byLast[last, default: []].append(word)
        }
        firsts = ScalarFilter(byFirst.keys)
        lasts = ScalarFilter(byLast.keys)
        self.byFirst = byFirst.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
        self.byLast = byLast.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }

    /// The longest word that begins at `index`.
    @inline(__always)
    func longest(at index: Int, in scan: Scan) -> Match? {
        firsts.mayHold(scan[index]) ? search(at: index, scan) : nil
    }

    private func search(at index: Int, _ scan: Scan) -> Match? {
        guard let words = byFirst[scan[index]] else { return nil }
        for word in words where Self.stands(word.scalars, at: index, in: scan) {
            return Match(value: word.value, length: word.scalars.count)
        }
        return nil
    }

    /// The longest word that ends at `end`.
    @inline(__always)
    func longest(endingAt end: Int, in scan: Scan) -> Match? {
        lasts.mayHold(scan[end - 1]) ? search(endingAt: end, scan) : nil
    }

    private func search(endingAt end: Int, _ scan: Scan) -> Match? {
        guard let words = byLast[scan[end - 1]] else { return nil }
        for word in words where Self.stands(word.scalars, at: end - word.scalars.count, in: scan) {
            return Match(value: word.value, length: word.scalars.count)
        }
        return nil
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
