internal import PowerDomain
internal import TextAnalysis

/// Counts of people, households and things (五口人, 7个人, 两台, `16 flats`), and all other numbers.
package struct CountRecognizer: NumeralRecognizer {
    private static let measures = WordTable(
        "口人,口,个人,人,户人家,户,台,部,间,位,名,次,张,条,个,只,盏,套,家,辆,根,支,单,笔,封,遍,块表,块电表,个大人,个细路,"
            + "people,persons,person,households,household,homes,families,flats,times,transformers,tenants,tenant,family members,"
            + "adults,children,kids,rooms,appliances,of us,of them,outages,bills,invoices,apartments,shops,chargers,members,employees")
    /// Measures after which 一 still counts; 一次, 一个, 一位 mostly do not.
    private static let firm = WordTable("口人,口,个人,人,户,台,套,辆,盏,person,household,of us,块表,块电表")
    private static let notAfterPieces = WordTable("月,小时,钟,星期,礼拜,千瓦,千伏,兆瓦,半,字,百分点,多月,工作日,季度,世纪,学期,头,骨")
    private static let notAfter = WordTable(
        "户一表,户多人口,户多,户一,部制,户号,人民,人工,名字,口头,次数,部分,部门,位数,条件,家里,家电,单位,单元,单价,张单,只有,只能,只是,间接,名下,人次,只要,只用,只交,只剩")
    private static let choices = WordTable("个,条,项,种,款,户,张,点")

    package init() {}

    func find(_ numerals: [Numeral], in text: FoldedText) -> [Entity] {
        let scan = Scan(text)
        return numerals.compactMap { Self.count($0, scan) ?? Self.number($0, scan) }
    }

    private static func count(_ numeral: Numeral, _ scan: Scan) -> Entity? {
        guard let value = numeral.value, value.whole != nil, numeral.digits?.hasPrefix("0") != true else { return nil }
        let start = numeral.range.lowerBound
        guard scan[start - 1] != UInt32.han("第"), scan[start - 1] != UInt32.han("每") else { return nil }
        let at = scan.skippingSpace(QuantityWords.skippingApproximation(numeral.range.upperBound, scan))
        guard notAfter.longest(at: at, in: scan) == nil, let measure = measures.longest(at: at, in: scan) else { return nil }
        if numeral.style != .ascii, numeral.isOne, numeral.isSlight, firm.longest(at: at, in: scan) == nil { return nil }
        let end = at + measure.length
        // 尾四位 are digits.
        if scan[at] == UInt32.han("位"), "尾后前头最".unicodeScalars.contains(where: { $0.value == scan[start - 1] }) { return nil }
        if scan[at] == UInt32.han("个"), measure.length == 1, notAfterPieces.longest(at: end, in: scan) != nil { return nil }
        return Entity(.count, .number(value.description), start..<end)
    }

    private static func number(_ numeral: Numeral, _ scan: Scan) -> Entity? {
        let start = numeral.range.lowerBound
        let end = numeral.range.upperBound
        let ordinal = scan[start - 1] == UInt32.han("第") && (choices.longest(at: end, in: scan) != nil || end == scan.count)
        let doubtful = numeral.isSlight || (numeral.style == .han && numeral.digits?.utf8.count == 2)
        if doubtful, !ordinal, !isScore(end, scan), !standsAlone(start..<end, scan) || scan[start] == ChineseNumeral.half { return nil }
        if numeral.style == .english, let digits = numeral.digits, let kind = kind(ofSpelt: digits) {
            return Entity(kind, .text(digits), start..<end)
        }
        if let digits = numeral.digits, numeral.style != .ascii || digits.hasPrefix("0") || numeral.value == nil {
            return Entity(.number, .number(digits), start..<end)
        }
        return numeral.value.map { Entity(.number, .number($0.description), start..<end) }
    }

    /// 五分, 四星 as a rating.
    private static func isScore(_ end: Int, _ scan: Scan) -> Bool {
        (scan[end] == UInt32.han("分") || scan[end] == UInt32.han("星")) && QuantityWords.endsPhrase(end + 1, scan)
    }

    private static func kind(ofSpelt digits: String) -> EntityKind? {
        if digits.utf8.count == 16 { return .accountNumber }
        return MobilePhoneCheck().flaw(in: digits) == nil ? .phone : nil
    }

    private static func standsAlone(_ range: Range<Int>, _ scan: Scan) -> Bool {
        func isWord(_ index: Int) -> Bool { scan[index].isHan || scan[index].isAlphanumeric }
        let before = scan.skippingSpaceBack(range.lowerBound)
        let after = scan.skippingSpace(range.upperBound)
        return !isWord(before - 1) && !isWord(after)
    }
}
