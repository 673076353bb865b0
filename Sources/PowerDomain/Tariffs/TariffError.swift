/// Why there is no estimate.
package enum TariffError: Error, Hashable, Sendable {
    /// A value of the question cannot be used; `field` is its name on the wire, `split.peak` for a part.
    case invalidValue(field: String, reason: Reason)
    /// No source gives what the bill needs; with what is known instead.
    case notOnRecord(KnownRules)

    package enum Reason: String, Hashable, Sendable {
        case missing
        case notNumber = "not_a_number"
        case tooManyDecimals = "too_many_decimals"
        case tooLarge = "too_large"
        case negative
        case tooSmall = "too_small"
        case unknown = "unknown_value"
        case noSuchDay = "no_such_day"
        case noSuchMonth = "no_such_month"
        /// The parts do not add up to the whole.
        case sum = "sum_differs"
        /// The rule knows no such part.
        case noSuchPart = "no_such_part"
    }
}

/// What is on record when a figure is not.
package struct KnownRules: Hashable, Sendable {
    package let region: Region
    /// What is missing.
    package let topic: TariffTopic
    /// The day whose rules were asked for.
    package let day: CalendarDay
    /// The first day from which the topic is on record; nil if it never is.
    package let firstDay: CalendarDay?
    /// Limits of the tiers in the month asked for; empty where none are on record.
    package let upper: [Energy]
    /// What a kilowatt-hour of each tier costs above the base price, the first tier's zero included.
    package let increments: [UnitPrice]
    /// The residents' base price, where that is on record.
    package let price: UnitPrice?
    package let sources: [RuleSource]

    /// What `rules` know of tiers and price.
    package init(missing topic: TariffTopic, period: BillingPeriod, in rules: RulesInForce) {
        region = rules.region
        self.topic = topic
        day = rules.day
        firstDay = rules.firstDay(of: topic)
        let tiers = rules.rule(.residentTier), base = rules.residentPrice
        upper = tiers?.terms.tiers?.upper(in: period) ?? []
        increments = tiers?.terms.tiers?.increments ?? []
        price = base?.price
        var sources: [RuleSource] = []
        for source in [tiers?.source, base?.source] { if let source, !sources.contains(source) { sources.append(source) } }
        self.sources = sources
    }
}
