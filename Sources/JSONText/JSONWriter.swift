/// Writes compact JSON into bytes that can be used again: whole values, or piece by piece for hot paths.
///
/// Commas come by themselves; that every name gets one value and every bracket its partner is up to the caller.
/// The text has no line break and no character that a terminal would obey: quotes, backslashes, control characters,
/// DEL, C1 and the line separators U+2028 and U+2029 are escaped, everything else is UTF-8.
package struct JSONWriter: Sendable {
    /// What was written.
    package private(set) var bytes: [UInt8]
    /// Whether a comma must come before the next value or name.
    private var follows = false

    /// An empty writer with room for that many bytes.
    package init(capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// What was written, as a string.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Starts again.
    package mutating func reset(keepingCapacity: Bool = true) {
        bytes.removeAll(keepingCapacity: keepingCapacity)
        follows = false
    }

    /// Ends a line; the next value starts a new text.
    package mutating func endLine() {
        bytes.append(0x0A)
        follows = false
    }

    /// Writes a whole value.
    package mutating func write(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let value): self.value(value)
        case .number(let number): self.value(number)
        case .string(let text): self.value(text)
        case .array(let elements):
            beginArray()
            for element in elements { write(element) }
            endArray()
        case .object(let object):
            beginObject()
            for member in object.members {
                key(member.key)
                write(member.value)
            }
            endObject()
        }
    }

    /// Opens an object.
    @inline(__always)
    package mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Closes the innermost object.
    @inline(__always)
    package mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Opens an array.
    @inline(__always)
    package mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Closes the innermost array.
    @inline(__always)
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    /// The name of the next value.
    @inline(__always)
    package mutating func key(_ name: StaticString) {
        name.withUTF8Buffer { quote($0, isKey: true) }
    }

    /// The name of the next value.
    @inline(__always)
    package mutating func key(_ name: String) {
        quote(name, isKey: true)
    }

    /// A string.
    @inline(__always)
    package mutating func value(_ text: String) { quote(text, isKey: false) }

    /// A string.
    @inline(__always)
    package mutating func value(_ text: StaticString) { text.withUTF8Buffer { quote($0, isKey: false) } }

    /// A number, as it was read.
    @inline(__always)
    package mutating func value(_ number: JSONNumber) { value(raw: number.literal) }

    /// A truth value.
    @inline(__always)
    package mutating func value(_ value: Bool) {
        if value { self.value(raw: "true") } else { self.value(raw: "false") }
    }

    /// The value `null`.
    @inline(__always)
    package mutating func null() { value(raw: "null") }

    /// JSON text that is known to be right: a part of a reply that never changes.
    @inline(__always)
    package mutating func value(raw text: StaticString) {
        separate()
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
        follows = true
    }

    /// JSON text that is known to be right, as bytes: a value written before.
    @inline(__always)
    package mutating func value(bytes text: [UInt8]) {
        separate()
        bytes += text
        follows = true
    }

    /// JSON text that is known to be right: a number's literal, a value written before.
    @inline(__always)
    package mutating func value(raw text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        follows = true
    }
}

extension JSONWriter {
    @inline(__always)
    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        follows = false
    }

    @inline(__always)
    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        follows = true
    }

    @inline(__always)
    mutating func separate() {
        if follows { bytes.append(UInt8(ascii: ",")) }
    }

    /// Says that a value or name is complete, for the pieces in other files.
    mutating func endValue() { follows = true }

    /// Appends a byte of a value, for the pieces in other files.
    @inline(__always)
    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    private mutating func quote(_ text: String, isKey: Bool) {
        var text = text
        text.withUTF8 { quote($0, isKey: isKey) }
    }

    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>, isKey: Bool) {
        let plain = EscapedText.plainEnd(of: text, from: 0)
        let follows = follows
        self.follows = !isKey
        bytes.append(addingCapacity: plain + 4) { span in
            if follows { span.append(UInt8(ascii: ",")) }
            span.append(UInt8(ascii: "\""))
            span.withUnsafeMutableBufferPointer { buffer, count in
                let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
                count += rest.initialize(fromContentsOf: text[..<plain])
            }
            guard plain == text.count else { return }
            span.append(UInt8(ascii: "\""))
            if isKey { span.append(UInt8(ascii: ":")) }
        }
        guard plain < text.count else { return }
        EscapedText.appendEscaping(text, from: plain, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        if isKey { bytes.append(UInt8(ascii: ":")) }
    }
}
