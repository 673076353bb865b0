internal import PowerDomain
internal import TextAnalysis

/// Electric quantities: energy in kWh, power in kW, transformer capacity in kVA.
package struct EnergyRecognizer: NumeralRecognizer {
    private struct Unit {
        let kind: EntityKind
        let exponent: Int
    }

    private static let units = WordTable<Unit>(
        [
            "度电,度,千瓦时,千瓦小时,千瓦·时,kwh,kwhs,kw·h,kw.h,kw-h,kw h,kilowatt hours,kilowatt hour,kilowatt-hours,units,units of electricity,度數":
                Unit(kind: .kwh, exponent: 0),
            "mwh,兆瓦时,megawatt hours": Unit(kind: .kwh, exponent: 3),
            "gwh,吉瓦时": Unit(kind: .kwh, exponent: 6),
            "千瓦,个千瓦,kw,kwp,kws,kilowatt,kilowatts,㎾": Unit(kind: .kw, exponent: 0),
            "兆瓦,个兆瓦,mw,mwp,megawatt,megawatts": Unit(kind: .kw, exponent: 3),
            "gw,吉瓦": Unit(kind: .kw, exponent: 6),
            "瓦,瓦特,w,watt,watts": Unit(kind: .kw, exponent: -3),
            "kva,千伏安,个千伏安,kv·a,kv.a,kvas": Unit(kind: .kva, exponent: 0),
            "mva,兆伏安,个兆伏安": Unit(kind: .kva, exponent: 3),
        ].flatMap { words, unit in words.split(separator: ",").map { (String($0), unit) } })
    private static let temperature = WordTable(
        "温度,气温,室温,水温,空调,冷气,调到,开到,调在,开在,体温,发烧,摄氏,零下,恒温,高温,降到,升到,油温,temperature,set to")
    /// 一度 as "once": 一度以为.
    private static let once = WordTable("以为,怀疑,认为,想,很,非常,被,停,觉得,打算,准备,要,没,断,出现,无法")
    private static let usage = WordTable("用了,用咗,用电,耗电,耗了")
    private static let electricity = WordTable("电,表,錶,走了,抄,用了,用咗,字数")

    package init() {}

    func find(_ numerals: [Numeral], in text: FoldedText) -> [Entity] {
        let scan = Scan(text)
        return numerals.compactMap { Self.entity($0, scan) }
    }

    private static func entity(_ numeral: Numeral, _ scan: Scan) -> Entity? {
        guard let value = numeral.value else { return nil }
        let start = numeral.range.lowerBound
        let at = scan.skippingSpace(QuantityWords.skippingApproximation(numeral.range.upperBound, scan))
        if scan[at] == UInt32.han("字"), !numeral.isSlight, scan[at + 1] != UInt32.han("母"),
            scan.hasCue(electricity, around: start..<at + 1)
        {
            return Entity(.kwh, .number(value.description), start..<at + 1)
        }
        guard let unit = units.longest(at: at, in: scan), let amount = value.scaled(by: unit.value.exponent) else { return nil }
        var end = at + unit.length
        if unit.value.exponent == -3, (value.whole ?? 10) < 10 { return nil }
        guard scan[at] == UInt32.han("度") else { return Entity(unit.value.kind, .number(amount.description), start..<end) }
        guard isEnergy(numeral, scan, start, end, unit.length) else { return nil }
        var total = amount
        if unit.length == 1, let tenths = tenths(scan, end), let sum = amount.adding(tenths) {
            total = sum
            end += 1
        }
        return Entity(.kwh, .number(total.description), start..<end)
    }

    private static func isEnergy(_ numeral: Numeral, _ scan: Scan, _ start: Int, _ end: Int, _ length: Int) -> Bool {
        if scan.hasCue(temperature, before: start, reach: 7), !isUsage(scan, start) { return false }
        if scan[end] == UInt32.han("c") { return false }
        return !(numeral.isOne && length == 1 && once.longest(at: end, in: scan) != nil)
    }

    /// 空调用了26度 is energy after all.
    private static func isUsage(_ scan: Scan, _ start: Int) -> Bool { scan.hasCue(usage, before: start, reach: 5) }

    /// 五 in 三十七度五, 半 in 一度半.
    private static func tenths(_ scan: Scan, _ index: Int) -> PlainDecimal? {
        if scan[index] == ChineseNumeral.half, scan[index + 1] != UInt32.han("年") { return PlainDecimal(5).scaled(by: -1) }
        guard scan[index] != ChineseNumeral.two, !scan[index + 1].isAlphanumeric, ChineseNumeral.digit(scan[index + 1]) == nil else {
            return nil
        }
        let digit = scan[index].isDigit ? Int(scan[index] - 0x30) : ChineseNumeral.digit(scan[index])
        guard let digit, QuantityWords.endsPhrase(index + 1, scan) else { return nil }
        return PlainDecimal(digit).scaled(by: -1)
    }
}
