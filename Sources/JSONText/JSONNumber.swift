/// A JSON number that keeps the text it was read from, so that identifiers and money go back exactly as they came.
///
/// Equal means the same literal: `1` and `1.0` are two numbers.
package struct JSONNumber: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// The number as written.
    package let literal: String

    /// A whole number.
    package init(_ value: Int) { literal = String(value) }

    package init(integerLiteral value: Int) { self.init(value) }

    /// The shortest text that reads back as `value`; nil for infinities and NaN, which JSON does not have.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let text = value.description
        literal = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A decimal text such as `325.60`, kept as it is; nil if it is not a JSON number.
    package init?(decimal text: String) {
        var text = text
        let isNumber = text.withUTF8 { bytes in
            var scanner = NumberScanner(bytes, at: 0)
            return scanner.scan() == nil && scanner.position == bytes.count
        }
        guard isNumber else { return nil }
        literal = text
    }

    /// For the reader, which has checked the grammar.
    init(checked literal: String) { self.literal = literal }

    /// The whole number; nil with an exponent, with a fraction other than zeros, or out of range.
    package var int: Int? {
        if let value = Int(literal) { return value }
        let parts = literal.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        return Int(parts[0])
    }

    /// The nearest `Double`: infinite for `1e400`, 2^53 for 2^53 + 1.
    package var double: Double { Double(literal) ?? .nan }
}

/// The grammar of numbers, RFC 8259 §6.
struct NumberScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The byte after what was accepted, or the byte that is wrong.
    private(set) var position: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// Accepts the longest number; returns what is missing if there is none.
    @inline(__always)
    mutating func scan() -> StaticString? {
        if current == UInt8(ascii: "-") { position &+= 1 }
        if current == UInt8(ascii: "0") { position &+= 1 } else if !digits() { return "a digit" }
        if current == UInt8(ascii: ".") {
            position &+= 1
            if !digits() { return "a digit after the point" }
        }
        if current | 0x20 == UInt8(ascii: "e") {
            position &+= 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position &+= 1 }
            if !digits() { return "a digit of the exponent" }
        }
        return nil
    }

    private var current: UInt8 {
        @inline(__always) get { position < bytes.count ? bytes[position] : 0 }
    }

    @inline(__always)
    private mutating func digits() -> Bool {
        let start = position
        while current &- UInt8(ascii: "0") < 10 { position &+= 1 }
        return position > start
    }
}
