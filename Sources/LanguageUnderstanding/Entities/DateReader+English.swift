internal import PowerDomain

extension DateReader {
    /// 2026-11-24, 2026/11/24, 2026.11.24, 20261124, 2026-11, 11/24.
    func separated(_ start: Int) -> DateReading? {
        guard scan[start].isDigit, let first = number(start) ?? compact(start) else { return nil }
        let mark = scan[first.end]
        if first.end - start == 8 { return day(first.value / 10_000, first.value / 100 % 100, first.value % 100, start, first.end) }
        guard mark == 0x2D || mark == 0x2F || mark == 0x2E, scan[first.end + 1].isDigit, let second = number(first.end + 1) else {
            return nil
        }
        if first.end - start == 4, (1950...2099).contains(first.value), (1...12).contains(second.value) {
            if scan[second.end] == mark, scan[second.end + 1].isDigit, let third = number(second.end + 1), !scan[third.end].isDigit {
                return day(first.value, second.value, third.value, start, third.end)
            }
            guard mark != 0x2E, !scan[second.end].isDigit, second.end - first.end <= 3, !isCode(second.end) else { return nil }
            return DateReading(range: start..<second.end, parts: .partial(year: first.value, month: second.value, day: nil))
        }
        guard mark == 0x2F, !isCode(second.end), scan[start - 1] != 0x2F, first.end - start <= 2, second.end - first.end <= 3 else {
            return nil
        }
        let swapped = first.value > 12
        let month = swapped ? second.value : first.value
        let day = swapped ? first.value : second.value
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return DateReading(range: start..<second.end, parts: .partial(year: nil, month: month, day: day))
    }

    private func isCode(_ end: Int) -> Bool {
        scan[end].isAlphanumeric || ((scan[end] == 0x2D || scan[end] == 0x2F) && scan[end + 1].isDigit)
    }

    private func day(_ year: Int, _ month: Int, _ day: Int, _ start: Int, _ end: Int) -> DateReading? {
        CalendarDay(year: year, month: month, day: day).flatMap { fixed(.day($0), start, end) }
    }

    /// Exactly eight digits that begin like a year.
    private func compact(_ start: Int) -> (value: Int, end: Int)? {
        var end = start
        var value = 0
        while scan[end].isDigit, end - start < 9 {
            value = value * 10 + Int(scan[end] - 0x30)
            end += 1
        }
        guard end - start == 8, (19_500_101...20_991_231).contains(value), !scan[end].isAlphanumeric, scan[end] != 0x2D else { return nil }
        return (value: value, end: end)
    }

    private static let joints = WordTable("of,the")
    /// Words before `may` and `march` that make months of them.
    private static let prepositions = WordTable(
        "in,of,for,since,by,from,to,until,till,during,the,and,between,through,on,my,our,before,after")
    private static let notAfterOrdinal = WordTable(
        "floor,time,street,road,avenue,flat,house,anniversary,building,century,transformer,meter")
    private static let ambiguous: Set<String> = ["may", "march", "mar"]

    /// A day number with its ordinal ending: 24, 24th.
    private func englishDay(_ index: Int) -> (value: Int, end: Int, ordinal: Bool)? {
        guard scan[index].isDigit, let number = number(index), (1...31).contains(number.value), number.end - index <= 2 else { return nil }
        let word = scan.endOfWord(number.end)
        if word == number.end { return (value: number.value, end: number.end, ordinal: false) }
        guard word - number.end == 2, ["st", "nd", "rd", "th"].contains(scan.string(number.end..<word)) else { return nil }
        return (value: number.value, end: word, ordinal: true)
    }

    /// A year after a month or day: `, 2026`, ` 2026`.
    private func englishYear(_ index: Int) -> (value: Int, end: Int)? {
        let at = scan.skippingSpace(scan[index] == 0x2C ? index + 1 : index)
        guard scan[at].isDigit, let year = number(at), (1950...2099).contains(year.value), !scan[year.end].isAlphanumeric else {
            return nil
        }
        return year
    }

    /// `24 Nov`, `24th of November 2026`, `the 24th`, `in 2025`.
    func english(dayAt start: Int) -> DateReading? {
        if let year = yearAlone(start) { return year }
        guard let day = englishDay(start) else { return nil }
        var at = scan.skippingSpace(day.end)
        if let joint = Self.joints.longest(at: at, in: scan) { at = scan.skippingSpace(at + joint.length) }
        if let name = DateWords.table.longest(at: at, in: scan), case .monthName(let month) = name.value {
            let end = at + name.length
            guard let year = englishYear(end) else {
                return DateReading(range: start..<end, parts: .partial(year: nil, month: month, day: day.value))
            }
            return DateReading(range: start..<year.end, parts: .partial(year: year.value, month: month, day: day.value))
        }
        guard day.ordinal, scan[start - 1] == 0x20, Self.notAfterOrdinal.longest(at: scan.skippingSpace(day.end), in: scan) == nil,
            Self.prepositions.longest(endingAt: start - 1, in: scan) != nil
        else { return nil }
        return DateReading(range: start..<day.end, parts: .partial(year: nil, month: nil, day: day.value))
    }

    private func yearAlone(_ start: Int) -> DateReading? {
        guard scan[start - 1] == 0x20, Self.prepositions.longest(endingAt: start - 1, in: scan) != nil, let year = number(start),
            year.end - start == 4, (1990...2099).contains(year.value), QuantityWords.endsPhrase(year.end, scan)
        else { return nil }
        return DateReading(range: start..<year.end, parts: .partial(year: year.value, month: nil, day: nil))
    }

    /// `November 24, 2026`, `August 2025`, `July`.
    func english(month: Int, _ start: Int, _ end: Int) -> DateReading? {
        let at = scan.skippingSpace(end)
        if at > end, let day = englishDay(at), scan[day.end] != 0x3A, scan[day.end] != 0x2E || !scan[day.end + 1].isDigit {
            let year = englishYear(day.end)
            return DateReading(range: start..<(year?.end ?? day.end), parts: .partial(year: year?.value, month: month, day: day.value))
        }
        if let year = englishYear(end) {
            return DateReading(range: start..<year.end, parts: .partial(year: year.value, month: month, day: nil))
        }
        if Self.ambiguous.contains(scan.string(start..<end)) {
            guard Self.prepositions.longest(endingAt: start - 1, in: scan) != nil else { return nil }
        }
        return DateReading(range: start..<end, parts: .partial(year: nil, month: month, day: nil))
    }
}
