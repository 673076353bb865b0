internal import PowerDomain

/// A month of a year.
struct YearMonth: Hashable, Comparable {
    let year: Int
    let month: Int

    init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    init(of day: CalendarDay) { self.init(year: day.year, month: day.month) }

    func adding(_ months: Int) -> YearMonth {
        let index = year * 12 + month - 1 + months
        return YearMonth(year: index / 12, month: index % 12 + 1)
    }

    func day(_ number: Int) -> CalendarDay? { CalendarDay(year: year, month: month, day: number) }

    var length: Int { (1...12).contains(month) ? CalendarDay.length(ofMonth: month, in: year) : 0 }

    var description: String { year > 999 ? "\(year)-\(month < 10 ? "0" : "")\(month)" : "0000-00" }

    static func < (first: YearMonth, second: YearMonth) -> Bool { (first.year, first.month) < (second.year, second.month) }
}

/// What a date expression says, before the missing parts (year, month) are filled in.
struct DateReading {
    var range: Range<Int>
    var parts: Parts

    enum Parts {
        /// Any of year, month and day; one at least.
        case partial(year: Int?, month: Int?, day: Int?)
        case fixed(EntityValue)
        /// A day of the week without a week.
        case weekday(Int)
    }

    /// The value; a part that is missing makes it the latest that has begun, or the next if `future`.
    func value(today: CalendarDay, future: Bool) -> EntityValue? {
        switch parts {
        case .fixed(let value): value
        case .weekday(let number): .day(Self.weekday(number, from: today, future: future))
        case .partial(let year, let month, let day):
            Self.resolve(year: year, month: month, day: day, today: today, future: future)
        }
    }

    static func weekday(_ number: Int, from today: CalendarDay, future: Bool) -> CalendarDay {
        let back = (today.weekday - number + 7) % 7
        return today.adding(days: future && back > 0 ? 7 - back : -back)
    }

    static func resolve(year: Int?, month: Int?, day: Int?, today: CalendarDay, future: Bool) -> EntityValue? {
        let now = YearMonth(of: today)
        switch (year, month, day) {
        case (let year?, let month?, let day?):
            return CalendarDay(year: year, month: month, day: day).map { .day($0) }
        case (let year?, let month?, nil):
            return (1000...9999).contains(year) ? .month(YearMonth(year: year, month: month).description) : nil
        case (let year?, nil, nil):
            return span(from: YearMonth(year: year, month: 1), to: YearMonth(year: year, month: 12))
        case (nil, let month?, nil):
            return .month(latest(month, now, future: future).description)
        case (nil, let month?, let day?):
            return latest(month, day, today, future: future).map { .day($0) }
        case (nil, nil, let day?):
            return latest(day, today, future: future).map { .day($0) }
        default: return nil
        }
    }

    static func span(from first: YearMonth, to last: YearMonth) -> EntityValue? {
        guard let from = first.day(1), let to = last.day(last.length), from <= to else { return nil }
        return .days(from: from, to: to)
    }

    static func latest(_ month: Int, _ now: YearMonth, future: Bool) -> YearMonth {
        let same = YearMonth(year: now.year, month: month)
        if future { return same < now ? YearMonth(year: now.year + 1, month: month) : same }
        return same > now ? YearMonth(year: now.year - 1, month: month) : same
    }

    private static func latest(_ month: Int, _ day: Int, _ today: CalendarDay, future: Bool) -> CalendarDay? {
        // A leap day may be up to eight years away.
        let years = future ? Array(today.year...today.year + 8) : Array((max(1, today.year - 8)...today.year).reversed())
        return years.lazy.compactMap { CalendarDay(year: $0, month: month, day: day) }.first { future ? $0 >= today : $0 <= today }
    }

    private static func latest(_ day: Int, _ today: CalendarDay, future: Bool) -> CalendarDay? {
        let now = YearMonth(of: today)
        return (0...3).lazy.compactMap { now.adding(future ? $0 : -$0).day(day) }.first { future ? $0 >= today : $0 <= today }
    }
}
