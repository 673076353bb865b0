import PowerDomain
import Testing
import TextAnalysis

@Suite("Dates as printed")
struct PrintedDateTests {
    @Test(
        "forms that documents print",
        arguments: [
            ("2011年6月28日", "2011-06-28"), ("2011年06月27", "2011-06-27"), ("2018.01.04", "2018-01-04"), ("1976-3-21", "1976-03-21"),
            ("2012/06/28", "2012-06-28"), ("二〇二三年一月二日", "2023-01-02"), ("二零一二年十二月三十一日", "2012-12-31"),
            ("二○一九年二十月一日", nil), ("二〇二〇年元月十日", "2020-01-10"), ("二〇二〇年〇三月二十日", "2020-03-20"),
            ("二〇二〇年一二月一五日", "2020-12-15"), ("02 DEC 1980", "1980-12-02"), ("02DEC1980", "1980-12-02"), ("06 may 2005", "2005-05-06"),
            ("02 12月/DEC 1980", "1980-12-02"), ("2 JAN. 2020", "2020-01-02"), ("20230201", "2023-02-01"), ("1973 年 1 月 2 日", "1973-01-02"),
            (" ２０１１年６月２８日 ", "2011-06-28"), ("2018. 01. 04", "2018-01-04"), ("2019年03月01日07时43分", "2019-03-01"),
            ("2019-03-01 07:43:20", "2019-03-01"), ("2024年2月29日", "2024-02-29"), ("2011年6月28曰", "2011-06-28"), ("2011年6月28號", "2011-06-28"),
            ("2012.06-28", "2012-06-28"), ("2061年02月17日止", "2061-02-17"),
        ] as [(String, String?)])
    func reading(_ text: String, _ day: String?) {
        #expect(PrintedDate(text)?.day.description == day)
    }

    @Test(
        "impossible dates and what is more or less than a date is refused",
        arguments: [
            "", "2023年2月29日", "2023.13.01", "2023-00-10", "20230230", "31 FEB 2020", "02 12月/NOV 1980", "02 DEX 1980", "2011年6月", "2011",
            "11年6月28日", "2011年6月28日起", "120230201", "202302011", "99991301", "6月28日", "2011年6月280", "长期", "民国100年1月1日",
            "2011,6,28", "02 DEC 80", "2011年六",
        ])
    func refused(_ text: String) {
        #expect(PrintedDate(text) == nil)
    }

    @Test("every form of a day is read as that day", arguments: 0..<20)
    func roundTrip(_ seed: UInt64) {
        var sequence = FixedSequence(seed: seed)
        for _ in 0..<100 {
            let day = CalendarDay(daysSince1970: Int.random(in: -62_000...80_000, using: &sequence))
            let (year, month, number) = (day.year, day.month, day.day)
            let forms = [
                day.description, "\(year)年\(month)月\(number)日", "\(year).\(month).\(number)", "\(year)/\(month)/\(number)",
                day.passportForm,
                "\(year)年\(month)月\(number)", String(day.description.filter { $0 != "-" }), day.passportForm.filter { $0 != " " },
                "\(Self.han(year))年\(Self.small(month))月\(Self.small(number))日",
            ]
            for form in forms { #expect(PrintedDate(form)?.day == day, "\(form)") }
        }
    }

    @Test("passports print the month as a word")
    func passportForm() throws {
        #expect(try #require(CalendarDay("1980-12-02")).passportForm == "02 DEC 1980")
    }

    private static let digits = Array("〇一二三四五六七八九")
    private static func han(_ year: Int) -> String { String(String(year).compactMap { $0.wholeNumberValue.map { digits[$0] } }) }
    private static func small(_ number: Int) -> String {
        let tens = number / 10, ones = number % 10
        return (tens > 1 ? String(digits[tens]) : "") + (tens > 0 ? "十" : "") + (ones > 0 ? String(digits[ones]) : "")
    }
}

@Suite("Terms as printed")
struct DatePeriodTests {
    @Test(
        "terms with two days",
        arguments: [
            ("自2022年12月6日至2025年12月5日", "2022-12-06", "2025-12-05"), ("2019.12.07-2039.12.07", "2019-12-07", "2039-12-07"),
            ("自2020年1月21日起至2025年1月20日止，共60个月", "2020-01-21", "2025-01-20"), ("2019-12-07-2039-12-07", "2019-12-07", "2039-12-07"),
            ("2019.12.07一2039.12.07", "2019-12-07", "2039-12-07"), ("2019.12.072039.12.07", "2019-12-07", "2039-12-07"),
            ("2019年12月07 2039年12月07", "2019-12-07", "2039-12-07"), ("2019.12.07—2039.12.07", "2019-12-07", "2039-12-07"),
            ("2019年12月07日 到 2039年12月06日", "2019-12-07", "2039-12-06"), ("20191207-20391207", "2019-12-07", "2039-12-07"),
            ("二〇二〇年一月一日至二〇二一年一月一日", "2020-01-01", "2021-01-01"), ("从2019/1/1~2020/1/1有效", "2019-01-01", "2020-01-01"),
        ])
    func twoDays(_ text: String, _ from: String, _ to: String) throws {
        let period = try #require(DatePeriod(text))
        #expect(period.from?.description == from)
        #expect(period.to?.description == to)
        #expect(!period.isOpenEnded)
    }

    @Test(
        "terms without an end",
        arguments: [
            ("长期", nil), ("長期", nil), ("长期有效", nil), ("2012.05.06-长期", "2012-05-06"), ("2012年5月6日至长期", "2012-05-06"),
            ("自2012年5月6日起长期有效", "2012-05-06"), ("2012年05月06日 至 永久", "2012-05-06"), ("2012.05.06长期", "2012-05-06"),
        ] as [(String, String?)])
    func openEnded(_ text: String, _ from: String?) throws {
        let period = try #require(DatePeriod(text))
        #expect(period.from?.description == from)
        #expect(period.to == nil)
        #expect(period.isOpenEnded)
    }

    @Test(
        "terms of which one day is printed or readable",
        arguments: [
            ("至2040年08月11日", nil, "2040-08-11"), ("至2040年08月11日止", nil, "2040-08-11"), ("自2020年1月1日起", "2020-01-01", nil),
            ("2019.12.07-2039.13.07", "2019-12-07", nil), ("2019.12.07-", "2019-12-07", nil), ("2061年02月17日止", nil, "2061-02-17"),
            ("2019.12.07", "2019-12-07", nil),
        ] as [(String, String?, String?)])
    func oneDay(_ text: String, _ from: String?, _ to: String?) throws {
        let period = try #require(DatePeriod(text))
        #expect(period.from?.description == from)
        #expect(period.to?.description == to)
        #expect(!period.isOpenEnded)
    }

    @Test("what is no term is refused", arguments: ["", "自", "至", "五年", "2019.12.07签发", "2019.12.07-2039.12.071", "-", "2019.13.01"])
    func refused(_ text: String) {
        #expect(DatePeriod(text) == nil)
    }
}
