/// Reads dates from a text, one after the other, in every form that documents print.
struct DateScanner {
    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ text: some StringProtocol) { scalars = text.unicodeScalars.map(Self.narrow) }

    var isAtEnd: Bool { place == scalars.count }
    var isAtDigit: Bool { peek.map { ("0"..."9").contains($0) } ?? false }
    private var peek: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    mutating func skipSpaces() { while let next = peek, next.properties.isWhitespace { place += 1 } }

    /// Takes the next scalar if it is one of `set`.
    mutating func take(anyOf set: String) -> Bool {
        guard let next = peek, set.unicodeScalars.contains(next) else { return false }
        place += 1
        return true
    }

    mutating func take(_ word: String) -> Bool {
        let wanted = Array(word.unicodeScalars)
        guard scalars[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    /// A date that exists, or nil with nothing taken.
    mutating func date() -> CalendarDay? {
        let start = place
        for form in [Self.separated, Self.compact, Self.passport] {
            if let day = form(&self) { return day }
            place = start
        }
        return nil
    }

    /// A time of day behind a date: 07时43分, 10:30:00.
    mutating func skipTime() {
        let start = place
        skipSpaces()
        guard number(digits: 1...2) != nil, take(anyOf: "时時点點:"), number(digits: 1...2) != nil else {
            place = start
            return
        }
        if take(anyOf: "分:"), number(digits: 1...2) != nil { _ = take(anyOf: "秒") }
    }

    /// 2011年6月28日, 2011年06月27, 2018.01.04, 1976-3-21, 2012/06/28, 二〇二三年一月二日.
    private static func separated(_ scan: inout DateScanner) -> CalendarDay? {
        guard let year = scan.year(), scan.separator("年./-"), let month = scan.part(isMonth: true), scan.separator("月./-"),
            let day = scan.part(isMonth: false)
        else { return nil }
        let end = scan.place
        scan.skipSpaces()
        if !scan.take(anyOf: "日曰号號") { scan.place = end }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// 20230201.
    private static func compact(_ scan: inout DateScanner) -> CalendarDay? {
        guard let number = scan.number(digits: 8...8), (1800...2199).contains(number / 10_000), !scan.isAtDigit else { return nil }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// 02 DEC 1980, 02DEC1980, 02 12月/DEC 1980.
    private static func passport(_ scan: inout DateScanner) -> CalendarDay? {
        guard let day = scan.number(digits: 1...2) else { return nil }
        scan.skipSpaces()
        let numbered = scan.number(digits: 1...2)
        if numbered != nil {
            guard scan.take(anyOf: "月") else { return nil }
            _ = scan.take(anyOf: "/")
            scan.skipSpaces()
        }
        guard let name = scan.letters(3), let index = CalendarDay.monthNames.firstIndex(of: name), numbered ?? index + 1 == index + 1
        else { return nil }
        _ = scan.take(anyOf: ".")
        scan.skipSpaces()
        guard let year = scan.number(digits: 4...4), !scan.isAtDigit else { return nil }
        return CalendarDay(year: year, month: index + 1, day: day)
    }

    private mutating func separator(_ set: String) -> Bool {
        skipSpaces()
        guard take(anyOf: set) else { return false }
        skipSpaces()
        return true
    }

    private mutating func year() -> Int? {
        var year = 0
        for _ in 0..<4 {
            guard let digit = peek.flatMap(Self.digit) else { return nil }
            year = year * 10 + digit
            place += 1
        }
        return year
    }

    /// A month or day in one or two digits or in Chinese numerals (十二, 二十, 〇三, 一二, 元月).
    private mutating func part(isMonth: Bool) -> Int? {
        if let number = number(digits: 1...2) { return number }
        if isMonth, take(anyOf: "元") { return 1 }
        let first = hanDigit()
        let hasTen = take(anyOf: "十拾")
        guard first != nil || hasTen else { return nil }
        let second = hanDigit()
        if let first, !hasTen, second == nil { return first }
        return (first ?? 1) * 10 + (second ?? 0)
    }

    private mutating func hanDigit() -> Int? {
        guard let digit = peek.flatMap(ChineseNumeral.digit) else { return nil }
        place += 1
        return digit
    }

    /// ASCII digits, as many as there are up to the upper bound.
    private mutating func number(digits count: ClosedRange<Int>) -> Int? {
        let start = place
        var number = 0
        while place - start < count.upperBound, isAtDigit {
            number = number * 10 + Int(scalars[place].value - 0x30)
            place += 1
        }
        if place - start >= count.lowerBound { return number }
        place = start
        return nil
    }

    private mutating func letters(_ count: Int) -> String? {
        let letters = scalars[place...].prefix(count)
        guard letters.count == count, letters.allSatisfy({ ("A"..."Z").contains($0) || ("a"..."z").contains($0) })
        else { return nil }
        place += count
        return String(String.UnicodeScalarView(letters)).uppercased()
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        ("0"..."9").contains(scalar) ? Int(scalar.value - 0x30) : ChineseNumeral.digit(scalar)
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
}
