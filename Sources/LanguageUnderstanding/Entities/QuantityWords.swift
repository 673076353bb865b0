/// Words around numerals that several recognizers of quantities know.
enum QuantityWords {
    /// Measure words and units: a digit before one of them counts it.
    private static let measures = WordTable(
        "个,台,次,户,度,天,点,月,张,人,口,千,百,十,万,号,楼,年,日,成,家,栋,座,层,元,块,毛,角,级,相,小时,分钟,周,星期,千瓦,瓦,%,kwh,kw,条,间,部,位,名,只,期,倍,档")
    private static let approximations = Set("多几来余".unicodeScalars.map(\.value))
    private static let particles = WordTable(
        "的,了,吧,啊,呢,呀,啦,喇,咯,咧,嘞,吗,咩,左右,上下,怎么,为什么,对吗,对不对,是不是,到账,没到,都,也,但,还,咗,就,才,太,这么,那么,被,未,冇,点解,一个月,一张,每月")

    static func isMeasure(_ scan: Scan, _ index: Int) -> Bool { measures.longest(at: index, in: scan) != nil }

    static func isApproximation(_ scalar: UInt32) -> Bool { approximations.contains(scalar) }

    /// The position after 多 or 几 in 三千多块.
    static func skippingApproximation(_ index: Int, _ scan: Scan) -> Int {
        isApproximation(scan[index]) ? index + 1 : index
    }

    /// Whether nothing that could be counted follows.
    static func endsPhrase(_ index: Int, _ scan: Scan) -> Bool {
        let next = scan[index]
        if next == 0x20 { return !scan[index + 1].isAlphanumeric && endsPhrase(index + 1, scan) }
        if next == 0x2D || next == 0x3A || next == 0x2F || next == 0x25 || next == 0x7E { return false }
        return !next.isHan && !next.isAlphanumeric || particles.longest(at: index, in: scan) != nil
    }
}

/// Amounts without a unit: 三千多, 交了两百, 电费300.
enum BareAmount {
    private static let money = WordTable(
        "交了,交,缴,充,欠,扣,付,花,花了,俾,俾咗,畀,收,收咗,还剩,剩,余额,仲有,罚,赔,退,钱,电费,paid,pay,owe,owed,refund,充值,张单")
    private static let energy = WordTable("用了,用电,用咗,度,电量,走了,读数,示数,表上,千瓦,kwh,units,人,户,电压,写住,抄")

    static func read(_ numeral: Numeral, _ scan: Scan) -> Entity? {
        guard let value = numeral.value, !numeral.isSlight, numeral.style != .english else { return nil }
        if let digits = numeral.digits, numeral.style == .han || digits.utf8.count > 6 || digits.hasPrefix("0") { return nil }
        let start = numeral.range.lowerBound
        let end = QuantityWords.skippingApproximation(numeral.range.upperBound, scan)
        let approximate = end > numeral.range.upperBound
        guard QuantityWords.endsPhrase(end, scan), (value.whole ?? 10) >= 10 else { return nil }
        guard !scan.hasCue(energy, before: start, reach: 10), !isLabel(numeral, scan, start) else { return nil }
        let cued = scan.hasCue(money, before: start, reach: 6)
        guard cued || (approximate && numeral.style == .han && (value.whole ?? 0) >= 100) else { return nil }
        return Entity(.money, .number(value.description), start..<end)
    }

    /// A number that belongs to something else: `尾号300`, `-300`, `8:30`.
    private static func isLabel(_ numeral: Numeral, _ scan: Scan, _ start: Int) -> Bool {
        let before = scan[start - 1]
        return before == UInt32.han("号") || before == 0x2D || before == 0x3A || before == 0x2F || before == UInt32.han("第")
            || before == 0x2A
            || before.isDigit || before == 0x2B || (numeral.style == .ascii && before == UInt32.han("月"))
    }
}
