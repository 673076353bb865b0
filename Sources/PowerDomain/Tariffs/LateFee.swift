/// The daily charge on arrears (违约金), 供电营业规则.
package struct LateFee: Hashable, Sendable {
    package enum Class: String, CaseIterable, Hashable, Sendable { case resident, other }

    /// A share of the arrears for each day.
    package struct DailyRate: Hashable, Sendable {
        /// Hundred-millionths.
        package let hundredMillionths: Int64

        /// Reads a percentage, `0.1` for a thousandth.
        package init(percent text: some StringProtocol) throws(DecimalText.Flaw) {
            hundredMillionths = try DecimalText.units(text, decimals: 6, wholeDigits: 2)
        }
    }

    package let resident: DailyRate
    /// For other customers on days of the year in which the bill fell due.
    package let other: DailyRate
    /// For other customers on days of later years.
    package let otherCrossYear: DailyRate
    /// A fee is never less.
    package let minimum: Money

    package init(resident: DailyRate, other: DailyRate, otherCrossYear: DailyRate, minimum: Money) {
        self.resident = resident
        self.other = other
        self.otherCrossYear = otherCrossYear
        self.minimum = minimum
    }

    /// The fee for arrears that have been due for `days` when they are paid on `paid`, rounded half up to the cent.
    package func amount(for arrears: Money, days: Int, class: Class, paid: CalendarDay) -> Money {
        guard days > 0, arrears > .zero else { return .zero }
        let late = Self.daysAfterYear(of: paid.adding(days: -days), until: paid)
        let share: Int128 =
            switch `class` {
            case .resident: Int128(resident.hundredMillionths) * Int128(days)
            case .other:
                Int128(other.hundredMillionths) * Int128(days - late) + Int128(otherCrossYear.hundredMillionths) * Int128(late)
            }
        // Ten-thousandths times hundred-millionths, down to cents.
        let cents = DecimalText.halfUp(Int128(arrears.tenThousandths) * share, by: 10_000_000_000)
        return max(minimum, Money(cents: Int64(cents)))
    }

    /// The days after the year of `due`, `paid` included.
    private static func daysAfterYear(of due: CalendarDay, until paid: CalendarDay) -> Int {
        guard let lastDay = CalendarDay(year: due.year, month: 12, day: 31) else { return 0 }
        return max(0, paid.daysSince1970 - lastDay.daysSince1970)
    }
}
