/// Finds all of many literals in one pass over folded scalars (Aho & Corasick 1975).
///
/// Scalars are mapped to classes; the steps from the root lie in a table of their own, all others in one hash table.
/// A filter of 32 bits beside each state tells of nearly every step that is not there.
package struct LiteralScanner: Sendable {
    /// Class of each scalar of the Basic Multilingual Plane; 0 for those in no literal.
    private let classes: [UInt16]
    private let otherClasses: [UInt32: UInt16]
    private let roots: [UInt32]
    private let states: [State]
    /// Open addressing: state and class in the upper 40 bits, the next state in the lower 24.
    private let steps: [UInt64]
    private let outputs: [Int32]

    private struct State {
        var filter: UInt32 = 0
        var failure: UInt32 = 0
        var firstOutput: Int32 = 0
        var outputCount: Int32 = 0
    }

    /// `literals` may repeat; each is reported by its index.
    package init(_ literals: [String]) {
        var trie = Trie()
        for (index, literal) in literals.enumerated() { trie.insert(literal, index) }
        trie.renumber()
        let links = trie.links()
        var states = [State](repeating: State(), count: trie.found.count), outputs: [Int32] = []
        for (state, found) in links.found.enumerated() {
            states[state].failure = links.failure[state]
            states[state].firstOutput = Int32(outputs.count)
            states[state].outputCount = Int32(found.count)
            outputs += found
        }
        var capacity = 64
        while capacity < trie.found.count * 2 { capacity *= 2 }
        var steps = [UInt64](repeating: 0, count: capacity), roots = [UInt32](repeating: 0, count: trie.classCount + 1)
        for edge in trie.edges {
            if edge.from == 0 { roots[Int(edge.symbol)] = edge.to; continue }
            states[Int(edge.from)].filter |= 1 << UInt32(edge.symbol & 31)
            let key = Self.key(edge.from, edge.symbol)
            var slot = Self.slot(key, capacity - 1)
            while steps[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            steps[slot] = key | UInt64(edge.to)
        }
        classes = trie.classes
        otherClasses = trie.otherClasses
        self.roots = roots
        self.states = states
        self.steps = steps
        self.outputs = outputs
    }

    /// States of the automaton and classes of scalars.
    package var size: (states: Int, classes: Int) { (states.count, roots.count) }

    @inline(__always)
    private static func key(_ state: UInt32, _ symbol: UInt16) -> UInt64 { UInt64(state) << 40 | UInt64(symbol) << 24 }

    @inline(__always)
    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key >> 24 &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    }

    /// Calls `body` with the index of each literal found and the scalar after its end, in order of the ends.
    @inline(__always)
    package func scan(_ scalars: UnsafeBufferPointer<UInt32>, _ body: (_ literal: Int, _ end: Int) -> Void) {
        guard !outputs.isEmpty else { return }
        classes.withUnsafeBufferPointer { classes in
            states.withUnsafeBufferPointer { states in
                var state: UInt32 = 0
                for index in 0..<scalars.count {
                    let scalar = scalars[index]
                    let symbol = scalar <= 0xFFFF ? classes[Int(scalar)] : otherClasses[scalar] ?? 0
                    if symbol == 0 { state = 0; continue }
                    state = step(from: state, symbol, states)
                    let here = states[Int(state)]
                    if here.outputCount == 0 { continue }
                    for output in here.firstOutput..<here.firstOutput &+ here.outputCount {
                        body(Int(outputs[Int(output)]), index + 1)
                    }
                }
            }
        }
    }

    /// The state after `symbol`: the longest suffix of what was read that some literal begins with.
    @inline(__always)
    private func step(from start: UInt32, _ symbol: UInt16, _ states: UnsafeBufferPointer<State>) -> UInt32 {
        var state = start
        while state != 0 {
            if states[Int(state)].filter >> UInt32(symbol & 31) & 1 == 1 {
                let next = next(state, symbol)
                if next != 0 { return next }
            }
            state = states[Int(state)].failure
        }
        return roots[Int(symbol)]
    }

    @inline(__always)
    private func next(_ state: UInt32, _ symbol: UInt16) -> UInt32 {
        let key = Self.key(state, symbol)
        return steps.withUnsafeBufferPointer { steps in
            let mask = steps.count &- 1
            var slot = Self.slot(key, mask)
            while true {
                let entry = steps[slot]
                if entry == 0 { return 0 }
                if entry & ~0xFF_FFFF == key { return UInt32(truncatingIfNeeded: entry & 0xFF_FFFF) }
                slot = (slot &+ 1) & mask
            }
        }
    }
}

/// The literals of a scanner as a tree, while it grows.
private struct Trie {
    struct Edge {
        let from: UInt32
        let symbol: UInt16
        let to: UInt32
    }

    private(set) var classes = [UInt16](repeating: 0, count: 0x10000)
    private(set) var otherClasses: [UInt32: UInt16] = [:]
    private(set) var classCount = 0
    private(set) var edges: [Edge] = []
    private(set) var found: [[Int32]] = [[]]
    private var targets: [UInt64: UInt32] = [:]

    mutating func insert(_ literal: String, _ index: Int) {
        guard !literal.isEmpty else { return }
        var state: UInt32 = 0
        for scalar in literal.unicodeScalars {
            let symbol = symbol(of: scalar.value), key = UInt64(state) << 16 | UInt64(symbol)
            if let known = targets[key] { state = known; continue }
            let fresh = UInt32(found.count)
            found.append([])
            targets[key] = fresh
            edges.append(Edge(from: state, symbol: symbol, to: fresh))
            state = fresh
        }
        found[Int(state)].append(Int32(index))
    }

    private mutating func symbol(of scalar: UInt32) -> UInt16 {
        let known = scalar <= 0xFFFF ? classes[Int(scalar)] : otherClasses[scalar] ?? 0
        if known != 0 { return known }
        classCount += 1
        precondition(classCount <= UInt16.max, "more classes than there are characters")
        if scalar <= 0xFFFF { classes[Int(scalar)] = UInt16(classCount) } else { otherClasses[scalar] = UInt16(classCount) }
        return UInt16(classCount)
    }

    /// Gives the states new numbers, breadth first: those near the root, where a scan mostly is, lie together.
    mutating func renumber() {
        var children = [[UInt32]](repeating: [], count: found.count)
        for edge in edges { children[Int(edge.from)].append(edge.to) }
        var order: [UInt32] = [0], head = 0
        while head < order.count {
            order += children[Int(order[head])]
            head += 1
        }
        var number = [UInt32](repeating: 0, count: found.count)
        for (place, state) in order.enumerated() { number[Int(state)] = UInt32(place) }
        edges = edges.map { Edge(from: number[Int($0.from)], symbol: $0.symbol, to: number[Int($0.to)]) }
        found = order.map { found[Int($0)] }
        targets = Dictionary(uniqueKeysWithValues: edges.map { (UInt64($0.from) << 16 | UInt64($0.symbol), $0.to) })
    }

    /// Where each state goes on when a step is missing, and all that ends at it: breadth first.
    func links() -> (failure: [UInt32], found: [[Int32]]) {
        var failure = [UInt32](repeating: 0, count: found.count), found = found
        var children = [[Edge]](repeating: [], count: found.count)
        for edge in edges { children[Int(edge.from)].append(edge) }
        var queue: [UInt32] = [0], head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            for edge in children[Int(state)] {
                queue.append(edge.to)
                guard state != 0 else { continue }
                var back = failure[Int(state)]
                while back != 0, targets[UInt64(back) << 16 | UInt64(edge.symbol)] == nil { back = failure[Int(back)] }
                failure[Int(edge.to)] = targets[UInt64(back) << 16 | UInt64(edge.symbol)] ?? 0
                found[Int(edge.to)] += found[Int(failure[Int(edge.to)])]
            }
        }
        return (failure, found)
    }
}
