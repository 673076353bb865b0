package import PowerDomain
package import TextAnalysis

/// What kind of thing an entity is; raw values are those of the wire (CONTRACT §3).
package enum EntityKind: String, CaseIterable, Hashable, Sendable {
    case accountNumber = "account_no", phone, identityNumber = "id_no", creditCode = "uscc", bankCard = "bank_card"
    case meterNumber = "meter_no", orderNumber = "order_no", email
    case money, kwh, kw, kva, percent, count, number
    case date, month, dateRange = "date_range", time
    case region, city, address, person, company, document, appliance, language
}

/// An entity's value in its normal form.
package enum EntityValue: Hashable, Sendable {
    /// Digits, names, codes: as they are used further on.
    case text(String)
    /// A number in the unit of the kind (yuan, kWh, kW, kVA, percent, pieces), as a plain decimal: `186.5`.
    case number(String)
    case day(CalendarDay)
    /// A month as `2026-07`.
    case month(String)
    /// Both ends included.
    case days(from: CalendarDay, to: CalendarDay)
}

/// Something named in a message: an account number, an amount, a date, a place.
package struct Entity: Hashable, Sendable {
    package let kind: EntityKind
    package let value: EntityValue
    /// Where it stands in the folded text, in scalars, half open.
    package let range: Range<Int>
    /// Whether its check (if the kind has one) holds.
    package let valid: Bool

    package init(_ kind: EntityKind, _ value: EntityValue, _ range: Range<Int>, valid: Bool = true) {
        self.kind = kind
        self.value = value
        self.range = range
        self.valid = valid
    }
}

/// Finds entities of one kind or of a few closely related ones; one file each, its examples inside.
package protocol EntityRecognizer: Sendable {
    /// The text must have one of these traits, else the recognizer is not asked; empty: it is always asked.
    static var needs: TextTraits { get }
    static var examples: [EntityExample] { get }
    init()
    /// All entities in `text`; `today` is what relative dates are reckoned from.
    func find(in text: FoldedText, today: CalendarDay) -> [Entity]
}

/// A sentence with what a recognizer must find in it; nothing found: `value` is nil.
package struct EntityExample: Sendable {
    package let text: String
    package let kind: EntityKind
    package let value: EntityValue?
    /// What stands in the original text, if it is worth checking.
    package let written: String?

    package init(_ text: String, _ kind: EntityKind, _ value: EntityValue?, written: String? = nil) {
        self.text = text
        self.kind = kind
        self.value = value
        self.written = written
    }
}
