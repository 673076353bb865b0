package import JSONText

/// The parameters of a request, read by name and type; unknown ones are ignored.
package struct Parameters: Sendable {
    private let members: JSONObject

    /// Missing parameters are an empty object; anything but an object is refused.
    package init(_ value: JSONValue?) throws(RPCError) {
        switch value {
        case nil, .null?: members = JSONObject()
        case .object(let object)?: members = object
        default: throw .invalidParams("params", "must be an object of named parameters")
        }
    }

    /// A text; nil if it is missing or null.
    package func optionalString(_ name: String) throws(RPCError) -> String? {
        switch members[name] {
        case nil, .null?: return nil
        case .string(let text)?: return text
        default: throw .invalidParams(name, "must be a text")
        }
    }

    package func string(_ name: String) throws(RPCError) -> String {
        guard let text = try optionalString(name) else { throw .invalidParams(name, "is missing") }
        return text
    }

    /// A whole number in `range`; nil if it is missing or null.
    package func optionalInt(_ name: String, in range: ClosedRange<Int>) throws(RPCError) -> Int? {
        switch members[name] {
        case nil, .null?: return nil
        case let value?:
            guard let number = value.int else { throw .invalidParams(name, "must be a whole number") }
            guard range.contains(number) else {
                throw .invalidParams(name, "must lie between \(range.lowerBound) and \(range.upperBound)")
            }
            return number
        }
    }

    /// A list of objects; empty if it is missing or null.
    package func objects(_ name: String) throws(RPCError) -> [JSONObject] {
        switch members[name] {
        case nil, .null?: return []
        case .array(let items)?:
            var objects: [JSONObject] = []
            for item in items {
                guard let object = item.object else { throw .invalidParams(name, "must be a list of objects") }
                objects.append(object)
            }
            return objects
        default: throw .invalidParams(name, "must be a list")
        }
    }

    /// The value of a parameter as it came; for ids of other requests.
    package func value(_ name: String) -> JSONValue? { members[name] }
}
