internal import PowerDomain
package import TextAnalysis

/// A recognizer whose finds begin with, or contain, one of a list of literals.
package protocol CuedRecognizer: EntityRecognizer {
    /// It is asked if one of these occurs in the folded text …
    static var cues: [String] { get }
    /// … or if the text has one of these traits. `needs` is empty.
    static var sufficientTraits: TextTraits { get }
}

extension CuedRecognizer {
    package static var needs: TextTraits { [] }
    package static var sufficientTraits: TextTraits { [] }
}

/// A recognizer of amounts: it looks at the numerals of a text, which are read once for all of them.
protocol NumeralRecognizer: CuedRecognizer {
    func find(_ numerals: [Numeral], in text: FoldedText) -> [Entity]
}

extension NumeralRecognizer {
    package static var cues: [String] { EnglishNumeral.cues }
    package static var sufficientTraits: TextTraits { [.digits, .hanNumerals] }

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] { find(NumeralScanner.numerals(in: text), in: text) }
}
