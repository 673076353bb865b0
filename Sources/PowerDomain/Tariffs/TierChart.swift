/// The tiers of a bill as a bar chart in text, one line for each tier; columns fit in a terminal also where characters are wide.
///
///     第一档  0-260      260 度  ██████████
///     第二档  260-600    270 度  ██████████
///
/// The bar stands last, since terminals differ in the width of block characters. `░` is what was used earlier in the year.
package struct TierChart: Sendable {
    /// The words around the figures, in the reader's language.
    package struct Words: Sendable {
        /// The name of a tier by its number, from 1.
        package let tier: @Sendable (Int) -> String
        /// Behind the limit above which the last tier begins: `以上`.
        package let above: String
        /// The unit of energy: `度`.
        package let unit: String

        package init(tier: @escaping @Sendable (Int) -> String, above: String, unit: String) {
            self.tier = tier
            self.above = above
            self.unit = unit
        }
    }

    private let shares: [TierShare]
    private let words: Words

    package init(_ shares: [TierShare], words: Words) {
        self.shares = shares
        self.words = words
    }

    /// The lines; the longest bar has `columns` cells. A tier with any energy has at least one.
    package func lines(columns: Int = 24) -> [String] {
        let names = shares.map { words.tier($0.number) }
        let ranges = shares.map { share in
            share.upper.map { "\(share.lower)-\($0)" } ?? "\(share.lower)\(words.above)"
        }
        let energies = shares.map { "\($0.energy) \(words.unit)" }
        let longest = shares.map { $0.before + $0.energy }.max() ?? .zero
        let width = (names: Self.widest(names), ranges: Self.widest(ranges), energies: Self.widest(energies))
        return shares.indices.map { index in
            let head = [
                DisplayWidth.padded(names[index], to: width.names), DisplayWidth.padded(ranges[index], to: width.ranges),
                DisplayWidth.rightAligned(energies[index], to: width.energies),
            ].joined(separator: "  ")
            let bar = Self.bar(shares[index], longest: longest, columns: columns)
            return bar.isEmpty ? head : head + "  " + bar
        }
    }

    private static func bar(_ share: TierShare, longest: Energy, columns: Int) -> String {
        let before = cells(share.before, longest: longest, columns: columns)
        let all = cells(share.before + share.energy, longest: longest, columns: columns)
        let now = share.energy > .zero ? max(1, all - before) : 0
        return String(repeating: "░", count: min(before, all - now)) + String(repeating: "█", count: now)
    }

    private static func cells(_ energy: Energy, longest: Energy, columns: Int) -> Int {
        guard energy > .zero, longest > .zero else { return 0 }
        let share = Int128(energy.millionths) * Int128(columns)
        return max(1, Int(DecimalText.halfUp(share, by: Int128(longest.millionths))))
    }

    private static func widest(_ texts: [String]) -> Int { texts.map { DisplayWidth.of($0) }.max() ?? 0 }
}
