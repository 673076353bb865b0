/// A moment in whole seconds since 1970-01-01T00:00:00Z. Its day and wall clock are China's: UTC+8, no summer time.
package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let seconds: Int

    /// What China's clocks are ahead of UTC, in seconds.
    private static let ahead = 8 * 3600
    package static let secondsOfDay = 86_400

    package init(seconds: Int) { self.seconds = seconds }

    /// A wall-clock time of a day in China.
    package init(_ day: CalendarDay, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        seconds = day.daysSince1970 * Self.secondsOfDay + hour * 3600 + minute * 60 + second - Self.ahead
    }

    /// So many minutes after a day's midnight in China; they may reach into other days.
    package init(day: CalendarDay, minute: Int) { self = Moment(day).adding(minutes: minute) }

    /// Reads `2026-11-24T10:20:00+08:00` or with `Z`; seconds may be left out. A text without a zone means China's time,
    /// a day alone its first moment.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = CalendarDay(parts[0]) else { return nil }
        guard parts.count == 2 else { self.init(day); return }
        guard let (clock, zone) = Self.clockAndZone(parts[1]) else { return nil }
        self.init(seconds: day.daysSince1970 * Self.secondsOfDay + clock - zone)
    }

    private static func clockAndZone(_ text: some StringProtocol) -> (clock: Int, zone: Int)? {
        let mark = text.lastIndex { $0 == "+" || $0 == "-" || $0 == "Z" }
        guard let clock = clock(text[..<(mark ?? text.endIndex)]) else { return nil }
        guard let mark, text[mark] != "Z" else {
            if let mark, text.index(after: mark) != text.endIndex { return nil }
            return (clock, mark == nil ? ahead : 0)
        }
        guard let offset = Self.clock(text[text.index(after: mark)...]) else { return nil }
        return (clock, text[mark] == "-" ? -offset : offset)
    }

    /// Seconds of `10:20` or `10:20:30`.
    private static func clock(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers[0] < 24, numbers[1] < 60, numbers.count == 2 || numbers[2] < 60 else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }

    /// The day in China.
    package var day: CalendarDay { CalendarDay(daysSince1970: (seconds + Self.ahead).flooredQuotient(by: Self.secondsOfDay)) }

    /// Seconds since midnight in China.
    package var secondOfDay: Int { seconds + Self.ahead - day.daysSince1970 * Self.secondsOfDay }

    /// Minutes since midnight in China.
    package var minute: Int { secondOfDay / 60 }

    /// `10:20`, as a reply tells it.
    package var clock: String {
        [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    package func adding(seconds: Int) -> Moment { Moment(seconds: self.seconds + seconds) }
    package func adding(minutes: Int) -> Moment { adding(seconds: minutes * 60) }
    package func adding(hours: Int) -> Moment { adding(seconds: hours * 3600) }

    /// `2026-11-24T10:20:00+08:00`.
    package var description: String {
        let second = secondOfDay
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day)T\(parts.joined(separator: ":"))+08:00"
    }

    /// Seconds between two moments.
    package static func - (last: Moment, first: Moment) -> Int { last.seconds - first.seconds }

    package static func < (first: Moment, second: Moment) -> Bool { first.seconds < second.seconds }
}

extension Int {
    fileprivate func flooredQuotient(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
