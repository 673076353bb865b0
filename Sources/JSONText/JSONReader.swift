/// A text that was read.
package struct JSONDocument: Hashable, Sendable {
    /// The value, with the first of members of the same name.
    package let value: JSONValue
    /// The first name that stood twice in one object, at any depth.
    package let duplicateKey: String?
    /// The names that stood twice in the outermost object.
    package let duplicateTopLevel: Set<String>
}

/// Reads JSON, strictly by RFC 8259: UTF-8 without a byte order mark, one value, white space around it.
///
/// Numbers keep their literal whatever their size. An escaped half of a surrogate pair is a syntax error, NUL is
/// accepted as `\u0000` only, and a name that stands twice is reported, not refused.
package enum JSONReader {
    /// Nesting beyond this is refused even where the caller allows more, so that no text exhausts the stack.
    package static let greatestDepth = 512

    /// Reads one value. Arrays and objects count for the depth: `[[]]` has two.
    package static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int = 64
    ) throws(JSONError) -> JSONDocument {
        var parser = JSONParser(bytes, maximumDepth: min(maximumDepth, greatestDepth))
        let value = try parser.document()
        return parser.finish(value)
    }

    /// Reads one value.
    package static func read(_ text: String, maximumDepth: Int = 64) throws(JSONError) -> JSONDocument {
        try read(Array(text.utf8)[...], maximumDepth: maximumDepth)
    }

    /// Reads one value.
    package static func read(_ bytes: ArraySlice<UInt8>, maximumDepth: Int = 64) throws(JSONError) -> JSONDocument {
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try read(buffer, maximumDepth: maximumDepth) }
    }

    /// Reads the beginning of a text that was cut off anywhere: the members of the outermost object that are complete,
    /// which takes the comma or bracket after them. What lies too deep ends the reading like the cut.
    package static func readHead(
        _ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int = 64
    ) throws(JSONError) -> JSONDocument {
        var parser = JSONParser(bytes, maximumDepth: min(maximumDepth, greatestDepth))
        let value = try parser.head()
        return parser.finish(value)
    }
}
