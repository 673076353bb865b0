/// What a bill would come to, line by line as the paper shows it.
package struct BillEstimate: Hashable, Sendable {
    /// The sum of the lines.
    package let total: Money
    package let lines: [BillLine]
    /// The highest tier that the energy reaches, from 1; nil where there are no tiers.
    package let tier: Int?
    /// How the energy spreads over the tiers; empty where there are none.
    package let shares: [TierShare]
    /// The documents of the figures used, in the order of their use.
    package let sources: [RuleSource]
    /// The same use under the rule that could be chosen instead.
    package let alternatives: [Alternative]

    package init(lines: [BillLine], shares: [TierShare], sources: [RuleSource], alternatives: [Alternative]) {
        self.lines = lines
        self.shares = shares
        self.sources = sources
        self.alternatives = alternatives
        total = lines.reduce(.zero) { $0 + $1.amount }
        // Use of nothing stands in the first tier, and on a limit the tier below it still holds.
        tier = shares.isEmpty ? nil : shares.last { $0.before + $0.energy > .zero }?.number ?? 1
    }

    /// Another way to be billed for the same use.
    package struct Alternative: Hashable, Sendable {
        package enum Label: String, Hashable, Sendable {
            /// Without the large household's higher tiers.
            case without
            /// Without prices by the time of day.
            case tierOnly = "tier_only"
            /// At the shared-meter price.
            case sharedMeter = "shared_meter"
        }

        package let label: Label
        package let total: Money
        package let lines: [BillLine]
        package let sources: [RuleSource]
    }
}

/// A line of a bill.
package struct BillLine: Hashable, Sendable {
    package enum Label: Hashable, Sendable, CustomStringConvertible {
        /// All energy at the base price.
        case energy
        /// The energy of one part of the day.
        case period(TimeOfUse.Period)
        /// What a tier above the first adds.
        case tier(Int)
        /// A credit, so its amount is negative.
        case freeEnergy
        case lateFee

        /// The word of the wire: `energy`, `peak`, `tier_2`, `free_kwh`, `late_fee`.
        package var description: String {
            switch self {
            case .energy: "energy"
            case .period(let period): period.rawValue
            case .tier(let number): "tier_\(number)"
            case .freeEnergy: "free_kwh"
            case .lateFee: "late_fee"
            }
        }
    }

    package let label: Label
    package let energy: Energy?
    package let price: UnitPrice?
    /// Rounded half up to the cent.
    package let amount: Money

    package init(_ label: Label, energy: Energy? = nil, price: UnitPrice? = nil, amount: Money) {
        self.label = label
        self.energy = energy
        self.price = price
        self.amount = amount
    }

    /// Energy at a price.
    package init(_ label: Label, _ energy: Energy, at price: UnitPrice) {
        self.init(label, energy: energy, price: price, amount: price.amount(for: energy))
    }
}
