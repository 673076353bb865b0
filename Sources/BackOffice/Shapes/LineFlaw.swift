package import JSONText

/// What is wrong with a line of business data. Names fields and forms, never what stood there.
package enum LineFlaw: Error, Hashable, Sendable, CustomStringConvertible {
    case notJSON(JSONError)
    case notObject
    /// A name stands twice.
    case repeatedField
    case unknownKind
    case missing(field: String)
    case wrong(field: String, expected: String)
    /// The line is longer than that many bytes.
    case tooLong(bytes: Int)

    package var description: String {
        switch self {
        case .notJSON(let error): "not JSON: \(error)"
        case .notObject: "not a JSON object"
        case .repeatedField: "a field stands twice"
        case .unknownKind: "unknown kind"
        case .missing(let field): "\(field): missing"
        case .wrong(let field, let expected): "\(field): expected \(expected)"
        case .tooLong(let bytes): "longer than \(bytes) bytes"
        }
    }
}
