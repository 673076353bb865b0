internal import PowerDomain

// Names, places, and words that stand in lists.

extension ShapeReader {
    private static let companyEnds = PageWords.list(
        "公司 厂 店 中心 行 部 社 局 院 学校 委员会 合作社 经营部 超市 馆 所 站 集团 酒店 宾馆 工作室 事务所 合伙 企业 分公司 商行 门市部 幼儿园 医院 大学 农场 养殖场 基地 办事处 村民小组 居民委员会 村民委员会 协会 基金会 银行 支行 厂房 餐厅 饭店 茶庄 药房 联合社 专业合作社 项目部 管理处 电力局 供电局 供电所 政府"
    )
    private static let authorityEnds = PageWords.list(
        "局 分局 委员会 办公室 政府 公安局 处 厅 所 监管局 队 支队 大队 管理局 服务中心 监督局 民政局 派出所 专员办 部 审批局 总局 街道办事处 办事处 监管办 登记中心 服务局")
    private static let addressMarks = ScalarBits("省市区县镇乡村路街道巷号栋幢楼室房组屯苑寨旗州园座弄里坊厦")
    private static let neverInNames = ScalarBits("号省市区县镇乡路街局厅所公司的年月日证码:,。;()0123456789")

    func text(_ span: Range<Int>) -> ShapeReading? {
        guard span.count > 1 || key(span.lowerBound).isHan || key(span.lowerBound).isDigit || key(span.lowerBound).isLetter else {
            return nil
        }
        if span.count > 1, let day = days(in: span).first, day.span.count + 2 >= span.count {
            return ShapeReading(value: page.text(span), span: span, score: -1)
        }
        return ShapeReading(value: page.text(span), span: span, score: span.count > 1 ? 0.4 : -1)
    }

    func scope(_ span: Range<Int>) -> ShapeReading? {
        guard span.count >= 3 else { return nil }
        let separators = count(span) { $0 == 0x3B || $0 == 0x3001 || $0 == 0x2C || $0 == 0x3002 }
        return ShapeReading(value: page.text(span), span: span, score: separators > 0 && span.count > 6 ? 1.5 : span.count > 6 ? 0.5 : 0)
    }

    func isFamilyName(at index: Int) -> Bool { FamilyName.single.contains(key(index)) || isCompoundName(at: index) }

    private func isCompoundName(at index: Int) -> Bool {
        Self.compoundNames.contains { $0[0] == key(index) && $0[1] == key(index + 1) }
    }

    private static let compoundNames = FamilyName.compound.map(PageWords.keys)

    /// A name to whose end a piece of a watermark was read.
    private func withoutStamp(_ span: Range<Int>) -> Range<Int> {
        guard page.isStamped, (3...4).contains(span.count), isFamilyName(at: span.lowerBound),
            NoiseFilter.isStampCharacter(key(span.upperBound - 1)),
            span.count == 4 || "用务业供".unicodeScalars.contains(where: { $0.value == key(span.upperBound - 1) })
        else { return span }
        return span.lowerBound..<span.upperBound - 1
    }

    /// A name of two to four Han characters, or longer ones with the dot of other tongues.
    func person(_ given: Range<Int>) -> ShapeReading? {
        let span = withoutStamp(given)
        let dots = count(span) { $0 == 0xB7 || $0 == 0x2022 || $0 == 0x30FB }
        guard span.count >= 2, span.count <= (dots > 0 ? 20 : 6) else { return nil }
        guard count(span, { $0.isHan }) + dots == span.count, !contains(span, Self.neverInNames) else { return nil }
        let isFamily = isFamilyName(at: span.lowerBound)
        let usual = isCompoundName(at: span.lowerBound) ? 3...4 : 2...3
        let score: Float =
            dots > 0 ? 2 : isFamily && usual.contains(span.count) ? 2 : isFamily && span.count == 4 ? 0.9 : span.count <= 3 ? 0.9 : 0.1
        return ShapeReading(value: page.text(span), span: span, score: score)
    }

    /// One or several people, or a company.
    func party(_ span: Range<Int>) -> ShapeReading? {
        if let person = person(span) { return person }
        if let company = company(span), company.score > 1 { return company }
        guard span.count >= 2, count(span, { $0.isHan }) * 2 >= span.count else { return nil }
        let separators = count(span) { $0 == 0x3001 || $0 == 0x2C || $0 == 0x2F }
        return ShapeReading(value: page.text(span), span: span, score: separators > 0 && isFamilyName(at: span.lowerBound) ? 1.8 : 0.2)
    }

    func company(_ span: Range<Int>) -> ShapeReading? {
        guard span.count >= 2, count(span, { $0.isHan }) >= 2 else { return nil }
        let isNamed = span.count >= 4 && endsWith(span, Self.companyEnds)
        if !isNamed, span.count <= 4, let person = person(span), person.score >= 1.5 { return nil }
        return ShapeReading(value: page.text(span), span: span, score: isNamed ? 2.2 : span.count >= 4 ? 0.4 : -0.5)
    }

    func authority(_ span: Range<Int>) -> ShapeReading? {
        guard span.count >= 3, count(span, { $0.isHan }) * 3 >= span.count * 2 else { return nil }
        let isNamed = endsWith(span, Self.authorityEnds)
        return ShapeReading(value: page.text(span), span: span, score: isNamed ? 2.2 : span.count >= 5 ? 0.1 : -0.8)
    }

    func address(_ span: Range<Int>) -> ShapeReading? {
        guard span.count >= 2 else { return nil }
        let marks = count(span) { Self.addressMarks.contains($0) }
        let startsAtPlace = startsWithPlace(span)
        let score: Float = marks >= 2 && span.count >= 5 ? 1.8 : marks >= 1 && span.count >= 4 ? 1 : span.count >= 4 ? 0 : -0.8
        return ShapeReading(value: page.text(span), span: span, score: score + (startsAtPlace && marks >= 1 ? 0.5 : 0))
    }

    func place(_ span: Range<Int>) -> ShapeReading? {
        let inner = span.upperBound > span.lowerBound && key(span.upperBound - 1) == 0x2F ? span.lowerBound..<span.upperBound - 1 : span
        let end = inner.firstIndex { key($0) == 0x2F && !key($0 + 1).isHan } ?? inner.upperBound
        let han = inner.lowerBound..<end
        guard han.count >= 2, han.count <= 30, count(han, { $0.isHan }) == han.count else { return nil }
        return ShapeReading(value: page.text(han), span: span, score: startsWithPlace(han) ? 1.5 : 0.3)
    }

    static let provinces = PageWords.list(
        "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾")
    private static let placeEnds = ScalarBits("省市区县州旗盟")

    func startsWithPlace(_ span: Range<Int>) -> Bool {
        if Self.provinces.contains(where: { word in
            word.count <= span.count && word.indices.allSatisfy { key(span.lowerBound + $0) == word[$0] }
        }) {
            return true
        }
        return span.prefix(8).dropFirst(1).contains { Self.placeEnds.contains(key($0)) }
    }

    private static let bankWord = PageWords.keys("银行")
    private static let notBanks = PageWords.list("银行卡 银行业 银行回单")

    func bank(_ span: Range<Int>) -> ShapeReading? {
        guard let start = span.dropLast(1).first(where: { key($0) == Self.bankWord[0] && key($0 + 1) == Self.bankWord[1] }) else {
            return nil
        }
        let name = span.lowerBound..<start + 2
        guard name.count >= 3, count(name, { $0.isHan }) == name.count else { return nil }
        return ShapeReading(value: page.text(name), span: name, score: 3)
    }

    func sex(_ span: Range<Int>) -> ShapeReading? {
        guard let index = span.prefix(6).first(where: { key($0) == 0x7537 || key($0) == 0x5973 }) else { return nil }
        let isAlone =
            !key(index + 1).isHan || index + 1 >= span.upperBound
            || index + 1 < span.upperBound && index == span.lowerBound && page.glyphs[index + 1].hasGap
        guard index == span.lowerBound, isAlone || span.count <= 3 else { return nil }
        let end = index + 2 < span.upperBound && key(index + 1) == 0x2F && key(index + 2).isLetter ? index + 3 : index + 1
        return ShapeReading(
            value: page.text(index..<index + 1), span: index..<end, score: span.count == 1 || end == span.upperBound ? 2.5 : 1.8)
    }

    func ethnicity(_ span: Range<Int>) -> ShapeReading? {
        guard span.count <= 8 else { return nil }
        var longest: ShapeReading?
        for length in 1...min(5, span.count) {
            let part = span.lowerBound..<span.lowerBound + length
            guard let found = Ethnicity(printed: page.plain(part)) else { continue }
            longest = ShapeReading(value: found.name, span: part, score: length == span.count ? 2.3 : 1)
        }
        if longest == nil, span.count >= 2, span.count <= 4, count(span, { $0.isHan }) == span.count,
            key(span.upperBound - 1) == 0x65CF || key(span.upperBound - 1) == 0x4EBA
        {
            // Cards also show groups that the list does not hold (穿青人).
            return ShapeReading(value: page.text(span), span: span, score: 0.6)
        }
        return longest
    }

    func choice(_ span: Range<Int>, _ choices: [String]) -> ShapeReading? {
        for choice in choices.sorted(by: { $0.count > $1.count }) {
            let word = PageWords.keys(choice)
            guard word.count <= span.count else { continue }
            for start in span.lowerBound...span.upperBound - word.count where word.indices.allSatisfy({ key(start + $0) == word[$0] }) {
                let part = start..<start + word.count
                return ShapeReading(value: page.text(part), span: part, score: part == span ? 2.5 : 1.5)
            }
        }
        guard span.count >= 2, span.count <= 6, count(span, { $0.isHan }) == span.count else { return nil }
        return ShapeReading(value: page.text(span), span: span, score: 0)
    }

    private static let notLatinNames: Set<String> = [
        "VALID", "THRU", "DEBIT", "CREDIT", "UNIONPAY", "PASSPORT", "CHINESE", "CHINA", "GOLD", "PLATINUM", "CARD", "BANK", "MONTH", "YEAR",
        "GOOD",
        "CHN", "TYPE", "NAME", "SEX", "AUTHORITY", "REPUBLIC", "PEOPLE", "ATM", "PREFERRED", "CLASSIC", "WORLD", "SINCE", "MEMBER",
        "EXPIRES", "NATIONALITY",
        "CUP", "HTTP", "WWW", "COM", "ICBC", "CCB", "ABC", "BOC", "CMB", "PSBC", "BOCOM", "ELITE", "VISA", "PEOPLES", "SAVINGS", "PAY",
        "FROM", "END",
    ]

    /// A name in capitals: ZHU, NALING or LI YUJUAN.
    func latinName(_ span: Range<Int>) -> ShapeReading? {
        guard span.count >= 4, span.count <= 40 else { return nil }
        for index in span
        where !(page.glyphs[index].plain.isCapital || key(index) == 0x2C || key(index) == 0x2E || key(index) == 0x27 || key(index) == 0x2D)
        { return nil }
        var text = page.spaced(span).replacing(".", with: ",").replacing(" ,", with: ",")
        text = text.replacing(", ", with: ",").replacing(",", with: ", ")
        let words = text.split { $0 == " " || $0 == "," }.map(String.init)
        guard words.allSatisfy({ !Self.notLatinNames.contains($0) && !$0.hasPrefix("UNION") }), count(span, { $0 == 0x2C }) <= 1 else {
            return nil
        }
        let hasComma = text.contains(",")
        return ShapeReading(value: text, span: span, score: hasComma ? 3.2 : words.count >= 2 ? 2.6 : span.count >= 6 ? 1.8 : 0.5)
    }
}
