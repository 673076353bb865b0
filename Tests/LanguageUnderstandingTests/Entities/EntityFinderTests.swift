import PowerDomain
import Testing
import TextAnalysis

@testable import LanguageUnderstanding

@Suite("Finding entities of all kinds together")
struct EntityFinderTests {
    private let finder = EntityFinder()
    private let today = CalendarDay(daysSince1970: 20_781)

    private func kinds(_ text: String) -> [EntityKind] { finder.find(in: FoldedText(text), today: today).map(\.kind) }

    /// Kind and original wording of each entity.
    private func written(_ text: String) -> [String] {
        let folded = FoldedText(text)
        let scalars = Array(text.unicodeScalars)
        return finder.find(in: folded, today: today).map { entity in
            let range = folded.sourceRange(ofScalars: entity.range)
            return "\(entity.kind.rawValue) \(String(String.UnicodeScalarView(scalars[range])))"
        }
    }

    @Test("today in these tests is Tuesday 2026-11-24")
    func day() {
        #expect(today.description == "2026-11-24")
        #expect(today.weekday == 2)
    }

    @Test(
        "the more specific kind wins",
        arguments: [
            ("户号0800123456789012", [EntityKind.accountNumber]),
            ("身份证号440106199003074627", [.document, .identityNumber]),
            ("卡号6222021001116245702", [.bankCard]),
            ("我家在天河区员村二横路16号", [.address]),
            ("广州市天河区员村二横路16号", [.address, .city]),
            ("3月到5月", [.dateRange]),
            ("户名阿明理发店", [.company]),
            ("发到13912345670@139.com", [.email]),
            ("工单号2026112400171234", [.orderNumber]),
            ("表号0800123456789012", [.meterNumber]),
            ("2026年11月24日20:15", [.date, .time]),
            ("廣州電費186.5元", [.city, .money]),
            ("三亚停电", [.city]),
            ("税号91350100M000100Y43", [.creditCode]),
        ])
    func overlaps(_ text: String, _ expected: [EntityKind]) {
        #expect(kinds(text) == expected)
    }

    @Test(
        "ranges lead back to the words as written",
        arguments: [
            ("🙂電費💰１８６．５元🙂", ["money １８６．５元"]),
            ("我 喺 廣州　，電話：１３９　１２３４　５６７０", ["city 廣州", "phone １３９　１２３４　５６７０"]),
            ("👨‍👩‍👧 六口人\u{200B}，雪櫃壞咗", ["count 六口人", "appliance 雪櫃"]),
            ("Ｆｒｏｍ Ｍａｒｃｈ ｔｏ Ｍａｙ", ["date_range Ｍａｒｃｈ ｔｏ Ｍａｙ"]),
            ("𝟏𝟐號樓，聽日九點", ["number 𝟏𝟐", "date 聽日", "time 九點"]),
            ("我住喺荔灣區逢源路８號地下😀", ["address 荔灣區逢源路８號地下"]),
            ("e\u{301}mail: Mei@Example.com", ["email Mei@Example.com"]),
        ])
    func offsets(_ text: String, _ expected: [String]) {
        #expect(written(text) == expected)
    }

    @Test("a text without anything in it yields nothing", arguments: ["", " ", "转人工", "你好", "hello there", "？？？", "***", "一", "的"])
    func nothing(_ text: String) {
        #expect(kinds(text).filter { $0 != .number }.isEmpty)
    }

    @Test("entities come in the order of their starts")
    func order() {
        let found = finder.find(in: FoldedText("昨天广州停电，电话13912345670，户号0800123456789012，交了200元"), today: today)
        #expect(found.map(\.kind) == [.date, .city, .phone, .accountNumber, .money])
        #expect(found.map(\.range.lowerBound) == found.map(\.range.lowerBound).sorted())
    }

    @Test("the day of the turn decides relative dates")
    func relativeDates() throws {
        let newYear = try #require(CalendarDay(year: 2026, month: 1, day: 1))
        let text = FoldedText("上个月")
        #expect(finder.find(in: text, today: newYear).map(\.value) == [.month("2025-12")])
    }
}
