internal import PowerDomain

extension DateReader {
    /// An expression that begins with a word: 昨天, 上个月15号, 去年十二月, 上周五, `last Friday`, `in August 2025`.
    func word(_ start: Int) -> DateReading? {
        guard let found = DateWords.table.longest(at: start, in: scan) else { return nil }
        let end = start + found.length
        let now = YearMonth(of: today)
        switch found.value {
        case .day(let distance): return fixed(.day(today.adding(days: distance)), start, end)
        case .month(let distance):
            let month = now.adding(distance)
            return inMonth(month.year, month.month, start, end)
        case .year(let distance): return inYear(today.year + distance, start, end)
        case .week(let distance): return week(distance, days: 0...6, start, end)
        case .weekend(let distance): return week(distance, days: 5...6, start, end)
        case .weekday(let day, let week): return weekday(day, week, start, end)
        case .half(let number): return inYear(today.year, start, start).flatMap { $0.range.upperBound == end && number > 0 ? $0 : nil }
        case .quarter(let distance):
            let first = YearMonth(year: today.year, month: (today.month - 1) / 3 * 3 + 1).adding(distance * 3)
            return fixed(DateReading.span(from: first, to: first.adding(2)), start, end)
        case .recent: return recent(start, end)
        case .monthEnd: return now.day(now.length).flatMap { fixed(.day($0), start, end) }
        case .yearEnd: return CalendarDay(year: today.year, month: 12, day: 31).flatMap { fixed(.day($0), start, end) }
        case .monthName(let month): return english(month: month, start, end)
        case .weekdayName(let day): return DateReading(range: start..<end, parts: .weekday(day))
        case .relative(let distance): return relative(distance, start, end)
        }
    }

    private func week(_ distance: Int, days: ClosedRange<Int>, _ start: Int, _ end: Int) -> DateReading? {
        let monday = today.adding(days: 1 - today.weekday + 7 * distance)
        return fixed(.days(from: monday.adding(days: days.lowerBound), to: monday.adding(days: days.upperBound)), start, end)
    }

    private static let notBeforeWeekday = WordTable("每,逢,一,两,二,三,四,五,六,七,八,九,十,半,几,个,整,四,姓,叫,1,2,3,4,5,6,7,8,9,0")

    private func weekday(_ day: Int, _ week: Int?, _ start: Int, _ end: Int) -> DateReading? {
        guard let week else {
            // 每周五 is no day, 一周五次 no Friday, 星期1点 no Monday.
            guard Self.notBeforeWeekday.longest(endingAt: start, in: scan) == nil, !scan[end].isDigit,
                !QuantityWords.isMeasure(scan, end) || scan[end] == UInt32.han("点")
            else { return nil }
            return DateReading(range: start..<end, parts: .weekday(day))
        }
        return fixed(.day(today.adding(days: day - today.weekday + 7 * week)), start, end)
    }

    private static let units = WordTable<DateWord>([
        ("天", .day(1)), ("日", .day(1)), ("周", .day(7)), ("个星期", .day(7)), ("星期", .day(7)), ("个礼拜", .day(7)), ("礼拜", .day(7)),
        ("个月", .month(1)), ("个多月", .month(1)), ("年", .month(12)), ("个季度", .month(3)), ("季度", .month(3)),
        ("days", .day(1)), ("day", .day(1)), ("weeks", .day(7)), ("week", .day(7)), ("months", .month(1)), ("month", .month(1)),
        ("years", .month(12)), ("year", .month(12)),
    ])

    /// A length of time that begins at `index`: 三个月, 半年, `12 months`.
    private func length(_ index: Int) -> (word: DateWord, end: Int)? {
        let at = scan.skippingSpace(index)
        if scan[at] == ChineseNumeral.half {
            if scan[at + 1] == UInt32.han("年") { return (word: .month(6), end: at + 2) }
            if scan[at + 1] == UInt32.han("个"), scan[at + 2] == UInt32.han("月") { return (word: .day(15), end: at + 3) }
            return nil
        }
        var count = number(at)
        if count == nil, scan[at].isLatin, let words = EnglishNumeral.read(scan, at: at), let value = words.value?.whole {
            count = (value: value, end: words.end)
        }
        if count == nil, Self.units.longest(at: at, in: scan) != nil, scan[at].isLatin { count = (value: 1, end: at) }
        guard let count, (1...1200).contains(count.value) else { return nil }
        let unitAt = scan.skippingSpace(count.end)
        guard let unit = Self.units.longest(at: unitAt, in: scan) else { return nil }
        switch unit.value {
        case .day(let days): return (word: .day(days * count.value), end: unitAt + unit.length)
        case .month(let months): return (word: .month(months * count.value), end: unitAt + unit.length)
        default: return nil
        }
    }

    /// 最近三个月, 近半年, `the last 30 days`: up to today.
    private func recent(_ start: Int, _ index: Int) -> DateReading? {
        // 提前5日 looks ahead, 三天前 and 之前 end here.
        if scan[start] == UInt32.han("前"), scan[start - 1].isHan, !QuantityWords.endsPhrase(start - 1, scan) { return nil }
        guard let length = length(index), let from = distance(length.word, -1) else { return nil }
        return fixed(.days(from: from, to: today), start, length.end)
    }

    private func distance(_ length: DateWord, _ direction: Int) -> CalendarDay? {
        switch length {
        case .day(let days): return today.adding(days: direction * days)
        case .month(let months):
            let month = YearMonth(of: today).adding(direction * months)
            return month.day(min(today.day, month.length))
        default: return nil
        }
    }

    /// 三天前, `two days ago`, 3天后.
    func ago(_ start: Int) -> DateReading? {
        guard let length = length(start) else { return nil }
        let at = scan.skippingSpace(length.end)
        let back = scan[at] == UInt32.han("前") || Self.agoWord.longest(at: at, in: scan) != nil
        guard back || scan[at] == UInt32.han("后"), let day = distance(length.word, back ? -1 : 1) else { return nil }
        let end = scan[at].isLatin ? at + 3 : at + 1
        if case .month = length.word, scan[at].isLatin || scan[at + 1] != UInt32.han("的") {
            return fixed(.month(YearMonth(of: day).description), start, end)
        }
        return fixed(.day(day), start, end)
    }

    private static let agoWord = WordTable("ago")

    /// `last Friday`, `next March`, `last three months`, `this Monday`.
    private func relative(_ distance: Int, _ start: Int, _ end: Int) -> DateReading? {
        let at = scan.skippingSpace(end)
        if let name = DateWords.table.longest(at: at, in: scan) {
            switch name.value {
            case .weekdayName(let day):
                let monday = today.adding(days: 1 - today.weekday + 7 * max(0, distance))
                let value =
                    distance < 0 ? DateReading.weekday(day, from: today.adding(days: -1), future: false) : monday.adding(days: day - 1)
                return fixed(.day(value), start, at + name.length)
            case .monthName(let month):
                let now = YearMonth(of: today)
                let named =
                    distance < 0
                    ? DateReading.latest(month, now.adding(-1), future: false)
                    : DateReading.latest(month, distance > 0 ? now.adding(1) : now, future: true)
                return fixed(.month(named.description), start, at + name.length)
            default: break
            }
        }
        return distance < 0 ? recent(start, end) : nil
    }
}
