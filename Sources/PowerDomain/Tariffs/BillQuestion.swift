/// What a bill is reckoned from: the parameters of `tariff.calculate`, checked as far as that needs no rule.
package struct BillQuestion: Hashable, Sendable {
    package enum Category: String, CaseIterable, Hashable, Sendable {
        /// One home with its own meter.
        case resident
        case sharedMeter = "shared_meter"
        /// A private charger at home.
        case charging = "ev"
        case lowIncome = "low_income"
    }

    /// Arrears whose daily charge is asked for.
    package struct Arrears: Hashable, Sendable {
        package static let mostDays = 99_999

        package let days: Int
        package let amount: Money
        package let `class`: LateFee.Class

        package init(days: Int, amount: Money, class: LateFee.Class) throws(TariffError) {
            guard days >= 0 else { throw .invalidValue(field: "late.days", reason: .negative) }
            guard days <= Self.mostDays else { throw .invalidValue(field: "late.days", reason: .tooLarge) }
            guard amount >= .zero else { throw .invalidValue(field: "late.amount", reason: .negative) }
            guard amount.isWholeCents else { throw .invalidValue(field: "late.amount", reason: .tooManyDecimals) }
            self.days = days
            self.amount = amount
            self.class = `class`
        }
    }

    package let region: Region
    package let period: BillingPeriod
    package let energy: Energy
    /// What was used this year before the period.
    package var yearToDate: Energy?
    package var category: Category
    package var householdSize: Int?
    /// The energy by the time of day; its parts are the whole energy.
    package var split: [TimeOfUse.Period: Energy]?
    /// Free energy of this bill; nil leaves it to the category.
    package var freeEnergy: Energy?
    package var arrears: Arrears?
    /// The day whose rules are wanted; nil: those of the period's first day.
    package let asOf: CalendarDay?
    /// The day of the question, on which arrears are taken to be paid.
    package let today: CalendarDay

    /// `energy` may be left out where a split is given. No energy may be negative, and the parts of a split are the whole.
    package init(
        region: Region, period: BillingPeriod, energy: Energy?, yearToDate: Energy? = nil, category: Category = .resident,
        householdSize: Int? = nil, split: [TimeOfUse.Period: Energy]? = nil, freeEnergy: Energy? = nil, arrears: Arrears? = nil,
        asOf: CalendarDay? = nil, today: CalendarDay
    ) throws(TariffError) {
        for (field, value) in [("kwh", energy), ("ytd_kwh", yearToDate), ("free_kwh", freeEnergy)] {
            if let value, value < .zero { throw .invalidValue(field: field, reason: .negative) }
        }
        for period in TimeOfUse.Period.allCases where (split?[period] ?? .zero) < .zero {
            throw .invalidValue(field: "split.\(period.rawValue)", reason: .negative)
        }
        if let householdSize, householdSize < 1 { throw .invalidValue(field: "household_size", reason: .tooSmall) }
        let sum = split.map { $0.values.reduce(Energy.zero, +) }
        guard let whole = energy ?? sum else { throw .invalidValue(field: "kwh", reason: .missing) }
        if let sum, sum != whole { throw .invalidValue(field: "split", reason: .sum) }
        self.region = region
        self.period = period
        self.energy = whole
        self.yearToDate = yearToDate
        self.category = category
        self.householdSize = householdSize
        self.split = split
        self.freeEnergy = freeEnergy
        self.arrears = arrears
        self.asOf = asOf
        self.today = today
    }

    /// The day whose rules the bill follows.
    package var ruleDay: CalendarDay { asOf ?? period.firstDay }
}
