internal import PowerDomain
internal import Yams

/// Reads the rules for reckoning bills from one file of `models/tariffs`: the `schedule` of each block, which names the block's figures,
/// and the worked bills under `examples`.
struct TariffScheduleFile {
    let file: YAMLFile

    /// The file's rules; nil if it does not say which region it is for.
    func chapter() -> TariffTable.Chapter? {
        guard let name = file.string(file.root, "region") else { return nil }
        let parent = file.string(file.root, "inherits", required: false)
        if let parent, Region(rawValue: parent) == nil || parent == name {
            file.report("'inherits' names another region, not '\(parent)'", at: file.root["inherits"])
        }
        let absent = file.strings(file.root, "not_on_record").compactMap { TariffTopic(rawValue: $0.text) }
        var rules: [TariffTopic: [TariffRule]] = [:]
        for node in file.root["blocks"]?.sequence ?? Node.Sequence([]) {
            guard let block = node.mapping, let schedule = file.mapping(block, "schedule"), let (topic, rule) = rule(block, schedule) else {
                continue
            }
            if rules[topic, default: []].contains(where: { $0.begins == rule.begins }) {
                file.report("two schedules of '\(topic.rawValue)' begin on the same day", at: node)
            }
            rules[topic, default: []].append(rule)
        }
        return TariffTable.Chapter(name: name, parent: parent, notOnRecord: Set(absent), rules: rules)
    }

    // MARK: Blocks

    private func rule(_ block: Node.Mapping, _ schedule: Node.Mapping) -> (TariffTopic, TariffRule)? {
        guard let topic = file.string(block, "topic"), let document = file.string(block, "document"),
            let confidence = file.string(block, "confidence").flatMap(RuleSource.Confidence.init(rawValue:))
        else { return nil }
        guard let topic = TariffTopic(rawValue: topic) else {
            file.report("no bill is reckoned from the topic '\(topic)', so it has no schedule", at: block["topic"])
            return nil
        }
        let valid = file.string(block, "valid_from", required: false).flatMap { $0 == "null" ? nil : $0 }
        let seen = file.string(block, "seen", required: false)
        if valid != nil, seen != nil { file.report("'seen' stands only where valid_from is null", at: block["seen"]) }
        if let seen, day(seen) == nil { file.report("seen must be a day (2024-04-09) or a month (2019-03)", at: block["seen"]) }
        let cells = FigureCells(file: file, figures: block["figures"]?.mapping ?? Node.Mapping([]))
        let terms = ScheduleTerms(file: file, cells: cells, schedule: schedule).read(topic)
        let source = RuleSource(document: document, validFrom: valid, confidence: confidence)
        return (topic, TariffRule(terms: terms, source: source, begins: (valid ?? seen).flatMap(day)))
    }

    /// A month stands for its first day where a rule begins in it.
    private func day(_ text: String) -> CalendarDay? { CalendarDay(text) ?? BillingPeriod(text)?.firstDay }
}

/// Reads one schedule.
private struct ScheduleTerms {
    let file: YAMLFile
    let cells: FigureCells
    let schedule: Node.Mapping

    func read(_ topic: TariffTopic) -> TariffTerms {
        var terms = TariffTerms()
        switch topic {
        case .residentTier: readTiers(&terms)
        case .residentPrice:
            expect(["prices"])
            terms.tierPrices = list(schedule["prices"], cells.price)
            terms.price = terms.tierPrices.first
        case .sharedMeter:
            expect(["price"])
            terms.price = value("price", cells.price)
        case .residentTimeOfUse:
            expect(["periods", "critical"])
            terms.timeOfUse = timeOfUse()
        case .charging:
            expect(["price", "periods", "critical"])
            if schedule["price"] != nil { terms.price = value("price", cells.price) }
            if schedule["periods"] != nil { terms.timeOfUse = timeOfUse() }
        case .chargingAtHome:
            expect(["price_of"])
            terms.priceOf = value("price_of") { $0.scalar.flatMap { TariffTopic(rawValue: $0.string) } }
            if terms.priceOf == nil { file.report("'price_of' names a topic", at: schedule["price_of"]) }
        case .largeHousehold:
            expect(["least_people", "extra", "shared_meter_people"])
            terms.largeHousehold = largeHousehold()
        case .lowIncome:
            expect(["free"])
            terms.freeEnergy = value("free", cells.energy)
        case .lateFee:
            expect(["resident", "other", "other_cross_year", "minimum"])
            terms.lateFee = lateFee()
        }
        return terms
    }

    private func expect(_ keys: Set<String>) { file.expectKeys(schedule, keys, in: "this schedule") }

    private func value<Value>(_ key: String, _ read: (Node) -> Value?) -> Value? {
        guard let node = schedule[key] else {
            file.report("the schedule lacks '\(key)'")
            return nil
        }
        return read(node)
    }

    private func list<Value>(_ node: Node?, _ read: (Node) -> Value?) -> [Value] {
        guard let sequence = node?.sequence else {
            file.report("a list of figures is wanted here", at: node)
            return []
        }
        return sequence.compactMap(read)
    }

    // MARK: Tiers

    /// Limits by season or for the whole year, with the increments or with the price of every tier.
    private func readTiers(_ terms: inout TariffTerms) {
        expect(["period", "seasons", "upper", "increments", "prices"])
        guard let text = file.string(schedule, "period") else { return }
        guard let span = TierSchedule.Span(rawValue: text) else {
            file.report("the period '\(text)' is none of month, year", at: schedule["period"])
            return
        }
        var increments: [UnitPrice] = []
        if schedule["prices"] != nil {
            let prices = list(schedule["prices"], cells.price)
            terms.price = prices.first
            increments = prices.map { $0 - prices[0] }
        } else {
            increments = [.zero] + list(schedule["increments"], cells.price)
        }
        do throws(TierSchedule.Flaw) {
            terms.tiers = try TierSchedule(span: span, seasons: seasons(), increments: increments)
        } catch {
            file.report(Self.message(error), at: schedule["period"])
        }
    }

    /// The season without `months` has those that the others leave.
    private func seasons() -> [TierSchedule.Season] {
        guard schedule["seasons"] != nil else {
            return [TierSchedule.Season(months: Set(1...12), upper: list(schedule["upper"], cells.energy))]
        }
        let nodes = schedule["seasons"]?.sequence?.compactMap(\.mapping) ?? []
        let named = nodes.map { $0["months"].flatMap(cells.months) }
        let rest = Set(1...12).subtracting(named.reduce(into: []) { $0.formUnion($1 ?? []) })
        return zip(nodes, named).map { node, months in
            TierSchedule.Season(months: months ?? rest, upper: list(node["upper"], cells.energy))
        }
    }

    private static func message(_ flaw: TierSchedule.Flaw) -> String {
        switch flaw {
        case .months: "every month stands in one season, and in no second one"
        case .order: "limits and prices of the tiers must rise"
        case .count: "the tiers want one limit less than prices"
        }
    }

    // MARK: Others

    private func timeOfUse() -> TimeOfUse? {
        guard let periods = file.mapping(schedule, "periods", required: true) else { return nil }
        var prices: [TimeOfUse.Period: UnitPrice] = [:]
        for (key, node) in periods {
            guard let period = key.string.flatMap(TimeOfUse.Period.init(rawValue:)) else {
                file.report("unknown part of the day; known are peak, flat, valley, critical", at: key)
                continue
            }
            prices[period] = cells.price(node)
        }
        let critical = file.string(schedule, "critical", required: false)
        if let critical, critical != "none" { file.report("'critical' may only say none", at: schedule["critical"]) }
        return TimeOfUse(prices: prices, hasNoCritical: critical == "none")
    }

    private func largeHousehold() -> LargeHousehold? {
        guard let least = value("least_people", cells.people) else { return nil }
        return LargeHousehold(
            leastPeople: least, extra: schedule["extra"].flatMap(cells.energy) ?? .zero,
            sharedMeterPeople: schedule["shared_meter_people"].flatMap(cells.people))
    }

    private func lateFee() -> LateFee? {
        guard let resident = value("resident", cells.dailyRate), let other = value("other", cells.dailyRate),
            let crossYear = value("other_cross_year", cells.dailyRate), let minimum = value("minimum", cells.money)
        else { return nil }
        return LateFee(resident: resident, other: other, otherCrossYear: crossYear, minimum: minimum)
    }
}
