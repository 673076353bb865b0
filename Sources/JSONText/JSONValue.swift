/// A JSON value (RFC 8259).
///
/// Two values are equal when their texts mean the same: strings and names byte by byte (composed and decomposed
/// accents differ), numbers by their literal, objects whatever the order of their members.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// A whole number.
    package init(_ value: Int) { self = .number(JSONNumber(value)) }

    /// A number in its shortest form; `null` for infinities and NaN, which JSON does not have.
    package init(_ value: Double) { self = JSONNumber(value).map(JSONValue.number) ?? .null }

    /// The text of a string.
    package var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The number if it is whole and fits.
    package var int: Int? { if case .number(let number) = self { number.int } else { nil } }

    /// The number, rounded to a finite `Double`; nil for `1e400`.
    package var double: Double? {
        guard case .number(let number) = self, number.double.isFinite else { return nil }
        return number.double
    }

    /// The truth value.
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The elements of an array.
    package var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

    /// The members of an object.
    package var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

    /// Whether it is `null`.
    package var isNull: Bool { if case .null = self { true } else { false } }

    /// The member of that name, nil if there is none or this is no object.
    package subscript(key: String) -> JSONValue? { object?[key] }

    /// Compact JSON text.
    package var text: String {
        var writer = JSONWriter()
        writer.write(self)
        return writer.text
    }
}

extension JSONValue: Hashable {
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let number): hasher.combine(number)
        case .string(let text): hasher.combine(ExactText(text))
        case .array(let elements): hasher.combine(elements)
        case .object(let object): hasher.combine(object)
        }
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(nilLiteral: ()) { self = .null }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self.init(value) }
    package init(floatLiteral value: Double) { self.init(value) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { (key: $0.0, value: $0.1) }))
    }
}
