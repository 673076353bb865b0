/// Finds all of many literals in one pass over UTF-8 bytes (Aho & Corasick 1975), as a dense table over byte classes.
package struct LiteralScanner: Sendable {
    private let classes: [UInt8]
    private let width: Int
    /// Next state by state and byte class; the top bit marks states at which a literal ends.
    private let next: [UInt16]
    /// Where each state's literals begin in `outputs`; one entry more than states.
    private let firstOutput: [Int32]
    private let outputs: [Int32]

    private static let ends: UInt16 = 0x8000
    private static let stateMask: UInt16 = 0x7FFF

    /// `literals` may repeat; each is reported by its index.
    package init(_ literals: [String]) {
        var classes = [UInt8](repeating: 0, count: 256)
        var count = 1
        for byte in literals.flatMap(\.utf8) where classes[Int(byte)] == 0 {
            classes[Int(byte)] = UInt8(truncatingIfNeeded: count)
            count += 1
        }
        precondition(count <= 256, "more byte classes than bytes")
        var trie = Trie(width: count, bytes: literals.reduce(1) { $0 + $1.utf8.count })
        for (index, literal) in literals.enumerated() { trie.insert(literal.utf8.map { Int(classes[Int($0)]) }, index) }
        trie.close()
        self.classes = classes
        width = count
        firstOutput = trie.found.reduce(into: [0]) { $0.append($0.last! + Int32($1.count)) }
        outputs = trie.found.flatMap { $0.map(Int32.init) }
        precondition(trie.found.count <= Int(Self.stateMask), "too many literals for one automaton")
        next = trie.next.map { UInt16($0) | (trie.found[Int($0)].isEmpty ? 0 : Self.ends) }
    }

    /// States and byte classes, whose product is the size of the table.
    package var size: (states: Int, classes: Int) { (firstOutput.count - 1, width) }

    /// Calls `body` with the index of each literal found and the byte after its end, in order of the ends.
    @inline(__always)
    package func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (_ literal: Int, _ end: Int) -> Void) {
        guard !outputs.isEmpty else { return }
        classes.withUnsafeBufferPointer { classes in
            next.withUnsafeBufferPointer { next in
                var state = 0
                for index in 0..<bytes.count {
                    let step = next[state &* width &+ Int(classes[Int(bytes[index])])]
                    state = Int(step & Self.stateMask)
                    if step & Self.ends != 0 {
                        for output in firstOutput[state]..<firstOutput[state + 1] { body(Int(outputs[Int(output)]), index + 1) }
                    }
                }
            }
        }
    }

    /// The automaton while it grows.
    private struct Trie {
        let width: Int
        var next: [Int32]
        var found: [[Int]] = [[]]

        /// `bytes` bounds the number of states, so that the table never moves while it grows.
        init(width: Int, bytes: Int) {
            self.width = width
            next = []
            next.reserveCapacity(width * bytes)
            found.reserveCapacity(bytes)
            next.append(contentsOf: repeatElement(-1, count: width))
        }

        mutating func insert(_ symbols: [Int], _ literal: Int) {
            guard !symbols.isEmpty else { return }
            var state = 0
            for symbol in symbols {
                let slot = state * width + symbol
                if next[slot] < 0 {
                    next[slot] = Int32(found.count)
                    found.append([])
                    next.append(contentsOf: repeatElement(-1, count: width))
                }
                state = Int(next[slot])
            }
            found[state].append(literal)
        }

        /// Turns the trie into an automaton: breadth first, missing steps follow the longest proper suffix.
        mutating func close() {
            var failure = [Int](repeating: 0, count: found.count), queue: [Int] = []
            for symbol in 0..<width {
                if next[symbol] < 0 { next[symbol] = 0 } else { queue.append(Int(next[symbol])) }
            }
            var head = 0
            while head < queue.count {
                let state = queue[head]
                head += 1
                found[state] += found[failure[state]]
                for symbol in 0..<width {
                    let slot = state * width + symbol, fallback = next[failure[state] * width + symbol]
                    if next[slot] < 0 {
                        next[slot] = fallback
                    } else {
                        failure[Int(next[slot])] = Int(fallback)
                        queue.append(Int(next[slot]))
                    }
                }
            }
            renumber([0] + queue)
        }

        /// Gives the states new numbers in the order of `states`: those near the root, where a scan mostly is, lie
        /// together.
        private mutating func renumber(_ states: [Int]) {
            var number = [Int32](repeating: 0, count: states.count)
            for (place, state) in states.enumerated() { number[state] = Int32(place) }
            var ordered: [Int32] = []
            ordered.reserveCapacity(next.count)
            for state in states {
                for symbol in 0..<width { ordered.append(number[Int(next[state * width + symbol])]) }
            }
            next = ordered
            found = states.map { found[$0] }
        }
    }
}
