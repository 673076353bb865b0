package import PowerDomain
package import TextAnalysis

/// Times of day as `20:30`: 晚上八点半, 8pm, 22:15, 凌晨2点.
package struct TimeRecognizer: EntityRecognizer {
    package static let needs: TextTraits = [.digits, .hanNumerals]

    private enum Period { case night, morning, noon, afternoon, evening }

    private static let periods = WordTable<Period>(
        [
            ("凌晨,半夜,深夜里", .night), ("早上,早晨,清晨,上午,朝早,清早,上昼,一早,am", .morning), ("中午,晏昼,正午", .noon),
            ("下午,下昼,午后,傍晚,pm", .afternoon), ("晚上,夜晚,晚间,夜里,深夜,晚", .evening),
        ].flatMap { words, period in words.split(separator: ",").map { (String($0), period) } })
    /// Words that name a day and a part of it; the day is another entity.
    private static let days = WordTable<Period>(
        [("今早,今朝,听朝,明早,昨早,听早,寻朝", .morning), ("今晚,昨晚,明晚,寻晚,琴晚,听晚,前晚,后晚,昨夜,今夜,㖊晚", .evening)]
            .flatMap { words, period in words.split(separator: ",").map { (String($0), period) } })
    private static let notAfterPoint = WordTable("建议,要求,意见,疑问,问题,原因,理由,内容,不满,想法,需求,说明,事,都,电,也,小,办法,钱,用")
    private static let after = WordTable<Bool>([
        ("am", false), ("a.m.", false), ("a.m", false), ("pm", true), ("p.m.", true), ("p.m", true),
        ("in the morning", false), ("in the afternoon", true), ("in the evening", true), ("at night", true),
    ])

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        let reader = DateReader(scan: Scan(text), today: today)
        var found: [Entity] = []
        var index = 0
        while index < reader.scan.count {
            let scalar = reader.scan[index]
            guard scalar.isDigit || ChineseNumeral.mayBegin(scalar) else {
                index += 1
                continue
            }
            if let entity = Self.time(index, reader), entity.range.lowerBound >= found.last?.range.upperBound ?? 0 {
                found.append(Self.sameHalf(entity, as: found.last, reader.scan))
                index = entity.range.upperBound
            } else if scalar.isDigit {
                while reader.scan[index].isDigit { index += 1 }
            } else {
                index = max(index + 1, ChineseNumeral.read(reader.scan.scalars, at: index)?.end ?? index)
            }
        }
        return found
    }

    private static let connectors = WordTable("到,至,-,~,—,to,and")

    /// 夜晚七点到十点: the second hour lies after the first.
    private static func sameHalf(_ entity: Entity, as last: Entity?, _ scan: Scan) -> Entity {
        guard let last, case .text(let first) = last.value, case .text(let second) = entity.value, second < first, second < "12:00",
            let connector = connectors.longest(endingAt: entity.range.lowerBound, in: scan),
            entity.range.lowerBound - connector.length == last.range.upperBound, let hour = Int(second.prefix(2)), first > "12:00"
        else { return entity }
        let later = "\(hour + 12)" + second.dropFirst(2)
        return later > first ? Entity(.time, .text(later), entity.range) : entity
    }

    private static func time(_ start: Int, _ reader: DateReader) -> Entity? {
        let scan = reader.scan
        guard !scan[start - 1].isAlphanumeric, scan[start - 1] != 0x2E, scan[start - 1] != 0x3A, scan[start - 1] != UInt32.han("第"),
            let hour = reader.number(start) ?? beforePoint(start, scan), (0...24).contains(hour.value)
        else { return nil }
        if scan[hour.end] == 0x3A { return clock(start, hour.value, hour.end + 1, scan) }
        if let suffix = after.longest(at: scan.skippingSpace(hour.end), in: scan), scan[start].isDigit, (1...12).contains(hour.value) {
            let end = scan.skippingSpace(hour.end) + suffix.length
            return entity(hour.value % 12 + (suffix.value ? 12 : 0), 0, start..<end)
        }
        guard scan[hour.end] == UInt32.han("点") || isHour(hour.end, scan, reader) else { return nil }
        return spoken(start, hour, reader)
    }

    /// 三点五 is read as a number, so the hour is read up to 点.
    private static func beforePoint(_ start: Int, _ scan: Scan) -> (value: Int, end: Int)? {
        guard let digit = ChineseNumeral.digit(scan[start]), scan[start + 1] == UInt32.han("点") else { return nil }
        return period(before: start, scan) == nil ? nil : (value: digit, end: start + 1)
    }

    private static func isHour(_ index: Int, _ scan: Scan, _ reader: DateReader) -> Bool {
        guard scan[index] == UInt32.han("时"), scan[index - 1].isDigit || scan[index + 1] != UInt32.han("候") else { return false }
        return reader.number(index + 1) != nil || !scan[index + 1].isHan || scan[index + 1] == UInt32.han("左")
            || scan[index + 1] == UInt32.han("许")
    }

    /// 22:15, 8:30pm, 20:15:30.
    private static func clock(_ start: Int, _ hour: Int, _ minuteAt: Int, _ scan: Scan) -> Entity? {
        guard scan[minuteAt].isDigit, scan[minuteAt + 1].isDigit, !scan[minuteAt + 2].isDigit else { return nil }
        let minute = Int(scan[minuteAt] - 0x30) * 10 + Int(scan[minuteAt + 1] - 0x30)
        var end = minuteAt + 2
        if scan[end] == 0x3A, scan[end + 1].isDigit, scan[end + 2].isDigit, !scan[end + 3].isDigit { end += 3 }
        if let suffix = after.longest(at: scan.skippingSpace(end), in: scan), (1...12).contains(hour) {
            return entity(hour % 12 + (suffix.value ? 12 : 0), minute, start..<scan.skippingSpace(end) + suffix.length)
        }
        let part = period(before: start, scan)
        return entity(shifted(hour, part?.period), minute, (part?.start ?? start)..<end)
    }

    private static func spoken(_ start: Int, _ hour: (value: Int, end: Int), _ reader: DateReader) -> Entity? {
        let scan = reader.scan
        let part = period(before: start, scan)
        var end = hour.end + 1
        var minute = 0
        if scan[end] == ChineseNumeral.half {
            minute = 30
            end += 1
        } else if let number = reader.number(end), (0...59).contains(number.value) {
            if scan[number.end] == UInt32.han("刻"), number.value <= 3 {
                minute = number.value * 15
                end = number.end + 1
            } else if scan[number.end] == UInt32.han("分") {
                minute = number.value
                end = number.end + 1
            } else if number.end - end >= 2, !QuantityWords.isMeasure(scan, number.end) {
                minute = number.value
                end = number.end
            }
        } else if scan[end] == UInt32.han("钟") || scan[end] == UInt32.han("整") {
            end += 1
        } else if part == nil, notAfterPoint.longest(at: end, in: scan) != nil || isVague(start, hour, scan) {
            return nil
        }
        return entity(shifted(hour.value, part?.period), minute, (part?.start ?? start)..<end)
    }

    /// 一点 without more is "a little", 早一点 too.
    private static func isVague(_ start: Int, _ hour: (value: Int, end: Int), _ scan: Scan) -> Bool {
        hour.value == 1 && !scan[start].isDigit
    }

    /// The part of the day named before `index`, and where the word begins.
    private static func period(before index: Int, _ scan: Scan) -> (period: Period, start: Int)? {
        let end = scan.skippingSpaceBack(index)
        if let day = days.longest(endingAt: end, in: scan) { return (period: day.value, start: index) }
        guard let word = periods.longest(endingAt: end, in: scan) else { return nil }
        return (period: word.value, start: end - word.length)
    }

    private static func shifted(_ hour: Int, _ period: Period?) -> Int {
        switch period {
        case .night, .morning: hour == 12 ? (period == .night ? 0 : 12) : hour
        case .noon: hour < 4 ? hour + 12 : hour
        case .afternoon: hour < 12 ? hour + 12 : hour
        case .evening: hour == 12 ? 24 : hour >= 5 && hour < 12 ? hour + 12 : hour
        case nil: hour
        }
    }

    private static func entity(_ hour: Int, _ minute: Int, _ range: Range<Int>) -> Entity? {
        guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
        func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return Entity(.time, .text("\(padded(hour % 24)):\(padded(minute))"), range)
    }
}
