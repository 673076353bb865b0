/// Tiers of residents' electricity (阶梯电量): the more is used in a month or a year, the more each further kilowatt-hour costs.
package struct TierSchedule: Hashable, Sendable {
    /// Over which time the use is counted.
    package enum Span: String, CaseIterable, Hashable, Sendable { case month, year }

    /// Months that share their limits; a schedule that knows no seasons has one that covers the year.
    package struct Season: Hashable, Sendable {
        /// From 1 to 12.
        package let months: Set<Int>
        /// The last kilowatt-hour of each tier but the open last one, rising; the limit itself still belongs to its tier.
        package let upper: [Energy]

        package init(months: Set<Int>, upper: [Energy]) {
            self.months = months
            self.upper = upper
        }
    }

    package enum Flaw: Error, Hashable, Sendable {
        /// A month stands in no season or in several.
        case months
        /// Limits or increments do not rise.
        case order
        /// There must be one increment more than limits, the first of them zero.
        case count
    }

    package let span: Span
    package let seasons: [Season]
    /// What a kilowatt-hour of each tier costs above the base price; the first is zero.
    package let increments: [UnitPrice]

    package init(span: Span, seasons: [Season], increments: [UnitPrice]) throws(Flaw) {
        guard seasons.flatMap(\.months).sorted() == Array(1...12) else { throw .months }
        guard increments.first == .zero, seasons.allSatisfy({ $0.upper.count == increments.count - 1 }) else { throw .count }
        let limits = seasons.map { [.zero] + $0.upper }
        guard limits.allSatisfy({ isRising($0) }), isRising(increments) else { throw .order }
        self.span = span
        self.seasons = seasons
        self.increments = increments
    }

    /// The same tiers with every limit raised by `extra` for each month of the span.
    package func widened(by extra: Energy) -> TierSchedule {
        TierSchedule(self, raisingBy: extra * (span == .year ? 12 : 1))
    }

    private init(_ schedule: TierSchedule, raisingBy extra: Energy) {
        span = schedule.span
        increments = schedule.increments
        seasons = schedule.seasons.map { Season(months: $0.months, upper: $0.upper.map { $0 + extra }) }
    }

    /// The limits that hold in a month.
    package func upper(in period: BillingPeriod) -> [Energy] {
        seasons.first { $0.months.contains(period.month) }?.upper ?? []
    }

    /// How `energy` spreads over the tiers when `before` was used earlier in the same span; one share for each tier.
    package func shares(of energy: Energy, after before: Energy, in period: BillingPeriod) -> [TierShare] {
        let upper = upper(in: period)
        return increments.indices.map { index in
            let lower = index == 0 ? Energy.zero : upper[index - 1], limit = index < upper.count ? upper[index] : nil
            let earlier = Self.part(of: before, above: lower, to: limit)
            let together = Self.part(of: before + energy, above: lower, to: limit)
            return TierShare(
                number: index + 1, lower: lower, upper: limit, before: earlier, energy: together - earlier, increment: increments[index])
        }
    }

    private static func part(of energy: Energy, above lower: Energy, to limit: Energy?) -> Energy {
        max(.zero, (limit.map { min(energy, $0) } ?? energy) - lower)
    }
}

/// The part of a bill's energy that falls into one tier.
package struct TierShare: Hashable, Sendable {
    /// From 1.
    package let number: Int
    /// The tier begins above this use.
    package let lower: Energy
    /// The tier ends with this use, nil for the last one.
    package let upper: Energy?
    /// What was used in this tier earlier in the same span.
    package let before: Energy
    /// What the billed energy adds.
    package let energy: Energy
    /// What a kilowatt-hour costs above the base price.
    package let increment: UnitPrice

    package init(number: Int, lower: Energy, upper: Energy?, before: Energy, energy: Energy, increment: UnitPrice) {
        self.number = number
        self.lower = lower
        self.upper = upper
        self.before = before
        self.energy = energy
        self.increment = increment
    }
}

private func isRising<Value: Comparable>(_ values: [Value]) -> Bool { zip(values, values.dropFirst()).allSatisfy { $0 < $1 } }
