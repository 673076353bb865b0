internal import CPCRE2

/// Why an expression does not compile, and where.
package struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    package let pattern: String
    /// Index of the Unicode scalar of `pattern` at which the compiler stopped.
    package let position: Int
    /// The library's own words.
    package let reason: String
    /// What to do about it, for the usual mistakes.
    package let hint: String?

    init(pattern: String, status: Int32, byteOffset: Int, folded: String) {
        self.pattern = pattern
        position = String(decoding: Array(folded.utf8.prefix(byteOffset)), as: UTF8.self).unicodeScalars.count
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(status, &buffer, buffer.count)
        reason = String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
        hint = Self.hint(status)
    }

    init(pattern: String, groups: Int) {
        self.pattern = pattern
        position = 0
        reason = "it has \(groups) capturing groups, more than \(PatternMatcher.mostGroups - 1)"
        hint = "write (?:…) for groups that capture nothing"
    }

    package var description: String {
        "at character \(position) of '\(pattern)': \(reason)" + (hint.map { " – \($0)" } ?? "")
    }

    private static func hint(_ status: Int32) -> String? {
        switch status {
        case 106: "a '[' has no ']'; write '\\[' for the bracket itself"
        case 109: "'*', '+' or '?' has nothing to repeat; write '\\?' for the sign itself"
        case 114: "a '(' has no ')'; write '\\(' for the bracket itself"
        case 122: "a ')' has no '('; write '\\)' for the bracket itself"
        case 125: "a look-behind must have a fixed length"
        case 143, 165: "two groups have the same name"
        case 183, 185: "\\C is not allowed"
        default: nil
        }
    }
}
