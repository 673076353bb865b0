/// Writes the lines of one bill.
struct BillCalculation {
    private let question: BillQuestion
    private let rules: RulesInForce
    private(set) var lines: [BillLine] = []
    private(set) var shares: [TierShare] = []
    private(set) var sources: [RuleSource] = []

    init(_ question: BillQuestion, _ rules: RulesInForce) {
        self.question = question
        self.rules = rules
    }

    mutating func run() throws(TariffError) {
        let base: UnitPrice =
            switch question.category {
            case .resident, .lowIncome: try addTiered()
            case .sharedMeter: try addShared()
            case .charging: try addCharging()
            }
        try addFreeEnergy(at: base)
        try addLateFee()
    }

    // MARK: Energy

    /// Energy at the base price or by period, then what the higher tiers add. Returns the base price.
    private mutating func addTiered() throws(TariffError) -> UnitPrice {
        var schedule = try terms(.residentTier, \.tiers)
        guard let (base, source) = rules.residentPrice else { throw missing(.residentPrice) }
        cite(source)
        if let size = question.householdSize {
            schedule = schedule.widened(by: try terms(.largeHousehold, \.largeHousehold).extra(for: size))
        }
        var before = Energy.zero
        if schedule.span == .year {
            guard let used = question.yearToDate else { throw .invalidValue(field: "ytd_kwh", reason: .missing) }
            before = used
        }
        if let split = question.split {
            try add(split, at: terms(.residentTimeOfUse, \.timeOfUse), topic: .residentTimeOfUse)
        } else {
            lines.append(BillLine(.energy, question.energy, at: base))
        }
        shares = schedule.shares(of: question.energy, after: before, in: question.period)
        for share in shares.dropFirst() where share.energy > .zero {
            lines.append(BillLine(.tier(share.number), share.energy, at: share.increment))
        }
        return base
    }

    private mutating func addShared() throws(TariffError) -> UnitPrice {
        // No source gives prices by the time of day behind a shared meter.
        guard question.split == nil else { throw missing(.residentTimeOfUse) }
        let price = try terms(.sharedMeter, \.price)
        lines.append(BillLine(.energy, question.energy, at: price))
        return price
    }

    /// A charger at home: its own price, else the one that the national rule points to.
    private mutating func addCharging() throws(TariffError) -> UnitPrice {
        if let split = question.split {
            let timeOfUse = try terms(.charging, \.timeOfUse)
            try add(split, at: timeOfUse, topic: .charging)
            guard let base = rules.rule(.charging)?.terms.price ?? timeOfUse.prices[.flat] else { throw missing(.charging) }
            return base
        }
        let topic: TariffTopic
        if rules.rule(.charging)?.terms.price != nil {
            topic = .charging
        } else {
            topic = try terms(.chargingAtHome, \.priceOf, missing: .charging)
        }
        let price = try terms(topic, \.price, missing: .charging)
        lines.append(BillLine(.energy, question.energy, at: price))
        return price
    }

    /// One line for each part of the day that the question names.
    private mutating func add(
        _ split: [TimeOfUse.Period: Energy], at rule: TimeOfUse, topic: TariffTopic
    ) throws(TariffError) {
        for period in TimeOfUse.Period.allCases {
            guard let energy = split[period] else { continue }
            guard let price = rule.prices[period] else {
                if energy == .zero { continue }
                if period == .critical, rule.hasNoCritical { throw .invalidValue(field: "split.critical", reason: .noSuchPart) }
                throw missing(topic)
            }
            lines.append(BillLine(.period(period), energy, at: price))
        }
    }

    // MARK: Free energy, late fee

    private mutating func addFreeEnergy(at base: UnitPrice) throws(TariffError) {
        var free = question.freeEnergy
        if free == nil, question.category == .lowIncome { free = try terms(.lowIncome, \.freeEnergy) }
        let credited = min(free ?? .zero, question.energy)
        guard credited > .zero else { return }
        lines.append(BillLine(.freeEnergy, energy: credited, price: base, amount: -base.amount(for: credited)))
    }

    private mutating func addLateFee() throws(TariffError) {
        guard let arrears = question.arrears else { return }
        let rule = try terms(.lateFee, \.lateFee)
        let fee = rule.amount(for: arrears.amount, days: arrears.days, class: arrears.class, paid: question.today)
        if fee > .zero { lines.append(BillLine(.lateFee, amount: fee)) }
    }

    // MARK: Rules

    /// What the rule on `topic` lays down; its source is cited. Throws `notOnRecord` of `missing` where there is none.
    private mutating func terms<Term>(
        _ topic: TariffTopic, _ term: (TariffTerms) -> Term?, missing other: TariffTopic? = nil
    ) throws(TariffError) -> Term {
        guard let rule = rules.rule(topic), let value = term(rule.terms) else { throw missing(other ?? topic) }
        cite(rule.source)
        return value
    }

    private mutating func cite(_ source: RuleSource) {
        if !sources.contains(source) { sources.append(source) }
    }

    private func missing(_ topic: TariffTopic) -> TariffError {
        .notOnRecord(KnownRules(missing: topic, period: question.period, in: rules))
    }
}
