/// Why a text is not JSON, and where; offsets count bytes from 0. Holds nothing of the text itself.
package enum JSONError: Error, Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// A string holds a byte that is not UTF-8.
    case invalidUTF8(offset: Int)
    /// Something else stands where this was expected; at the end of the text if it is cut short.
    case syntax(offset: Int, expected: String)
    /// An array or object lies deeper than allowed.
    case depth(offset: Int)
}

extension JSONError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "no value"
        case .invalidUTF8(let offset): "byte \(offset): not UTF-8"
        case .syntax(let offset, let expected): "byte \(offset): expected \(expected)"
        case .depth(let offset): "byte \(offset): nested too deeply"
        }
    }
}
