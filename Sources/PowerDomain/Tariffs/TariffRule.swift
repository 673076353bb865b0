/// What a rule is about; raw values are the topics of `models/tariffs`.
package enum TariffTopic: String, CaseIterable, Hashable, Sendable {
    case residentTier = "resident_tier"
    case residentPrice = "resident_price"
    case residentTimeOfUse = "resident_tou"
    case largeHousehold = "multi_person"
    case lowIncome = "low_income"
    case sharedMeter = "shared_meter"
    case charging = "ev"
    case chargingAtHome = "ev_residential"
    case lateFee = "late_fee"
}

/// What a rule lays down, as far as a bill needs it; a rule on tiers may carry the base price too.
package struct TariffTerms: Hashable, Sendable {
    package var tiers: TierSchedule?
    /// Of a kilowatt-hour: the base price of a resident, the shared-meter price, the price of a charger.
    package var price: UnitPrice?
    /// The prices of all tiers where a list prints them: they have to agree with the increments.
    package var tierPrices: [UnitPrice] = []
    package var timeOfUse: TimeOfUse?
    package var largeHousehold: LargeHousehold?
    /// What a household of low income has free in a month.
    package var freeEnergy: Energy?
    package var lateFee: LateFee?
    /// The price is that of another topic.
    package var priceOf: TariffTopic?

    package init() {}
}

/// One version of a rule: what it lays down, from which day, by which document.
package struct TariffRule: Hashable, Sendable {
    package let terms: TariffTerms
    package let source: RuleSource
    /// The first day on which it is known to hold: that of the document, else the earliest one to which a source testifies.
    /// Nil where neither was found: it is then taken as old as the region's first rule on tiers, and no older.
    package let begins: CalendarDay?

    package init(terms: TariffTerms, source: RuleSource, begins: CalendarDay?) {
        self.terms = terms
        self.source = source
        self.begins = begins
    }
}
