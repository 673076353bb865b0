/// A date as documents print it: 2011年6月28日 (the last 日 may be lost), 2018.01.04, 1976-3-21, 2012/06/28,
/// 二〇二三年一月二日, 02 DEC 1980, 20230201; spaces and full width digits do not matter, a time or 止 behind it is left out.
package struct PrintedDate: Hashable, Sendable {
    package let day: CalendarDay

    /// Nil unless `text` is a date that exists and nothing else.
    package init?(_ text: some StringProtocol) {
        var scan = DateScanner(text)
        scan.skipSpaces()
        guard let day = scan.date() else { return nil }
        scan.skipTime()
        scan.skipSpaces()
        _ = scan.take("止")
        scan.skipSpaces()
        guard scan.isAtEnd else { return nil }
        self.day = day
    }
}

extension CalendarDay {
    /// As passports print it: 02 DEC 1980.
    package var passportForm: String {
        let digits = description  // YYYY-MM-DD
        return "\(digits.suffix(2)) \(Self.monthNames[month - 1]) \(digits.prefix(4))"
    }

    static let monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
}
