package import PowerDomain

/// A figure on record: a price, a limit, a time, with the document that it comes from.
package struct Figure: Hashable, Sendable {
    package enum Confidence: String, Hashable, Sendable { case high, medium, low }

    /// The document, the first day on which it holds (nil: not found), and how sure that is.
    package struct Source: Hashable, Sendable {
        package let document: String
        package let validFrom: String?
        package let confidence: Confidence

        package init(document: String, validFrom: String?, confidence: Confidence) {
            self.document = document
            self.validFrom = validFrom
            self.confidence = confidence
        }
    }

    /// As printed: `0.58886875`, `10:00–12:00`; in a text figure by language.
    package let value: Wording
    /// A key of the units' wording.
    package let unit: String
    package let source: Source

    package init(value: Wording, unit: String, source: Source) {
        self.value = value
        self.unit = unit
        self.source = source
    }
}

/// The figures by reference, `guangdong.resident_tier.summer_first`; each with its blocks, the newest first.
package struct FigureBook: Sendable {
    private let figures: [String: [Figure]]

    package init(_ figures: [String: [Figure]]) {
        self.figures = figures.mapValues { $0.sorted { ($0.source.validFrom ?? "") > ($1.source.validFrom ?? "") } }
    }

    package var references: some Collection<String> { figures.keys }

    /// The figure in force on `day`; one without a date holds until a dated one begins.
    package func figure(_ reference: some StringProtocol, on day: CalendarDay) -> Figure? {
        figures[String(reference)]?.first { figure in
            guard let from = figure.source.validFrom else { return true }
            return from <= day.description
        }
    }
}
