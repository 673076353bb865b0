/// The value of a slot in an order, in the forms that the wire knows. Personal values stand in it, so it has no description
/// of its own that would print them.
package indirect enum OrderValue: Hashable, Sendable {
    case text(String)
    /// A decimal number, by its literal.
    case number(String)
    case flag(Bool)
    case list([OrderValue])
    case record([OrderSlot])

    /// The text of a text.
    package var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// A named value of an order.
package struct OrderSlot: Hashable, Sendable {
    package let name: String
    package let value: OrderValue

    package init(_ name: String, _ value: OrderValue) {
        self.name = name
        self.value = value
    }
}

extension OrderValue: CustomStringConvertible, CustomReflectable {
    /// Tells the form only: values may be personal.
    package var description: String {
        switch self {
        case .text: "text"
        case .number: "number"
        case .flag: "flag"
        case .list(let values): "list of \(values.count)"
        case .record(let slots): "record of \(slots.count)"
        }
    }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
