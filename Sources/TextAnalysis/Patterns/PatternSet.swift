/// Many patterns matched together: one pass finds which can match at all, then only those are tried.
///
/// Long texts are cut into clauses of at most 512 scalars, and a text has a budget of match steps (bytes handed to
/// single patterns), so that no text is costly and no answer depends on the load of the machine.
package struct PatternSet: Sendable {
    /// A pattern's hit.
    package struct Hit: Hashable, Sendable {
        /// Index of the pattern in the set.
        package let pattern: Int
        /// Where it matched, in bytes of the folded text.
        package let range: Range<Int>
    }

    package let patterns: [Pattern]
    private let scanner: LiteralScanner
    /// For each literal the pattern that needs it, and the bit of its group.
    private let needs: [(pattern: Int32, bit: UInt8)]
    /// The bits of all groups of each pattern.
    private let complete: [UInt8]
    private let always: [Int]

    /// The first literal that is only watched: those before it belong to patterns.
    private let firstWatched: Int

    /// Longest clause that is matched in one piece, in scalars.
    package static let maximumClause = 512
    /// Bytes handed to single patterns before a text's patterns are given up.
    package static let stepBudget = 400_000

    /// `watched`: folded literals that are looked for in the same pass, whatever the patterns are.
    package init(_ patterns: [Pattern], watched: [String] = []) {
        self.patterns = patterns
        var literals: [String] = [], needs: [(pattern: Int32, bit: UInt8)] = [], complete: [UInt8] = [], always: [Int] = []
        for (index, pattern) in patterns.enumerated() {
            let groups = pattern.requiredLiterals
            if groups.isEmpty { always.append(index) }
            complete.append(groups.indices.reduce(0) { $0 | 1 << UInt8($1) })
            for (number, group) in groups.enumerated() {
                for literal in Set(group.map(Self.beginning)).sorted() {
                    literals.append(literal)
                    needs.append((Int32(index), 1 << UInt8(number)))
                }
            }
        }
        firstWatched = literals.count
        scanner = LiteralScanner(literals + watched)
        self.needs = needs
        self.complete = complete
        self.always = always
    }

    /// The first scalars of a literal: enough to be rare, and the automaton stays small.
    private static func beginning(_ literal: String) -> String {
        String(String.UnicodeScalarView(literal.unicodeScalars.prefix(literal.utf8.count > literal.unicodeScalars.count ? 2 : 5)))
    }

    package var automaton: (states: Int, classes: Int) { scanner.size }

    /// Patterns for which no required literal is known: tried on every text.
    package var unfiltered: [Pattern] { always.map { patterns[$0] } }

    /// All patterns that match `text`, each once, in the order of their index; `work.watched` then holds the watched
    /// literals that were seen.
    package func hits(in text: FoldedText, _ work: inout Workspace) -> [Hit] {
        work.begin(patterns.count)
        var hits: [Hit] = []
        text.utf8.withUnsafeBufferPointer { bytes in
            text.scalars.withUnsafeBufferPointer { scalars in
                if scalars.count <= Self.maximumClause {
                    match(Clause(bytes: 0..<bytes.count, scalars: 0..<scalars.count), bytes, scalars, &work, &hits)
                } else {
                    for clause in Self.clauses(scalars) { match(clause, bytes, scalars, &work, &hits) }
                }
            }
        }
        if hits.count > 1 { hits.sort { $0.pattern < $1.pattern } }
        return hits
    }

    /// A piece of a text that is matched for itself.
    private struct Clause {
        let bytes: Range<Int>
        let scalars: Range<Int>
    }

    private func match(
        _ clause: Clause, _ bytes: UnsafeBufferPointer<UInt8>, _ scalars: UnsafeBufferPointer<UInt32>, _ work: inout Workspace,
        _ hits: inout [Hit]
    ) {
        work.newClause()
        for pattern in always { work.candidates.append(pattern) }
        let first = clause.scalars.lowerBound
        scanner.scan(UnsafeBufferPointer(rebasing: scalars[clause.scalars])) { literal, end in
            if literal >= firstWatched {
                work.watched.append((literal &- firstWatched, first &+ end))
            } else {
                let need = needs[literal]
                work.note(Int(need.pattern), need.bit, complete[Int(need.pattern)])
            }
        }
        let part = UnsafeBufferPointer(rebasing: bytes[clause.bytes]), offset = clause.bytes.lowerBound
        for pattern in work.candidates where !work.hasHit(pattern) {
            guard work.spend(part.count) else { return }
            if let range = work.matcher.range(of: patterns[pattern], in: part) {
                work.markHit(pattern)
                hits.append(Hit(pattern: pattern, range: range.lowerBound + offset..<range.upperBound + offset))
            }
        }
    }

    /// Cuts after clause marks, at 512 scalars at the latest.
    private static func clauses(_ scalars: UnsafeBufferPointer<UInt32>) -> [Clause] {
        var clauses: [Clause] = [], start = 0, startByte = 0, index = 0, byte = 0
        var mark: (scalar: Int, byte: Int)?
        while index < scalars.count {
            let scalar = scalars[index]
            byte += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
            index += 1
            if scalar == 0x2C || scalar == 0x21 || scalar == 0x3F || scalar == 0x3B || scalar == 0x3002 { mark = (index, byte) }
            if index - start == maximumClause {
                let end = mark ?? (index, byte)
                clauses.append(Clause(bytes: startByte..<end.byte, scalars: start..<end.scalar))
                (start, startByte) = end
                (index, byte) = end
                mark = nil
            }
        }
        if start < scalars.count { clauses.append(Clause(bytes: startByte..<byte, scalars: start..<scalars.count)) }
        return clauses
    }

    /// What matching a set needs for one text after another; one for each thread.
    package struct Workspace: ~Copyable {
        let matcher = PatternMatcher()
        /// For each pattern the clause in which literals of it were seen last, and which groups they belong to.
        private var seen: [(clause: UInt32, groups: UInt8)] = []
        private var hit: [UInt32] = []
        private var epoch: UInt32 = 0
        private var clauseEpoch: UInt32 = 0
        private var steps = 0
        fileprivate var candidates: [Int] = []
        /// The watched literals of the last text: index, and the scalar after its end.
        package fileprivate(set) var watched: [(literal: Int, end: Int)] = []
        /// How many patterns were tried on the last clause.
        package var triedPatterns: Int { candidates.count }
        /// Whether the last text ran out of its budget.
        package private(set) var exhausted = false

        package init() {}

        fileprivate mutating func begin(_ count: Int) {
            if seen.count < count {
                seen = [(clause: UInt32, groups: UInt8)](repeating: (0, 0), count: count)
                hit = [UInt32](repeating: 0, count: count)
                epoch = 0
                clauseEpoch = 0
            }
            epoch &+= 1
            watched.removeAll(keepingCapacity: true)
            steps = 0
            exhausted = false
        }

        fileprivate mutating func newClause() {
            clauseEpoch &+= 1
            candidates.removeAll(keepingCapacity: true)
        }

        /// A literal of one of the pattern's groups was seen; with the last group the pattern becomes a candidate.
        @inline(__always)
        fileprivate mutating func note(_ pattern: Int, _ bit: UInt8, _ complete: UInt8) {
            var groups = seen[pattern].clause == clauseEpoch ? seen[pattern].groups : 0
            if groups == complete { return }
            groups |= bit
            seen[pattern] = (clauseEpoch, groups)
            if groups == complete { candidates.append(pattern) }
        }

        fileprivate func hasHit(_ pattern: Int) -> Bool { hit[pattern] == epoch }
        fileprivate mutating func markHit(_ pattern: Int) { hit[pattern] = epoch }

        fileprivate mutating func spend(_ count: Int) -> Bool {
            steps += count
            if steps > PatternSet.stepBudget { exhausted = true }
            return !exhausted
        }
    }
}

extension PatternSet.Workspace {
    /// The first match of one pattern in `text`, with its captures.
    package func firstMatch(of pattern: Pattern, in text: FoldedText) -> PatternMatch? {
        text.utf8.withUnsafeBufferPointer { matcher.firstMatch(of: pattern, in: $0) }
    }
}
