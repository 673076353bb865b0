package import PowerDomain

/// The checks of one value that `slots.json` names; those with a check character are the rules of PowerDomain.
package enum SlotChecks {
    /// Values that stand as they are and skip the check.
    private static let plain: Set<String> = ["none", "promised", "original", "always", "permanent"]

    package static let names: Set<String> = Set(CheckRules.all.map { $0.name }).union([
        "phone_number", "email", "positive_number", "non_negative_number", "fraction", "date_not_future", "date_future",
        "identity_or_credit_code", "order_number", "score_1_to_5",
    ])

    /// Whether `value` passes the check called `name`; one that is not known passes.
    package static func passes(_ value: SlotValue, _ name: String, today: CalendarDay) -> Bool {
        if case .text(let text) = value, plain.contains(text) { return true }
        switch name {
        case "positive_number": return (numbers(value).allSatisfy { $0 > 0 })
        case "non_negative_number": return (numbers(value).allSatisfy { $0 >= 0 })
        case "fraction": return (numbers(value).allSatisfy { (0...1).contains($0) })
        case "score_1_to_5": return (numbers(value).allSatisfy { (1...5).contains($0) && $0 == $0.rounded() })
        case "date_not_future": return days(value).allSatisfy { $0 <= today.description }
        case "date_future": return days(value).allSatisfy { $0 >= today.description }
        case "phone_number": return value.text.map(isPhone) ?? true
        case "mobile_phone": return value.text.map { rule("mobile_phone", $0) } ?? true
        case "identity_number": return value.text.map { $0.count <= 11 || rule(name, $0) } ?? true
        case "identity_or_credit_code": return value.text.map { rule("identity_number", $0) || rule("credit_code", $0) } ?? true
        case "email": return value.text.map { $0.contains("@") && $0.contains(".") } ?? true
        case "order_number": return value.text.map { $0.hasPrefix("WO") && $0.count >= 10 } ?? true
        case "bank_card": return value.text.map { rule(name, $0) || $0.count < 16 } ?? true
        default: return value.text.map { rule(name, $0) } ?? true
        }
    }

    private static func rule(_ name: String, _ text: String) -> Bool {
        guard let type = CheckRules.all.first(where: { $0.name == name }) else { return true }
        return type.init().flaw(in: text) == nil
    }

    /// A mobile, a landline with its area code, or one of Hong Kong, Macao or Taiwan.
    private static func isPhone(_ text: String) -> Bool {
        if text.hasPrefix("+") { return ["+852", "+853", "+886"].contains { text.hasPrefix($0) } }
        return rule("mobile_phone", text) || (text.hasPrefix("0") && (10...12).contains(text.count))
    }

    private static func numbers(_ value: SlotValue) -> [Double] {
        switch value {
        case .number(let decimal): Double(decimal).map { [$0] } ?? []
        case .parts(let parts): parts.values.compactMap(Double.init)
        default: []
        }
    }

    /// The days that a value names, a month by its first day, as texts that sort by time.
    private static func days(_ value: SlotValue) -> [String] {
        func day(_ text: String) -> String { text.count == 7 ? text + "-01" : String(text.prefix(10)) }
        return switch value {
        case .text(let text): [day(text)]
        case .range(let from, let to): [day(from), day(to)]
        default: []
        }
    }
}
