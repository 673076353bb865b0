package import PowerDomain
package import TextAnalysis

/// Finds all entities of a text: asks the recognizers that may find something, and settles who wins where two overlap.
package struct EntityFinder: Sendable {
    private struct Asked: Sendable {
        let recognizer: any EntityRecognizer
        let traits: TextTraits
        /// Whether its cues decide; otherwise its traits alone do.
        let isCued: Bool
        let isAlways: Bool
    }

    private static let asked: [Asked] = EntityRecognizers.all.map { type in
        let cued = type as? any CuedRecognizer.Type
        return Asked(
            recognizer: type.init(), traits: cued?.sufficientTraits ?? type.needs, isCued: cued != nil,
            isAlways: cued == nil && type.needs.isEmpty)
    }
    private static let gate = RecognizerGate(EntityRecognizers.all)

    private let asked = Self.asked
    private let gate = Self.gate

    package init() {}

    /// The entities of `text` in the order of their starts; relative dates are reckoned from `today`.
    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        guard !text.isEmpty else { return [] }
        let cued = gate.mask(text)
        var traits = text.traits
        if traits.contains(.hanNumerals), NumeralScanner.isIdle(text) { traits.remove(.hanNumerals) }
        guard cued != 0 || traits.contains(.digits) || traits.contains(.hanNumerals) || Self.hasAlways else { return [] }
        var found: [Entity] = []
        for (index, asked) in asked.enumerated() {
            let hasTrait = !asked.traits.isDisjoint(with: traits)
            guard hasTrait || asked.isAlways || (asked.isCued && cued & 1 << UInt32(index) != 0) else { continue }
            found += asked.recognizer.find(in: text, today: today)
        }
        return found.count < 2 ? found : EntityOverlap.resolve(found)
    }

    private static let hasAlways = asked.contains { $0.isAlways }
}
