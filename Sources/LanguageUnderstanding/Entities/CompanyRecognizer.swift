package import PowerDomain
package import TextAnalysis

/// Names of companies and shops: 好运食品有限公司, 利昌五金厂, `Delta Logistics Park Co., Ltd.`
package struct CompanyRecognizer: CuedRecognizer {
    /// Endings with the number of characters that a name has before them at least.
    private static let endings = WordTable<Int>([
        ("有限公司", 2), ("有限责任公司", 2), ("股份有限公司", 2), ("集团有限公司", 2), ("集团", 2), ("公司", 3), ("厂", 2), ("店", 2), ("个体户", 2),
        ("酒楼", 2), ("超市", 2), ("酒店", 2), ("商行", 2), ("经营部", 2), ("合作社", 2), ("工作室", 2), ("医院", 2), ("数据中心", 2), ("商场", 2),
        ("餐厅", 2), ("农场", 2), ("养殖场", 2), ("幼儿园", 2), ("事务所", 2), ("门市部", 2),
    ])
    package static let cues = [
        "公司", "厂", "店", "个体户", "酒楼", "超市", "商行", "经营部", "合作社", "工作室", "医院", "数据中心", "集团", "商场", "餐厅", "农场", "养殖场", "幼儿园",
        "事务所", "门市部", "ltd", "limited", "llc", " inc", "corporation", "company",
    ]

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        let scan = Scan(text)
        var found: [Entity] = []
        var index = 0
        while index < scan.count {
            if let cue = Self.introductions.longest(at: index, in: scan), let range = Self.introduced(index + cue.length, scan) {
                found.append(Entity(.company, .text(scan.string(range)), range))
                index = range.upperBound
            } else if scan[index].isHan, let ending = Self.endings.longest(at: index, in: scan) {
                var end = index + ending.length
                // 五金厂有限公司: the last ending ends the name.
                while let more = Self.endings.longest(at: end, in: scan) { end += more.length }
                if let start = Self.start(of: index, scan, from: found.last?.range.upperBound ?? 0, minimum: ending.value, end) {
                    found.append(Entity(.company, .text(scan.string(start..<end)), start..<end))
                }
                index = end
            } else if scan[index].isLatin {
                if let range = EnglishCompany.range(scan, endingAt: index), range.lowerBound >= found.last?.range.upperBound ?? 0 {
                    found.append(Entity(.company, .text(scan.string(range).titled), range))
                    index = range.upperBound
                } else {
                    index = scan.endOfWord(index)
                }
            } else {
                index += 1
            }
        }
        return found
    }

    private static let introductions = WordTable("公司叫,公司叫做,公司名叫,公司名是,公司名称是,公司名称,公司名:,公司名称:,公司名系,公司名称系,公司系")
    /// A name may end like this without being a company's: 公司叫我来的.
    private static let notIntroduced = WordTable("我,你,他,佢,什么,乜,咩,是什么,怎么,不,唔,人,您,电工,谁,错,改,填")

    /// What a company is said to be called, up to the end of the clause.
    private static func introduced(_ start: Int, _ scan: Scan) -> Range<Int>? {
        let first = scan.skippingSpace(start)
        var end = first
        while scan[end].isHan { end += 1 }
        guard (2...12).contains(end - first), notIntroduced.longest(at: first, in: scan) == nil else { return nil }
        return scan[end] == 0 || scan[end].isClauseMark ? first..<end : nil
    }

    /// Where a name begins that goes up to `ending`: after the last word that is no part of names.
    private static func start(of ending: Int, _ scan: Scan, from floor: Int, minimum: Int, _ end: Int) -> Int? {
        var start = ending
        while start > floor, ending - start < 20, scan[start - 1].isHan || scan[start - 1] == 0x28 || scan[start - 1] == 0x29 {
            if CompanyWords.stops.longest(endingAt: start, in: scan) != nil { break }
            start -= 1
        }
        while start < ending, let lead = CompanyWords.leads.longest(at: start, in: scan) { start += lead.length }
        guard ending - start >= minimum, CompanyWords.notAfter.longest(at: end, in: scan) == nil else { return nil }
        // A kind of shop alone is no name: 五金店, 物业公司.
        var rest = start
        while let kind = CompanyWords.kinds.longest(at: rest, in: scan), rest < ending { rest += kind.length }
        return rest >= ending ? nil : start
    }
}

/// Names that end in `Co., Ltd`, `Ltd`, `Limited`, `LLC`, `Inc`.
enum EnglishCompany {
    private static let endings = WordTable("co., ltd,co.,ltd,co ltd,co. ltd,ltd,limited,llc,inc,corporation,company limited,group ltd")
    private static let stops: Set<String> = [
        "is", "under", "the", "to", "for", "our", "my", "company", "name", "called", "with", "at", "from", "by", "in", "on", "as", "i",
        "we", "are",
        "out", "it", "a", "an", "of", "formerly", "title", "invoice", "be", "us", "its", "this", "that", "was", "payer", "changed",
    ]

    /// The name whose ending begins at `index`.
    static func range(_ scan: Scan, endingAt index: Int) -> Range<Int>? {
        guard let ending = longest(at: index, scan) else { return nil }
        var start = index
        var words = 0
        while words < 6, scan[start - 1] == 0x20 || (scan[start - 1] == 0x26 && start > 1) {
            var word = start - 1
            while scan[word - 1].isAlphanumeric || scan[word - 1] == 0x26 || scan[word - 1] == 0x27 || scan[word - 1] == 0x2D { word -= 1 }
            guard word < start - 1, !stops.contains(scan.string(word..<start - 1)) else { break }
            start = word
            words += 1
        }
        return words > 0 ? start..<index + ending : nil
    }

    private static let long = [FoldedEnding("co., ltd"), FoldedEnding("co.,ltd")]

    /// Endings with commas cannot stand in a table of words separated by commas.
    private static func longest(at index: Int, _ scan: Scan) -> Int? {
        for ending in long where ending.stands(at: index, scan) { return ending.scalars.count }
        return endings.longest(at: index, in: scan)?.length
    }

    private struct FoldedEnding {
        let scalars: [UInt32]
        init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }
        func stands(at index: Int, _ scan: Scan) -> Bool {
            guard !scan[index - 1].isLatin, !scan[index + scalars.count].isLatin else { return false }
            return scalars.indices.allSatisfy { scan[index + $0] == scalars[$0] }
        }
    }
}
