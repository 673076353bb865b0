internal import PowerDomain

// Dates, terms, numbers and amounts.

extension ShapeReader {
    struct FoundDay {
        let day: CalendarDay
        let span: Range<Int>
    }

    private static let year: UInt32 = 0x5E74, month: UInt32 = 0x6708, dayMark: UInt32 = 0x65E5, dayMark2: UInt32 = 0x53F7
    private static let hanDigits: [UInt32: Int] = Dictionary(
        uniqueKeysWithValues: zip("〇零○一二三四五六七八九".unicodeScalars.map(\.value), [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
    private static let ten: UInt32 = 0x5341

    /// All dates of `span`, from left to right.
    func days(in span: Range<Int>) -> [FoundDay] {
        var found: [FoundDay] = [], index = span.lowerBound
        while index < span.upperBound {
            let key = key(index)
            if key.isDigit || Self.hanDigits[key] != nil, !(self.key(index - 1).isDigit && index > span.lowerBound),
                let day = day(at: index, span)
            {
                found.append(day)
                index = day.span.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func day(at start: Int, _ span: Range<Int>) -> FoundDay? {
        numericDay(start, span) ?? hanDay(start, span) ?? englishDay(start, span)
    }

    private func digits(_ start: Int, _ most: Int, _ end: Int) -> (value: Int, end: Int)? {
        var value = 0, index = start
        while index < end, index - start < most, key(index).isDigit {
            value = value * 10 + Int(key(index) - 0x30)
            index += 1
        }
        return index > start ? (value, index) : nil
    }

    /// 2011年6月28日, 2018.01.04, 1976-3-21, 20230201.
    private func numericDay(_ start: Int, _ span: Range<Int>) -> FoundDay? {
        guard let year = digits(start, 4, span.upperBound), year.end - start == 4, (1800...2200).contains(year.value) else { return nil }
        var index = year.end
        guard index < span.upperBound else { return nil }
        if key(index).isDigit {
            guard let rest = digits(index, 5, span.upperBound), rest.end - index == 4,
                let day = CalendarDay(year: year.value, month: rest.value / 100, day: rest.value % 100)
            else { return nil }
            return FoundDay(day: day, span: start..<rest.end)
        }
        guard isSeparator(key(index)) else { return nil }
        index += 1
        guard let month = digits(index, 2, span.upperBound), month.end < span.upperBound, isSeparator(key(month.end)) else { return nil }
        guard let dayOfMonth = digits(month.end + 1, 2, span.upperBound),
            !key(dayOfMonth.end).isDigit || dayOfMonth.end >= span.upperBound || true,
            let day = CalendarDay(year: year.value, month: month.value, day: dayOfMonth.value)
        else { return nil }
        var end = dayOfMonth.end
        if end < span.upperBound, key(end) == Self.dayMark || key(end) == Self.dayMark2 { end += 1 }
        return FoundDay(day: day, span: start..<end)
    }

    private func isSeparator(_ key: UInt32) -> Bool {
        key == Self.year || key == Self.month || key == 0x2E || key == 0x2D || key == 0x2F || key == 0x2013 || key == 0x2014 || key == 0xB7
    }

    /// 二〇二三年一月二日.
    private func hanDay(_ start: Int, _ span: Range<Int>) -> FoundDay? {
        var index = start, year = 0
        while index < span.upperBound, index - start < 4, let digit = Self.hanDigits[key(index)] { year = year * 10 + digit; index += 1 }
        guard index - start == 4, key(index) == Self.year, let month = hanNumber(index + 1), key(month.end) == Self.month,
            let dayOfMonth = hanNumber(month.end + 1), let day = CalendarDay(year: year, month: month.value, day: dayOfMonth.value)
        else { return nil }
        return FoundDay(day: day, span: start..<min(span.upperBound, dayOfMonth.end + (key(dayOfMonth.end) == Self.dayMark ? 1 : 0)))
    }

    /// 一 to 三十一.
    private func hanNumber(_ start: Int) -> (value: Int, end: Int)? {
        var value = 0, index = start
        if let digit = Self.hanDigits[key(index)] { value = digit; index += 1 }
        if key(index) == Self.ten {
            value = max(1, value) * 10
            index += 1
            if let digit = Self.hanDigits[key(index)] { value += digit; index += 1 }
        }
        return index > start && value > 0 ? (value, index) : nil
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map {
        $0.unicodeScalars.map(\.value)
    }

    /// 02 DEC 1980.
    private func englishDay(_ start: Int, _ span: Range<Int>) -> FoundDay? {
        guard let dayOfMonth = digits(start, 2, span.upperBound), dayOfMonth.end + 7 <= span.upperBound else { return nil }
        let name = (0..<3).map { key(dayOfMonth.end + $0) }
        guard let month = Self.months.firstIndex(of: name), let year = digits(dayOfMonth.end + 3, 4, span.upperBound),
            year.end == dayOfMonth.end + 7,
            let day = CalendarDay(year: year.value, month: month + 1, day: dayOfMonth.value)
        else { return nil }
        return FoundDay(day: day, span: start..<year.end)
    }

    func date(_ span: Range<Int>) -> ShapeReading? {
        guard let found = days(in: span).first else { return nil }
        let isWhole = found.span.count + 1 >= span.count
        return ShapeReading(value: found.day.description, span: found.span, score: isWhole ? 2 : 1.6)
    }

    private static let open = PageWords.list("长期 永久 无固定期限")
    private static let untilMarks = ScalarBits("至到止")

    /// A term of two days, or one whose end is open.
    func period(_ span: Range<Int>, _ shape: ValueShape) -> ShapeReading? {
        let found = days(in: span)
        let isOpen = Self.open.contains { word in
            span.count >= word.count
                && (span.lowerBound...span.upperBound - word.count).contains { start in
                    word.indices.allSatisfy { key(start + $0) == word[$0] }
                }
        }
        if found.count >= 2 {
            let whole = found[0].span.lowerBound..<found[1].span.upperBound
            return ShapeReading(value: found[0].day.description, span: whole, score: 2.4, end: found[1].day.description)
        }
        if isOpen {
            return ShapeReading(value: found.first?.day.description ?? "", span: span, score: 2.2, end: "长期")
        }
        guard let only = found.first else { return nil }
        let isEnd =
            contains(only.span.upperBound..<span.upperBound, Self.untilMarks) || Self.untilMarks.contains(key(only.span.lowerBound - 1))
        // Where only the last day is wanted, a lone day is it, unless it is said to be the first.
        let isStart =
            key(only.span.lowerBound - 1) == 0x81EA || (only.span.upperBound < span.upperBound && key(only.span.upperBound) == 0x8D77)
        if isEnd || shape == .periodEnd && !isStart {
            return ShapeReading(value: "", span: only.span, score: 1.8, end: only.day.description)
        }
        return ShapeReading(value: only.day.description, span: only.span, score: 1.2)
    }

    func month(_ span: Range<Int>) -> ShapeReading? {
        for start in span where key(start).isDigit && !key(start - 1).isDigit {
            guard let year = digits(start, 4, span.upperBound), year.end - start == 4, (1990...2100).contains(year.value) else { continue }
            var index = year.end
            if index < span.upperBound, isSeparator(key(index)) { index += 1 }
            guard let month = digits(index, 2, span.upperBound), (1...12).contains(month.value) else { continue }
            if month.end < span.upperBound, key(month.end).isDigit { continue }
            let end = month.end < span.upperBound && key(month.end) == Self.month ? month.end + 1 : month.end
            let text = "\(year.value)-" + (month.value < 10 ? "0" : "") + "\(month.value)"
            return ShapeReading(value: text, span: start..<end, score: end - start == span.count ? 2.2 : 1.4)
        }
        return nil
    }

    private static let floorArea = PageWords.list("建筑面积 套内建筑面积 建筑面枳")

    /// The first number, after 建筑面积 if that stands there.
    func number(_ span: Range<Int>, _ field: FieldType) -> ShapeReading? {
        var from = span.lowerBound
        for word in Self.floorArea where field.name == "area" && span.count >= word.count {
            if let at = (span.lowerBound...span.upperBound - word.count).first(where: { start in
                word.indices.allSatisfy { key(start + $0) == word[$0] }
            }) {
                from = at + word.count
            }
        }
        guard let start = (from..<max(from, span.upperBound)).first(where: { key($0).isDigit }) else { return inWords(span) }
        var end = start, text = ""
        while end < span.upperBound {
            let scalar = key(end)
            if scalar.isDigit {
                text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar)))
            } else if scalar == 0x2E, !text.contains("."), end + 1 < span.upperBound, key(end + 1).isDigit {
                text += "."
            } else if scalar == 0x2C, end + 3 < span.upperBound, (1...3).allSatisfy({ key(end + $0).isDigit }) {
            } else {
                break
            }
            end += 1
        }
        guard text.count <= 14 else { return nil }
        let whole = text.prefix { $0 != "." }.drop { $0 == "0" }
        let value = (whole.isEmpty ? "0" : whole) + text.drop { $0 != "." }
        let isBare = start - from <= 2 && span.upperBound - end <= 4
        return ShapeReading(value: String(value), span: span, score: (isBare ? 1.6 : 0.6) + unitScore(end..<span.upperBound, field))
    }

    /// The field's own unit after the number speaks for it, another one against it.
    private func unitScore(_ rest: Range<Int>, _ field: FieldType) -> Float {
        guard !rest.isEmpty else { return 0 }
        func starts(_ unit: String) -> Bool {
            let keys = PageWords.keys(unit)
            return !keys.isEmpty && keys.count <= rest.count && keys.indices.allSatisfy { key(rest.lowerBound + $0) == keys[$0] }
        }
        if field.units.contains(where: starts) { return 0.9 }
        return Self.allUnits.contains(where: starts) ? -1.2 : 0
    }

    private static let allUnits = [
        "kWh", "千瓦时", "度", "元", "平方米", "㎡", "层", "人", "年", "月", "日", "栋", "号", "室", "周", "克", "V", "A", "imp", "Hz", "户", "组",
    ]

    /// An amount that is written in capital numerals only.
    private func inWords(_ span: Range<Int>) -> ShapeReading? {
        guard span.count >= 2, let amount = PrintedAmount(page.plain(span)) else { return nil }
        return ShapeReading(value: amount.decimal, span: span, score: 1.6)
    }

    private static let numerals = ScalarBits("零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正〇两百千十一二三四五六七八九参毛")

    func amount(_ span: Range<Int>) -> ShapeReading? {
        if let amount = PrintedAmount(page.plain(span)) { return ShapeReading(value: amount.decimal, span: span, score: 2.4) }
        // The longest part that is an amount: words may stand before and after.
        var start = span.lowerBound
        while start < span.upperBound, !(key(start).isDigit || Self.numerals.contains(key(start))) { start += 1 }
        var end = span.upperBound
        while end > start + 1 {
            if let amount = PrintedAmount(page.plain(start..<end)) {
                return ShapeReading(value: amount.decimal, span: start..<end, score: 2)
            }
            if let amount = PrintedAmount("人民币" + page.plain(start..<end)), end - start > 2 {
                return ShapeReading(value: amount.decimal, span: start..<end, score: 1.8)
            }
            end -= 1
            if span.upperBound - end > 8 { break }
        }
        return nil
    }

    func amountInWords(_ span: Range<Int>) -> ShapeReading? {
        var best = span.lowerBound..<span.lowerBound, start = span.lowerBound
        while start < span.upperBound {
            guard Self.numerals.contains(key(start)) else { start += 1; continue }
            var end = start
            while end < span.upperBound, Self.numerals.contains(key(end)) { end += 1 }
            if end - start > best.count { best = start..<end }
            start = end
        }
        guard best.count >= 3 else { return nil }
        let text = page.text(best)
        let isAmount = ChineseAmount(text) != nil
        guard isAmount || (span.count - best.count <= 4 && best.count >= 5) else { return nil }
        return ShapeReading(value: text, span: best, score: isAmount ? 3 : 1.2, isValid: isAmount)
    }
}
