/// The number of a work order (工单号): `WO`, the day it was made, a running number of that day. Numbers of one length sort
/// by age.
package struct OrderNumber: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Numbers of a day count from 1 and have four digits, more from the ten-thousandth on.
    package init(day: CalendarDay, running: Int) {
        let digits = String(running)
        text = "WO" + day.description.filter { $0 != "-" } + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Reads a number as printed; nil unless it is `WO` with a day that exists and four to nine digits.
    package init?(_ text: some StringProtocol) {
        let digits = text.dropFirst(2)
        guard text.hasPrefix("WO"), (12...17).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let year = digits.prefix(4), month = digits.dropFirst(4).prefix(2), day = digits.dropFirst(6).prefix(2)
        guard CalendarDay("\(year)-\(month)-\(day)") != nil else { return nil }
        self.text = String(text)
    }

    package var description: String { text }
}

extension OrderNumber: Comparable {
    /// By age: a longer number of the same day is a later one.
    package static func < (first: OrderNumber, second: OrderNumber) -> Bool {
        let days = (first.text.prefix(10), second.text.prefix(10))
        guard days.0 == days.1 else { return days.0 < days.1 }
        let lengths = (first.text.utf8.count, second.text.utf8.count)
        return lengths.0 == lengths.1 ? first.text < second.text : lengths.0 < lengths.1
    }
}
