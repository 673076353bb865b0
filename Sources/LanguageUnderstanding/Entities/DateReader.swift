internal import PowerDomain

/// Reads the date expression that begins at a position: 2026年11月24日, 11月24号, 上个月15号, 11/24, 最近三个月.
struct DateReader {
    let scan: Scan
    let today: CalendarDay

    /// A whole number of at most four digits, in ASCII or Chinese.
    func number(_ index: Int) -> (value: Int, end: Int)? {
        if scan[index].isDigit {
            var end = index
            var value = 0
            while scan[end].isDigit, end - index < 5 {
                value = value * 10 + Int(scan[end] - 0x30)
                end += 1
            }
            return end - index <= 4 ? (value: value, end: end) : nil
        }
        guard ChineseNumeral.mayBegin(scan[index]), scan[index] != ChineseNumeral.half,
            let reading = ChineseNumeral.read(scan.scalars, at: index), let value = reading.value?.whole
        else { return nil }
        return (value: value, end: reading.end)
    }

    func read(at index: Int) -> DateReading? {
        let scalar = scan[index]
        if scalar.isDigit || ChineseNumeral.mayBegin(scalar) { return numeric(index) ?? word(index) }
        return word(index)
    }

    private func numeric(_ start: Int) -> DateReading? {
        if let written = separated(start) ?? english(dayAt: start) { return written }
        guard let first = number(start) else { return nil }
        let next = scan[first.end]
        if next == UInt32.han("年"), let year = year(first.value, first.end - start, followedByMonth: number(first.end + 1)) {
            return inYear(year, start, first.end + 1)
        }
        if next == UInt32.han("月"), (1...12).contains(first.value) {
            return inMonth(nil, first.value, start, first.end + 1)
        }
        if (1...31).contains(first.value), isDay(start, first.end) {
            return DateReading(range: start..<first.end + 1, parts: .partial(year: nil, month: nil, day: first.value))
        }
        return ago(start) ?? quarter(start, first, year: today.year)
    }

    private func year(_ value: Int, _ length: Int, followedByMonth next: (value: Int, end: Int)?) -> Int? {
        if (1950...2099).contains(value), length == 4 { return value }
        guard length == 2, (10...40).contains(value), let next, scan[next.end] == UInt32.han("月") else { return nil }
        return 2000 + value
    }

    /// What may follow a year: 七月(24日), 上半年, 全年, 第一季度.
    func inYear(_ year: Int, _ start: Int, _ index: Int) -> DateReading? {
        let at = scan[index] == UInt32.han("的") ? index + 1 : index
        if let month = number(at), (1...12).contains(month.value), scan[month.end] == UInt32.han("月") {
            return inMonth(year, month.value, start, month.end + 1)
        }
        if let half = DateWords.table.longest(at: at, in: scan), case .half(let number) = half.value {
            return fixed(
                DateReading.span(from: YearMonth(year: year, month: number * 6 - 5), to: YearMonth(year: year, month: number * 6)), start,
                at + half.length)
        }
        if let first = number(scan[at] == UInt32.han("第") ? at + 1 : at), let quarter = quarter(start, first, year: year) { return quarter }
        if scan[index] == UInt32.han("底"), let day = CalendarDay(year: year, month: 12, day: 31) {
            return fixed(.day(day), start, index + 1)
        }
        let end =
            scan[index] == UInt32.han("度")
            ? index + 1 : scan[index] == UInt32.han("全") && scan[index + 1] == UInt32.han("年") ? index + 2 : index
        return DateReading(range: start..<end, parts: .partial(year: year, month: nil, day: nil))
    }

    /// What may follow a month: 24日, 24号, 份, 底.
    func inMonth(_ year: Int?, _ month: Int, _ start: Int, _ index: Int) -> DateReading? {
        let at = scan.skippingSpace(index)
        if let day = number(at), (1...31).contains(day.value) {
            let marked = scan[day.end] == UInt32.han("日") || scan[day.end] == UInt32.han("号")
            let bare = day.end - at <= 2 && scan[at].isDigit && QuantityWords.endsPhrase(day.end, scan) && scan[day.end] != 0x2E
            if marked || bare {
                return DateReading(
                    range: start..<(marked ? day.end + 1 : day.end), parts: .partial(year: year, month: month, day: day.value))
            }
        }
        let named = YearMonth(year: year ?? DateReading.latest(month, YearMonth(of: today), future: false).year, month: month)
        if scan[index] == UInt32.han("底"), let day = named.day(named.length) { return fixed(.day(day), start, index + 1) }
        let end = scan[index] == UInt32.han("份") ? index + 1 : index
        return DateReading(range: start..<end, parts: .partial(year: year, month: month, day: nil))
    }

    private static let notAfterDay = WordTable(
        "楼,栋,院,线,主变,变,表,柜,箱,机,房,门,馆,厅,窗,桩,铺,杆,塔,公,码,梯,车,仓,厂,店,地下,单元,座,之一,之二,铺位,枪,站,井,位,口,室,开关,闸,电,用户,路,床,技师,员工,客服,坐席,工,文件")
    private static let notBeforeDay = WordTable("提前,每,逾期,满,路,街,巷,村,道,苑,园,里,坊,第,户,型,弄,城,大厦,小区,工,座,编,尾,单,组,账,帐,款")

    /// Whether 号 or 日 at `end` makes a day of the month of the number before it.
    private func isDay(_ start: Int, _ end: Int) -> Bool {
        guard scan[end] == UInt32.han("号") || scan[end] == UInt32.han("日") else { return false }
        guard notBeforeDay(start), DateReader.notAfterDay.longest(at: end + 1, in: scan) == nil else { return false }
        if scan.hasCue(DateReader.houseCues, before: start, reach: 5) { return false }
        // 搞三日 is three days.
        return scan[end] == UInt32.han("号") || (scan[start].isDigit && DateReader.notAfterSun.longest(at: end + 1, in: scan) == nil)
    }

    private static let houseCues = WordTable("门牌,门牌号,房号,铺号,楼号,每月,每个月,逢")
    private static let notAfterSun = WordTable("内,元,均,子,就,后,前,都,未,冇,没,游,用")

    private func notBeforeDay(_ start: Int) -> Bool {
        !scan[start - 1].isAlphanumeric && DateReader.notBeforeDay.longest(endingAt: scan.skippingSpaceBack(start), in: scan) == nil
    }

    func fixed(_ value: EntityValue?, _ start: Int, _ end: Int) -> DateReading? {
        value.map { DateReading(range: start..<end, parts: .fixed($0)) }
    }

    /// 一季度, 第三季度.
    private func quarter(_ start: Int, _ number: (value: Int, end: Int), year: Int) -> DateReading? {
        guard (1...4).contains(number.value), scan[number.end] == UInt32.han("季"), scan[number.end + 1] == UInt32.han("度") else {
            return nil
        }
        let last = YearMonth(year: year, month: number.value * 3)
        return fixed(
            DateReading.span(from: last.adding(-2), to: last), scan[start - 1] == UInt32.han("第") ? start - 1 : start, number.end + 2)
    }
}
