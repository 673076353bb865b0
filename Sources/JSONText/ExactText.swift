/// A string that is compared and hashed by its bytes.
///
/// `String` compares by canonical equivalence, JSON by code points; and a hash that normalises would let a sender
/// make many different names collide.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.hasSameBytes(as: right.text)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }
}

extension String {
    /// Whether both are the same code points.
    @inline(__always)
    func hasSameBytes(as other: String) -> Bool { utf8.count == other.utf8.count && hasEqualBytes(other) }

    /// The same, for equal lengths; `==` may have to normalise long texts.
    private func hasEqualBytes(_ other: String) -> Bool {
        var left = self, right = other
        return left.withUTF8 { left in right.withUTF8 { right in left.elementsEqual(right) } }
    }
}
