/// Words of all languages and dialects mapped to concepts: 停电, 冇电, power cut → `outage`.
///
/// Terms are matched in folded text; Latin terms only as whole words. Where terms overlap, the leftmost longest wins.
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
    private let trie: ScalarTrie

    package static let empty = ConceptLexicon([])

    package init(_ entries: [Entry]) {
        self.entries = entries
        var trie = ScalarTrie(capacity: entries.reduce(0) { $0 + $1.terms.count } * 4)
        var folded = FoldedText()
        for (index, entry) in entries.enumerated() {
            for term in entry.terms {
                folded.assign(term)
                if !folded.isEmpty { trie.insert(folded.scalars, value: UInt32(index) + 1) }
            }
        }
        self.trie = trie
    }

    /// A term found: its concept's index and where it stands, in scalars of the folded text.
    package struct Occurrence: Hashable, Sendable {
        package let concept: Int
        package let range: Range<Int>
    }

    /// The concepts in a folded text, from left to right, none overlapping; `found` is reused memory.
    package func find(in scalars: [UInt32], into found: inout [Occurrence]) {
        found.removeAll(keepingCapacity: true)
        guard !entries.isEmpty else { return }
        var start = 0
        while start < scalars.count {
            // Letters and digits match as whole words only.
            if start > 0, Self.isWordScalar(scalars[start]), Self.isWordScalar(scalars[start - 1]) { start += 1; continue }
            if let hit = trie.longest(in: scalars, from: start, where: { end in
                end == scalars.count || !Self.isWordScalar(scalars[end]) || !Self.isWordScalar(scalars[end - 1])
            }) {
                found.append(Occurrence(concept: Int(hit.value) - 1, range: start..<hit.end))
                start = hit.end
            } else {
                start += 1
            }
        }
    }

    @inline(__always)
    private static func isWordScalar(_ scalar: UInt32) -> Bool {
        (scalar >= 0x61 && scalar <= 0x7A) || (scalar >= 0x30 && scalar <= 0x39)
    }
}

/// A trie over scalars whose steps lie in one open-addressing table: small, and two or three probes a character.
struct ScalarTrie: Sendable {
    private struct Step: Sendable {
        var key: UInt64 = 0
        var node: UInt32 = 0
    }

    private var steps: [Step]
    private var used = 0
    /// What ends at each node; 0 for nothing. Node 0 is the root.
    private var values: [UInt32] = [0]

    init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        steps = [Step](repeating: Step(), count: size)
    }

    mutating func insert(_ scalars: [UInt32], value: UInt32) {
        var node: UInt32 = 0
        for scalar in scalars {
            if let next = next(node, scalar) { node = next; continue }
            values.append(0)
            let fresh = UInt32(values.count - 1)
            if (used + 1) * 2 > steps.count { grow() }
            place(Step(key: Self.key(node, scalar), node: fresh))
            used += 1
            node = fresh
        }
        if values[Int(node)] == 0 { values[Int(node)] = value }
    }

    /// The longest entry that starts at `start` and whose end `isEnd` accepts.
    @inline(__always)
    func longest(
        in scalars: [UInt32], from start: Int, where isEnd: (Int) -> Bool
    ) -> (value: UInt32, end: Int)? {
        var node: UInt32 = 0, index = start
        var best: (value: UInt32, end: Int)?
        while index < scalars.count, let step = next(node, scalars[index]) {
            node = step
            index += 1
            let value = values[Int(node)]
            if value != 0, isEnd(index) { best = (value, index) }
        }
        return best
    }

    /// Nodes are numbered from 1 on as they are made, so no key of a step is 0.
    @inline(__always)
    private static func key(_ node: UInt32, _ scalar: UInt32) -> UInt64 { UInt64(node) << 21 | UInt64(scalar) }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (steps.count - 1) }

    @inline(__always)
    private func next(_ node: UInt32, _ scalar: UInt32) -> UInt32? {
        let key = Self.key(node, scalar)
        var slot = slot(key)
        while steps[slot].node != 0 {
            if steps[slot].key == key { return steps[slot].node }
            slot = (slot + 1) & (steps.count - 1)
        }
        return nil
    }

    private mutating func place(_ step: Step) {
        var slot = slot(step.key)
        while steps[slot].node != 0 { slot = (slot + 1) & (steps.count - 1) }
        steps[slot] = step
    }

    private mutating func grow() {
        let old = steps
        steps = [Step](repeating: Step(), count: old.count * 2)
        for step in old where step.node != 0 { place(step) }
    }
}
