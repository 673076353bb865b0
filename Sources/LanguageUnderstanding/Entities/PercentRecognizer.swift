internal import PowerDomain
internal import TextAnalysis

/// Shares: 30%, 百分之三十, 三成, `thirty percent`.
package struct PercentRecognizer: NumeralRecognizer {
    private static let signs = WordTable("%,percent,per cent,pct,个百分点,百分点")
    private static let prefixes = WordTable<Int>([("百分之", 0), ("千分之", -1)])
    /// Words that begin with 成: 三成本 is no share.
    private static let others = WordTable("成本,成功,成人,成为,成都,成立,成员,成交,成年,成绩,成分,成果,成套,成不变,成日,成个")

    package init() {}

    func find(_ numerals: [Numeral], in text: FoldedText) -> [Entity] {
        let scan = Scan(text)
        let whole = text.traits.contains(.hanNumerals) ? Self.wholes(scan) : []
        return whole + numerals.compactMap { Self.entity($0, scan) }
    }

    private static let whole = WordTable("百分之百,百分百")

    private static func wholes(_ scan: Scan) -> [Entity] {
        (0..<scan.count).compactMap { index in
            whole.longest(at: index, in: scan).map { Entity(.percent, .number("100"), index..<index + $0.length) }
        }
    }

    private static func entity(_ numeral: Numeral, _ scan: Scan) -> Entity? {
        guard let value = numeral.value else { return nil }
        let start = numeral.range.lowerBound
        let end = numeral.range.upperBound
        if let prefix = prefixes.longest(endingAt: start, in: scan) {
            return value.scaled(by: prefix.value).map { Entity(.percent, .number($0.description), start - prefix.length..<end) }
        }
        let at = scan.skippingSpace(end)
        if let sign = signs.longest(at: at, in: scan) {
            return Entity(.percent, .number(value.description), start..<at + sign.length)
        }
        guard scan[end] == UInt32.han("成"), others.longest(at: end, in: scan) == nil, let tenths = value.whole,
            (1...10).contains(tenths)
        else { return nil }
        if let more = ChineseNumeral.digit(scan[end + 1]), scan[end + 1] != ChineseNumeral.two, !QuantityWords.isMeasure(scan, end + 2) {
            return Entity(.percent, .number(String(tenths * 10 + more)), start..<end + 2)
        }
        return Entity(.percent, .number(String(tenths * 10)), start..<end + 1)
    }

    package static let examples: [EntityExample] = [
        EntityExample("打了30%的折", .percent, .number("30"), written: "30%"),
        EntityExample("百分之三十", .percent, .number("30"), written: "百分之三十"),
        EntityExample("thirty percent", .percent, .number("30"), written: "thirty percent"),
        EntityExample("谷電佔四成", .percent, .number("40"), written: "四成"),
        EntityExample("三成是晚上用的", .percent, .number("30")),
        EntityExample("it was 96 percent", .percent, .number("96")),
        EntityExample("12.5％", .percent, .number("12.5"), written: "12.5％"),
        EntityExample("涨了七成五", .percent, .number("75"), written: "七成五"),
        EntityExample("百分之零点五", .percent, .number("0.5")),
        EntityExample("千分之三的滞纳金", .percent, .number("0.3")),
        EntityExample("高咗20個百分點", .percent, .number("20")),
        EntityExample("百分之百是你们的问题", .percent, .number("100"), written: "百分之百"),
        EntityExample("这事一成不变", .percent, nil),
        EntityExample("三成本太高", .percent, nil),
        EntityExample("已经完成了", .percent, nil),
        EntityExample("用了30度", .percent, nil),
    ]
}
