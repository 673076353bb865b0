internal import PowerDomain
internal import TextAnalysis

/// Amounts of money in yuan: 186.5元, ¥186.50, 一百八十六块五, 三百一十二蚊, `200 yuan`, 三千多.
package struct MoneyRecognizer: NumeralRecognizer {
    private static let prefixes = WordTable("¥,rmb,cny,人民币,hk$,hkd,$,us$,港币,mop$")
    /// Units with the power of ten that makes yuan of them.
    private static let units = WordTable<Int>([
        ("元钱", 0), ("元", 0), ("块钱", 0), ("块", 0), ("圆", 0), ("蚊", 0), ("蚊鸡", 0), ("元人民币", 0), ("人民币", 0), ("块大洋", 0),
        ("港币", 0), ("港元", 0), ("yuan", 0), ("kuai", 0), ("bucks", 0), ("buck", 0), ("dollars", 0), ("dollar", 0), ("rmb", 0),
        ("cny", 0), ("hkd", 0), ("毛钱", -1), ("毛", -1), ("角钱", -1), ("角", -1), ("分钱", -2), ("jiao", -1), ("mao", -1),
    ])
    private static let pieces = WordTable("表,电表,电能表,电池,电瓶,地,板,牌,屏,电路板,面板,玻璃,儿,去,来")

    package init() {}

    func find(_ numerals: [Numeral], in text: FoldedText) -> [Entity] {
        let scan = Scan(text)
        return numerals.compactMap { numeral in
            Self.marked(numeral, scan) ?? BareAmount.read(numeral, scan)
        }
    }

    private static func marked(_ numeral: Numeral, _ scan: Scan) -> Entity? {
        guard var amount = numeral.value else { return nil }
        var start = numeral.range.lowerBound
        var end = numeral.range.upperBound
        var found = false
        let before = scan.skippingSpaceBack(start)
        if let prefix = prefixes.longest(endingAt: before, in: scan) {
            start = before - prefix.length
            found = true
        }
        let at = scan.skippingSpace(QuantityWords.skippingApproximation(end, scan))
        if let unit = units.longest(at: at, in: scan), isUnit(numeral, unit.value, scan, at, at + unit.length) {
            guard let scaled = amount.scaled(by: unit.value) else { return nil }
            amount = scaled
            end = at + unit.length
            found = true
            if unit.value == 0, unit.length <= 2, let change = change(scan, end) {
                amount = amount.adding(change.value) ?? amount
                end = change.end
            } else if unit.value == -1, unit.length == 1, let fen = digit(scan, end),
                scan[end + 1] == UInt32.han("分") || !scan[end + 1].isHan
            {
                amount = PlainDecimal(fen).scaled(by: -2).flatMap(amount.adding) ?? amount
                end += scan[end + 1] == UInt32.han("分") ? 2 : 1
            }
        }
        return found ? Entity(.money, .number(amount.description), start..<end) : nil
    }

    /// 两块表 are two meters, 一块去 is to go together.
    private static func isUnit(_ numeral: Numeral, _ exponent: Int, _ scan: Scan, _ at: Int, _ end: Int) -> Bool {
        guard scan[at] == UInt32.han("块"), end == at + 1 else { return !numeral.isSlight || numeral.value?.whole != nil }
        if pieces.longest(at: end, in: scan) != nil { return false }
        guard numeral.isSlight, numeral.isOne else { return true }
        return !scan[end].isHan || digit(scan, end) != nil || scan[end] == ChineseNumeral.half || scan[end] == UInt32.han("每")
    }

    /// What follows 元, 块, 蚊: 五, 五毛, 二毛五, 半, 3角.
    private static func change(_ scan: Scan, _ start: Int) -> (value: PlainDecimal, end: Int)? {
        if scan[start] == ChineseNumeral.half { return (value: PlainDecimal(5).scaled(by: -1) ?? PlainDecimal(0), end: start + 1) }
        guard let first = digit(scan, start), let tenths = PlainDecimal(first).scaled(by: -1) else { return nil }
        var end = start + 1
        let hasUnit = scan[end] == UInt32.han("毛") || scan[end] == UInt32.han("角")
        if hasUnit {
            end += 1
            if let second = digit(scan, end), !QuantityWords.isMeasure(scan, end + 1) || scan[end + 1] == UInt32.han("分"),
                let hundredths = PlainDecimal(second).scaled(by: -2), let sum = tenths.adding(hundredths)
            {
                return (value: sum, end: scan[end + 1] == UInt32.han("分") ? end + 2 : end + 1)
            }
            return (value: tenths, end: end)
        }
        guard scan[start] != ChineseNumeral.two, !QuantityWords.isMeasure(scan, end) else { return nil }
        if let second = digit(scan, end), !QuantityWords.isMeasure(scan, end + 1), scan[start].isDigit || scan[end] != 0x4E00,
            let hundredths = PlainDecimal(second).scaled(by: -2), let sum = tenths.adding(hundredths)
        {
            return (value: sum, end: end + 1)
        }
        return (value: tenths, end: end)
    }

    private static func digit(_ scan: Scan, _ index: Int) -> Int? {
        scan[index].isDigit ? Int(scan[index] - 0x30) : ChineseNumeral.digit(scan[index])
    }
}
