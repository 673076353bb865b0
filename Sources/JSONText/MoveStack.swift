/// Members or elements of the containers that are still open, innermost on top. A container that closes takes its own
/// off as an array of exactly their number.
struct MoveStack<Element>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>?
    private var capacity = 0
    private(set) var count = 0

    deinit {
        base?.deinitialize(count: count)
        base?.deallocate()
    }

    /// What is open, from `start` up.
    @inline(__always)
    func elements(from start: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: base.map { $0 + start }, count: count - start)
    }

    @inline(__always)
    mutating func push(_ element: consuming Element) {
        if count == capacity { grow() }
        base.unsafelyUnwrapped.advanced(by: count).initialize(to: element)
        count &+= 1
    }

    /// Takes everything from `start` up.
    @inline(__always)
    mutating func take(from start: Int) -> [Element] {
        let taken = count - start
        count = start
        var elements: [Element] = []
        elements.reserveCapacity(taken)
        guard let base else { return elements }
        for index in start..<start + taken { elements.append((base + index).move()) }
        return elements
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(8, capacity * 2))
        if let base {
            larger.moveInitialize(from: base, count: count)
            base.deallocate()
        }
        base = larger
        capacity = max(8, capacity * 2)
    }
}
