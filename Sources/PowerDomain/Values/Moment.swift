/// A minute of a day in the utility's own time zone (UTC+8), as orders and their limits name it.
package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let day: CalendarDay
    /// Minutes since midnight.
    package let minute: Int

    package init(day: CalendarDay, minute: Int) {
        self.day = day.adding(days: minute >= 0 ? minute / 1440 : (minute - 1439) / 1440)
        self.minute = (minute % 1440 + 1440) % 1440
    }

    package func adding(minutes: Int) -> Moment { Moment(day: day, minute: minute + minutes) }

    /// `10:20`.
    package var clock: String { "\(Self.padded(minute / 60)):\(Self.padded(minute % 60))" }

    /// `2026-11-24T10:20:00+08:00`.
    package var description: String { "\(day)T\(clock):00+08:00" }

    package static func < (first: Moment, second: Moment) -> Bool { (first.day, first.minute) < (second.day, second.minute) }

    private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
