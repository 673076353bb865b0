internal import PowerDomain

extension DateReading {
    /// The span from one reading to another (3月到5月, 6月7号到9号, 上星期一到礼拜日); nil if it would run backwards.
    static func joined(_ first: DateReading, _ last: DateReading, today: CalendarDay, future: Bool) -> EntityValue? {
        var first = first
        var last = last
        complete(&first, &last)
        guard let end = last.value(today: today, future: future), let to = bounds(end)?.to else { return nil }
        if case .weekday(let number) = last.parts, let from = first.value(today: today, future: future).flatMap(bounds)?.from {
            return .days(from: from, to: from.adding(days: (number - from.weekday + 7) % 7))
        }
        if case .partial(nil, let month?, let day) = first.parts {
            return from(month, day, before: to, end)
        }
        guard let from = first.value(today: today, future: future).flatMap(bounds)?.from, from <= to else { return nil }
        return .days(from: from, to: to)
    }

    /// Each side lends the other what it lacks.
    private static func complete(_ first: inout DateReading, _ last: inout DateReading) {
        guard case .partial(let year, let month, let day) = first.parts,
            case .partial(var lastYear, var lastMonth, let lastDay) = last.parts
        else { return }
        if lastMonth == nil, lastDay != nil { lastMonth = month }
        if let year, lastYear == nil, let from = month ?? lastMonth, let to = lastMonth {
            lastYear = to < from || (to == from && (lastDay ?? 31) < (day ?? 1)) ? year + 1 : year
        }
        last.parts = .partial(year: lastYear, month: lastMonth, day: lastDay)
        if month == nil, day != nil { first.parts = .partial(year: year, month: lastMonth, day: day) }
    }

    /// The latest such month or day that does not lie after the end.
    private static func from(_ month: Int, _ day: Int?, before to: CalendarDay, _ end: EntityValue) -> EntityValue? {
        for year in [to.year, to.year - 1] {
            if let from = CalendarDay(year: year, month: month, day: day ?? 1), from <= to { return .days(from: from, to: to) }
        }
        return nil
    }

    /// First and last day of a value.
    static func bounds(_ value: EntityValue) -> (from: CalendarDay, to: CalendarDay)? {
        switch value {
        case .day(let day): return (from: day, to: day)
        case .days(let from, let to): return (from: from, to: to)
        case .month(let text):
            let parts = text.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2 else { return nil }
            let month = YearMonth(year: parts[0], month: parts[1])
            guard let from = month.day(1), let to = month.day(month.length) else { return nil }
            return (from: from, to: to)
        default: return nil
        }
    }
}
