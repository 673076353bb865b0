/// The calendar month that a bill is for (账期).
package struct BillingPeriod: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    /// From 1 to 12.
    package let month: Int

    /// Nil unless the month exists.
    package init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.year = year
        self.month = month
    }

    /// Reads `2026-11`: four digits, a hyphen, two digits.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 7, text.utf8.dropFirst(4).first == UInt8(ascii: "-"), let day = CalendarDay("\(text)-01")
        else { return nil }
        self.init(day)
    }

    /// The month of a day.
    package init(_ day: CalendarDay) {
        year = day.year
        month = day.month
    }

    package var firstDay: CalendarDay {
        guard let day = CalendarDay(year: year, month: month, day: 1) else { preconditionFailure("every month has a first day") }
        return day
    }

    /// `2026-11`.
    package var description: String { String(firstDay.description.dropLast(3)) }

    package static func < (first: BillingPeriod, second: BillingPeriod) -> Bool {
        (first.year, first.month) < (second.year, second.month)
    }
}
