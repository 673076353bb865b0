import Dialogue
import PowerDomain
import Testing

@Suite("The book of replies")
struct ReplyBookTests {
    private let book = Samples.book

    private func rendered(_ template: String, _ language: Language = .zhHans, on day: String = "2026-11-24") throws -> (
        text: String, sources: [Figure.Source]
    ) {
        book.render(template, language, on: try #require(CalendarDay(day)))
    }

    @Test(
        "figures stand in the text with their unit, in its language",
        arguments: [
            ("电价 {gz.tier.first}", Language.zhHans, "电价 0.61 元/度"), ("price {gz.tier.first}", .en, "price 0.61 yuan per kWh"),
            ("{gz.limit}以内 {gz.tier.first}", .zhHans, "260 度以内 0.61 元/度"), ("{gz.hours}", .zhHans, "10:00–12:00"),
            ("{gz.limit|bare}", .zhHans, "260"),
        ])
    func figures(_ template: String, _ language: Language, _ text: String) throws {
        #expect(try rendered(template, language).text == text)
    }

    @Test("what is no figure stays as it is", arguments: ["没有", "{unknown}", "{}", "{ {", "}{", "a } b", "{gz.limit", "", "{|}"])
    func noFigure(_ template: String) throws {
        let (text, sources) = try rendered(template)
        #expect(text == template)
        #expect(sources.isEmpty)
    }

    @Test(
        "the figure in force on the day is told",
        arguments: [("2012-07-01", "0.61"), ("2026-11-30", "0.61"), ("2026-12-01", "0.59"), ("2030-01-01", "0.59")])
    func validFrom(_ day: String, _ value: String) throws {
        #expect(try rendered("{gz.tier.first|bare}", on: day).text == value)
    }

    @Test("before its first day a figure is not told", arguments: ["2012-06-30", "1999-12-31"])
    func beforeValidFrom(_ day: String) throws {
        let (text, sources) = try rendered("{gz.tier.first}", on: day)
        #expect(!text.contains("0.61") && !text.contains("0.59"))
        #expect(sources.isEmpty)
    }

    @Test("a figure without a date holds until a dated one begins")
    func undated() throws {
        let figures = FigureBook(["x": [Samples.figure("1", "kwh", "旧", nil, .low), Samples.figure("2", "kwh", "新", "2026-01-01", .high)]])
        #expect(figures.figure("x", on: try #require(CalendarDay("2025-12-31")))?.source.document == "旧")
        #expect(figures.figure("x", on: try #require(CalendarDay("2026-01-01")))?.source.document == "新")
        #expect(figures.figure("y", on: Samples.day) == nil)
    }

    @Test("each source is named once, in the order of the text")
    func sources() throws {
        let sources = try rendered("{gz.hours} {gz.limit} {gz.tier.first} {gz.hours}").sources
        #expect(sources.map(\.document) == ["公告", "粤价〔2012〕135号"])
    }

    @Test("the last line tells document and date, or that there is no date")
    func sourceLine() throws {
        let sources = try rendered("{gz.limit} {gz.hours}").sources
        #expect(book.sourceLine(sources, .zhHans) == "出处：依据粤价〔2012〕135号，2012-07-01起执行；依据公告，以账单为准")
        #expect(book.sourceLine(Array(sources.prefix(1)), .en) == "Source: 粤价〔2012〕135号, since 2012-07-01")
        #expect(book.sourceLine([], .zhHans) == nil)
    }

    @Test("every source is named, in the order of the figures")
    func allSources() {
        let sources = (1...5).map { Figure.Source(document: "文件\($0)", validFrom: nil, confidence: .low) }
        let items = (1...5).map { "依据文件\($0)，以账单为准" }.joined(separator: "；")
        #expect(book.sourceLine(sources, .zhHans) == "出处：" + items)
    }

    @Test("a wording that there is not is empty, placeholders without a value stay")
    func text() {
        let empty = ReplyBook(
            intents: [:], outside: [:], shared: [.also: Wording([.zhHans: "{a}和{b}"])], safety: [:], units: [:], figures: FigureBook([:]),
            regionOfCity: [:])
        #expect(empty.text(.help, .zhHans) == "")
        #expect(empty.text(.also, .zhHans, ["a": "甲"]) == "甲和{b}")
    }
}
