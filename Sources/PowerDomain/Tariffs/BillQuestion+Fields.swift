extension BillQuestion {
    /// The names of the parameters; a member of an object stands behind a dot.
    package static let fields: Set<String> = Set(
        [
            "region", "month", "kwh", "ytd_kwh", "category", "household_size", "free_kwh", "late.days", "late.amount", "late.class",
            "as_of",
        ] + TimeOfUse.Period.allCases.map { "split.\($0.rawValue)" })

    /// Reads the parameters as texts by name, `kwh: 530`, `split.peak: 80`. `today` fills in the month or its year.
    /// Unknown names are ignored.
    package init(fields: [String: String], today: CalendarDay) throws(TariffError) {
        let values = FieldValues(fields)
        let asOf = try values.day("as_of")
        var split: [TimeOfUse.Period: Energy] = [:]
        for part in TimeOfUse.Period.allCases { split[part] = try values.energy("split.\(part.rawValue)") }
        try self.init(
            region: values.required("region", values.choice("region", of: Region.self)),
            period: values.period("month", today: asOf ?? today),
            energy: values.energy("kwh"), yearToDate: values.energy("ytd_kwh"),
            category: values.choice("category", of: Category.self) ?? .resident,
            householdSize: values.int("household_size"), split: split.isEmpty ? nil : split,
            freeEnergy: values.energy("free_kwh"), arrears: values.arrears(), asOf: asOf, today: asOf ?? today)
    }
}

/// Texts by field name, read as what they should be.
private struct FieldValues {
    let texts: [String: String]

    init(_ texts: [String: String]) { self.texts = texts }

    func required<Value>(_ field: String, _ value: Value?) throws(TariffError) -> Value {
        guard let value else { throw .invalidValue(field: field, reason: .missing) }
        return value
    }

    func choice<Choice: RawRepresentable<String>>(_ field: String, of _: Choice.Type) throws(TariffError) -> Choice? {
        guard let text = texts[field] else { return nil }
        guard let choice = Choice(rawValue: text) else { throw .invalidValue(field: field, reason: .unknown) }
        return choice
    }

    func energy(_ field: String) throws(TariffError) -> Energy? {
        guard let text = texts[field] else { return nil }
        do throws(DecimalText.Flaw) { return try Energy(text) } catch { throw .invalidValue(field: field, reason: Self.reason(error)) }
    }

    func money(_ field: String) throws(TariffError) -> Money? {
        guard let text = texts[field] else { return nil }
        do throws(DecimalText.Flaw) { return try Money(text) } catch { throw .invalidValue(field: field, reason: Self.reason(error)) }
    }

    func int(_ field: String) throws(TariffError) -> Int? {
        guard let text = texts[field] else { return nil }
        do throws(DecimalText.Flaw) {
            return Int(try DecimalText.units(text, decimals: 0, wholeDigits: 9))
        } catch { throw .invalidValue(field: field, reason: Self.reason(error)) }
    }

    func day(_ field: String) throws(TariffError) -> CalendarDay? {
        guard let text = texts[field] else { return nil }
        guard let day = CalendarDay(text) else { throw .invalidValue(field: field, reason: .noSuchDay) }
        return day
    }

    /// `2026-06`, or 1 to 12 of today's year; the present month if nothing is said.
    func period(_ field: String, today: CalendarDay) throws(TariffError) -> BillingPeriod {
        guard let text = texts[field] else { return BillingPeriod(today) }
        if let period = BillingPeriod(text) { return period }
        guard text.utf8.count <= 2, let month = Int(text), let period = BillingPeriod(year: today.year, month: month) else {
            throw .invalidValue(field: field, reason: .noSuchMonth)
        }
        return period
    }

    /// Nil if no part of it is given; else all three are needed.
    func arrears() throws(TariffError) -> BillQuestion.Arrears? {
        guard ["late.days", "late.amount", "late.class"].contains(where: { texts[$0] != nil }) else { return nil }
        return try BillQuestion.Arrears(
            days: required("late.days", int("late.days")), amount: required("late.amount", money("late.amount")),
            class: required("late.class", choice("late.class", of: LateFee.Class.self)))
    }

    private static func reason(_ flaw: DecimalText.Flaw) -> TariffError.Reason {
        switch flaw {
        case .notNumber: .notNumber
        case .tooManyDecimals: .tooManyDecimals
        case .tooLarge: .tooLarge
        }
    }
}
