package import PowerDomain
package import TextAnalysis

/// Days, months and spans of days, absolute or reckoned from today.
package struct DateRecognizer: CuedRecognizer {
    package static let cues = DateWords.cues
    package static let sufficientTraits: TextTraits = [.digits, .hanNumerals]

    private static let connectors = WordTable("到,至,至到,起至,-,--,~,—,–,——,to,until,till,through,and")

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        let reader = DateReader(scan: Scan(text), today: today)
        var found: [DateReading] = []
        var entities: [Entity] = []
        var index = 0
        while index < reader.scan.count {
            if let reading = Self.starts(index, reader.scan) ? reader.read(at: index) : nil {
                found.append(reading)
                index = max(index + 1, reading.range.upperBound)
            } else {
                index = Self.next(index, reader)
            }
        }
        var position = 0
        while position < found.count {
            if position + 1 < found.count, let span = Self.span(found[position], found[position + 1], reader) {
                entities.append(span)
                position += 2
            } else if let entity = Self.span(endingWith: found[position], reader) ?? Self.single(found[position], reader) {
                entities.append(entity)
                position += 1
            } else {
                position += 1
            }
        }
        return entities
    }

    /// No expression begins inside a number or a word.
    private static func starts(_ index: Int, _ scan: Scan) -> Bool {
        let before = scan[index - 1]
        if scan[index].isDigit { return !before.isDigit && !before.isLatin && before != 0x2E && before != 0x2A && before != 0x2B }
        return !scan[index].isLatin || !before.isLatin
    }

    private static func next(_ index: Int, _ reader: DateReader) -> Int {
        let scan = reader.scan
        var end = index + 1
        if scan[index].isDigit {
            while scan[end].isDigit { end += 1 }
        } else if scan[index].isLatin {
            end = scan.endOfWord(index)
        } else if ChineseNumeral.mayBegin(scan[index]) {
            end = max(end, ChineseNumeral.read(scan.scalars, at: index)?.end ?? end)
        }
        return end
    }

    private static func isFuture(_ range: Range<Int>, _ scan: Scan) -> Bool { scan.hasCue(DateWords.future, around: range) }

    private static func single(_ reading: DateReading, _ reader: DateReader) -> Entity? {
        reading.value(today: reader.today, future: isFuture(reading.range, reader.scan)).flatMap { entity($0, reading.range) }
    }

    private static func entity(_ value: EntityValue, _ range: Range<Int>) -> Entity? {
        switch value {
        case .day: Entity(.date, value, range)
        case .month: Entity(.month, value, range)
        case .days: Entity(.dateRange, value, range)
        default: nil
        }
    }

    private static func span(_ first: DateReading, _ last: DateReading, _ reader: DateReader) -> Entity? {
        let start = reader.scan.skippingSpace(first.range.upperBound)
        guard let connector = connectors.longest(at: start, in: reader.scan),
            reader.scan.skippingSpace(start + connector.length) == last.range.lowerBound
        else { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        let future = isFuture(range, reader.scan)
        return DateReading.joined(first, last, today: reader.today, future: future).flatMap { entity($0, range) }
    }

    /// 1 to 15 October, 一到六月, 3-5月: the first number takes its unit from the second.
    private static func span(endingWith last: DateReading, _ reader: DateReader) -> Entity? {
        let scan = reader.scan
        let end = scan.skippingSpaceBack(last.range.lowerBound)
        guard case .partial(let year, let month, let day) = last.parts, month != nil || day != nil,
            let connector = connectors.longest(endingAt: end, in: scan)
        else { return nil }
        let numberEnd = scan.skippingSpaceBack(end - connector.length)
        for start in stride(from: numberEnd - 1, through: max(0, numberEnd - 3), by: -1) {
            guard let number = reader.number(start), number.end == numberEnd, starts(start, scan), !isNumeral(scan[start - 1]) else {
                continue
            }
            let isDay = day != nil
            guard (1...(isDay ? 31 : 12)).contains(number.value) else { return nil }
            let parts = DateReading.Parts.partial(year: year, month: isDay ? month : number.value, day: isDay ? number.value : nil)
            let range = start..<last.range.upperBound
            let first = DateReading(range: start..<numberEnd, parts: parts)
            return DateReading.joined(first, last, today: reader.today, future: isFuture(range, scan)).flatMap { entity($0, range) }
        }
        return nil
    }

    private static func isNumeral(_ scalar: UInt32) -> Bool {
        scalar.isDigit || ChineseNumeral.mayBegin(scalar) || scalar == 0x2E || scalar == 0x2D
    }
}
