internal import JSONText
internal import PowerDomain

/// The fields of a JSON object, read into values of the domain.
struct RecordFields {
    let object: JSONObject
    /// The longest text taken, in bytes; nil for what this program wrote itself.
    private let limit: Int?

    init(_ object: JSONObject, limit: Int? = 4_000) {
        self.object = object
        self.limit = limit
    }

    /// The value of a field; `null` counts as left out.
    private func value(_ name: String) -> JSONValue? {
        // Not `nil` in a ternary: a JSON value can be made from it.
        guard let value = object[name], !value.isNull else { return Optional.none }
        return value
    }

    func has(_ name: String) -> Bool { value(name) != nil }

    private func require<Value>(_ name: String, _ value: Value?) throws(LineFlaw) -> Value {
        guard let value else { throw .missing(field: name) }
        return value
    }

    /// A text with something in it.
    func text(_ name: String) throws(LineFlaw) -> String { try require(name, try optionalText(name)) }

    func optionalText(_ name: String) throws(LineFlaw) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string, text.utf8.count <= limit ?? .max else { throw .wrong(field: name, expected: "a text") }
        if text.isEmpty, limit != nil { throw .wrong(field: name, expected: "a text that is not empty") }
        return text.isEmpty ? nil : text
    }

    func texts(_ name: String) throws(LineFlaw) -> [String] {
        guard let value = value(name) else { return [] }
        let texts = value.array.map { $0.compactMap(\.string) }
        guard let texts, texts.count == value.array?.count else {
            throw .wrong(field: name, expected: "a list of texts")
        }
        return texts
    }

    /// A text or a number as a text.
    func code(_ name: String) throws(LineFlaw) -> String {
        if case .number(let number)? = value(name) { return number.literal }
        return try text(name)
    }

    func int(_ name: String) throws(LineFlaw) -> Int { try require(name, try optionalInt(name)) }

    func optionalInt(_ name: String) throws(LineFlaw) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.int else { throw .wrong(field: name, expected: "a whole number") }
        return number
    }

    func flag(_ name: String) throws(LineFlaw) -> Bool { try require(name, try optionalFlag(name)) }

    func optionalFlag(_ name: String) throws(LineFlaw) -> Bool? {
        guard let value = value(name) else { return nil }
        guard let flag = value.bool else { throw .wrong(field: name, expected: "true or false") }
        return flag
    }

    /// The literal of a number.
    private func literal(_ name: String) throws(LineFlaw) -> String? {
        guard let value = value(name) else { return nil }
        guard case .number(let number) = value else { throw .wrong(field: name, expected: "a number") }
        return number.literal
    }

    func energy(_ name: String) throws(LineFlaw) -> Energy {
        let literal = try require(name, try literal(name))
        guard let energy = try? Energy(literal), energy >= .zero else {
            throw .wrong(field: name, expected: "kilowatt-hours, six decimals at most")
        }
        return energy
    }

    func optionalMoney(_ name: String) throws(LineFlaw) -> Money? {
        guard let literal = try literal(name) else { return nil }
        guard let money = try? Money(literal) else { throw .wrong(field: name, expected: "yuan, four decimals at most") }
        return money
    }

    /// An amount that somebody pays: whole cents.
    func amount(_ name: String) throws(LineFlaw) -> Money {
        let money = try require(name, try optionalMoney(name))
        guard money.isWholeCents else { throw .wrong(field: name, expected: "yuan, two decimals at most") }
        return money
    }

    func day(_ name: String) throws(LineFlaw) -> CalendarDay { try require(name, try optionalDay(name)) }

    func optionalDay(_ name: String) throws(LineFlaw) -> CalendarDay? {
        guard let text = try optionalText(name) else { return nil }
        guard let day = CalendarDay(text) else { throw .wrong(field: name, expected: "a day such as 2026-11-24") }
        return day
    }

    func moment(_ name: String) throws(LineFlaw) -> Moment { try require(name, try optionalMoment(name)) }

    func optionalMoment(_ name: String) throws(LineFlaw) -> Moment? {
        guard let text = try optionalText(name) else { return nil }
        guard let moment = Moment(text) else { throw .wrong(field: name, expected: "a time such as 2026-11-24T10:20:00+08:00") }
        return moment
    }

    func period(_ name: String) throws(LineFlaw) -> BillingPeriod {
        guard let period = BillingPeriod(try text(name)) else { throw .wrong(field: name, expected: "a month such as 2026-10") }
        return period
    }

    func account(_ name: String) throws(LineFlaw) -> AccountNumber {
        guard let number = try? AccountNumber(try text(name)) else { throw .wrong(field: name, expected: "16 digits") }
        return number
    }

    /// One of the raw values of a type.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, _: Choice.Type) throws(LineFlaw) -> Choice {
        guard let choice = Choice(rawValue: try text(name)) else { throw .wrong(field: name, expected: Self.list(Choice.self)) }
        return choice
    }

    func choices<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, _: Choice.Type) throws(LineFlaw) -> [Choice] {
        let texts = try texts(name)
        let choices = texts.compactMap { Choice(rawValue: $0) }
        guard choices.count == texts.count else { throw .wrong(field: name, expected: Self.list(Choice.self)) }
        return choices
    }

    /// The fields of an object in a field.
    func record(_ name: String) throws(LineFlaw) -> RecordFields? {
        guard let value = value(name) else { return nil }
        guard let object = value.object else { throw .wrong(field: name, expected: "an object") }
        return RecordFields(object, limit: limit)
    }

    /// The fields of objects in a list.
    func records(_ name: String) throws(LineFlaw) -> [RecordFields] {
        guard let value = value(name) else { return [] }
        let objects = value.array.map { $0.compactMap(\.object) }
        guard let objects, objects.count == value.array?.count else { throw .wrong(field: name, expected: "a list of objects") }
        return objects.map { RecordFields($0, limit: limit) }
    }

    private static func list<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) -> String {
        "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
