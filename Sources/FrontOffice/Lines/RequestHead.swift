package import JSONText

/// What can be told of a request from the beginning of a line that was too long to keep.
package enum RequestHead {
    /// The request's `id`, if exactly one was read whole and is a string or a number; nil stands for null.
    package static func id(in head: [UInt8]) -> JSONValue? {
        let document = head.withUnsafeBufferPointer { try? JSONReader.readHead($0) }
        guard let document, !document.duplicateTopLevel.contains("id") else { return nil }
        switch document.value["id"] {
        case .string(let text): return .string(text)
        case .number(let number): return .number(number)
        default: return nil
        }
    }
}
