package import PowerDomain
package import TextAnalysis

/// Finds all entities of a text: asks the recognizers that may find something, and settles who wins where two overlap.
package struct EntityFinder: Sendable {
    /// The recognizers with bits for who is asked when: bit i stands for recognizer i.
    private struct Table: Sendable {
        let recognizers: [any EntityRecognizer]
        /// The same, where one looks at numerals.
        let ofNumerals: [(any NumeralRecognizer)?]
        /// Who is asked for each trait, by the number of its bit.
        var byTrait = [UInt32](repeating: 0, count: 8)
        var cued: UInt32 = 0
        var always: UInt32 = 0

        init(_ types: [any EntityRecognizer.Type]) {
            recognizers = types.map { $0.init() }
            ofNumerals = recognizers.map { $0 as? any NumeralRecognizer }
            for (index, type) in types.enumerated() {
                let bit: UInt32 = 1 << UInt32(index), cuedType = type as? any CuedRecognizer.Type
                if cuedType != nil { cued |= bit }
                let traits = cuedType?.sufficientTraits ?? type.needs
                if cuedType == nil, traits.isEmpty { always |= bit }
                for trait in 0..<8 where traits.rawValue >> UInt8(trait) & 1 == 1 { byTrait[trait] |= bit }
            }
        }

        func asked(_ traits: TextTraits, _ cues: UInt32) -> UInt32 {
            var asked = always | cues & cued, left = traits.rawValue
            while left != 0 {
                asked |= byTrait[left.trailingZeroBitCount]
                left &= left &- 1
            }
            return asked
        }
    }

    private static let table = Table(EntityRecognizers.all)
    private let table = Self.table

    package init() {}

    /// The entities of `text` in the order of their starts; relative dates are reckoned from `today`.
    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        find(in: text, today: today, cued: WatchedWords.standard.seen(in: text).recognizers)
    }

    /// The same where it is known which recognizers' cues occur: a bit for each.
    func find(in text: FoldedText, today: CalendarDay, cued: UInt32) -> [Entity] {
        guard !text.isEmpty else { return [] }
        var traits = text.traits
        if traits.contains(.hanNumerals), NumeralScanner.isIdle(text) { traits.remove(.hanNumerals) }
        var asked = table.asked(traits, cued)
        var found: [Entity] = [], numerals: [Numeral]?
        while asked != 0 {
            let index = asked.trailingZeroBitCount
            asked &= asked &- 1
            if let recognizer = table.ofNumerals[index] {
                let read = numerals ?? NumeralScanner.numerals(in: text)
                numerals = read
                found += recognizer.find(read, in: text)
            } else {
                found += table.recognizers[index].find(in: text, today: today)
            }
        }
        return found.count < 2 ? found : EntityOverlap.resolve(found)
    }
}
