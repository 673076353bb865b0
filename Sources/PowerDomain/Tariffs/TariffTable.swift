/// The rules of every region, each with its versions.
package struct TariffTable: Sendable {
    /// What one file of figures gives: a region's own rules, or those of the whole country.
    package struct Chapter: Sendable {
        /// A region's name, or `national`.
        package let name: String
        /// The chapter whose rules hold where this one has none; `national` stands above all of them.
        package let parent: String?
        /// Topics for which nothing was found: the parent's rules do not hold for them either.
        package let notOnRecord: Set<TariffTopic>
        package let rules: [TariffTopic: [TariffRule]]

        package init(name: String, parent: String?, notOnRecord: Set<TariffTopic>, rules: [TariffTopic: [TariffRule]]) {
            self.name = name
            self.parent = parent
            self.notOnRecord = notOnRecord
            self.rules = rules
        }
    }

    package static let national = "national"

    /// Newest first.
    private let rules: [Region: [TariffTopic: [TariffRule]]]

    package init(_ chapters: [Chapter]) {
        let named = Dictionary(chapters.map { ($0.name, $0) }) { first, _ in first }
        var rules: [Region: [TariffTopic: [TariffRule]]] = [:]
        for region in Region.allCases { rules[region] = Self.merged(region.rawValue, named) }
        self.rules = rules.mapValues(Self.dated)
    }

    /// A chapter's rules with those of its parents below them.
    private static func merged(_ name: String, _ chapters: [String: Chapter]) -> [TariffTopic: [TariffRule]] {
        var merged: [TariffTopic: [TariffRule]] = [:]
        var closed: Set<TariffTopic> = []
        var next: String? = name
        var rest = chapters
        while let name = next {
            // Taken out, so that chapters that name each other as parents come to an end.
            let chapter = rest.removeValue(forKey: name)
            for (topic, rules) in chapter?.rules ?? [:] where merged[topic] == nil && !closed.contains(topic) { merged[topic] = rules }
            closed.formUnion(chapter?.notOnRecord ?? [])
            next = chapter?.parent ?? (name == national ? nil : national)
        }
        return merged
    }

    /// Rules without a day begin with the first rule on tiers; each topic's versions, the newest first.
    private static func dated(_ rules: [TariffTopic: [TariffRule]]) -> [TariffTopic: [TariffRule]] {
        let first = rules[.residentTier]?.compactMap(\.begins).min()
        return rules.mapValues { versions in
            versions
                .map { TariffRule(terms: $0.terms, source: $0.source, begins: $0.begins ?? first) }
                .sorted { ($0.begins?.daysSince1970 ?? .min) > ($1.begins?.daysSince1970 ?? .min) }
        }
    }

    /// The rules that hold in a region on a day.
    package func inForce(in region: Region, on day: CalendarDay) -> RulesInForce {
        RulesInForce(region: region, day: day, versions: rules[region] ?? [:])
    }
}

/// A region's rules on one day.
package struct RulesInForce: Sendable {
    package let region: Region
    package let day: CalendarDay
    fileprivate let versions: [TariffTopic: [TariffRule]]

    fileprivate init(region: Region, day: CalendarDay, versions: [TariffTopic: [TariffRule]]) {
        self.region = region
        self.day = day
        self.versions = versions
    }

    /// The version in force; nil before the first one and where there is none.
    package func rule(_ topic: TariffTopic) -> TariffRule? {
        versions[topic]?.first { rule in rule.begins.map { $0 <= day } ?? true }
    }

    /// The first day on which anything is on record about a topic; nil if there is nothing or no day was found.
    package func firstDay(of topic: TariffTopic) -> CalendarDay? { versions[topic]?.last?.begins }

    /// The base price of residents: of its own list, else of the document on tiers.
    package var residentPrice: (price: UnitPrice, source: RuleSource)? {
        for topic in [TariffTopic.residentPrice, .residentTier] {
            if let rule = rule(topic), let price = rule.terms.price { return (price, rule.source) }
        }
        return nil
    }
}
