/// What a customer gave for one slot of a flow, in the form that `flow.slots` shows.
package enum SlotValue: Hashable, Sendable {
    /// Digits, names, codes, dates (`2026-11-24`), months (`2026-10`), free words.
    case text(String)
    /// A number in the unit of its slot, as a plain decimal: `186.5`.
    case number(String)
    case flag(Bool)
    /// Both ends included.
    case range(from: String, to: String)
    /// Parts by name, each a plain decimal: kWh by period.
    case parts([String: String])
    /// A paper that was read in this session, by its name.
    case document(String)

    /// The words or digits, where the value is such.
    package var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// The number, where the value is one.
    package var number: Double? {
        if case .number(let decimal) = self { return Double(decimal) }
        return nil
    }
}
