private import PowerDomain

extension DateRecognizer {
    private static func day(_ text: String) -> EntityValue? { CalendarDay(text).map { .day($0) } }

    private static func days(_ from: String, _ to: String) -> EntityValue? {
        guard let from = CalendarDay(from), let to = CalendarDay(to) else { return nil }
        return .days(from: from, to: to)
    }

    /// Reckoned from 2026-11-24, a Tuesday.
    package static let examples = dayExamples + monthExamples + rangeExamples

    private static let dayExamples: [EntityExample] = [
        EntityExample("2026年11月24日停的", .date, day("2026-11-24"), written: "2026年11月24日"),
        EntityExample("11月24号停电", .date, day("2026-11-24"), written: "11月24号"),
        EntityExample("24号那天", .date, day("2026-11-24"), written: "24号"),
        EntityExample("25号的电费", .date, day("2026-10-25")),
        EntityExample("昨天晚上停电", .date, day("2026-11-23"), written: "昨天"),
        EntityExample("大前天", .date, day("2026-11-21")),
        EntityExample("尋日下晝", .date, day("2026-11-23"), written: "尋日"),
        EntityExample("琴日開始", .date, day("2026-11-23")),
        EntityExample("聽日恢復返", .date, day("2026-11-25"), written: "聽日"),
        EntityExample("后天有人在家", .date, day("2026-11-26")),
        EntityExample("yesterday around 3 pm", .date, day("2026-11-23")),
        EntityExample("any outage tomorrow?", .date, day("2026-11-25")),
        EntityExample("It went out last Friday", .date, day("2026-11-20"), written: "last Friday"),
        EntityExample("上周五断的", .date, day("2026-11-20")),
        EntityExample("上个月15号", .date, day("2026-10-15"), written: "上个月15号"),
        EntityExample("下个星期三", .date, day("2026-12-02")),
        EntityExample("November 24", .date, day("2026-11-24")),
        EntityExample("on 3 November", .date, day("2026-11-03"), written: "3 November"),
        EntityExample("by 1 March", .date, day("2027-03-01")),
        EntityExample("24 Nov", .date, day("2026-11-24")),
        EntityExample("11/24来过", .date, day("2026-11-24")),
        EntityExample("2026-11-24", .date, day("2026-11-24")),
        EntityExample("二〇二六年十一月二十四日", .date, day("2026-11-24")),
        EntityExample("８月１２號早上", .date, day("2026-08-12"), written: "８月１２號"),
        EntityExample("三天前报的修", .date, day("2026-11-21"), written: "三天前"),
        EntityExample("约周六上门", .date, day("2026-11-28")),
        EntityExample("二十四号", .date, day("2026-11-24")),
        EntityExample("the day before yesterday", .date, day("2026-11-22")),
        EntityExample("2号主变坏了", .date, nil),
        EntityExample("12号楼停电", .date, nil),
        EntityExample("户号多少", .date, nil),
        EntityExample("每周五", .date, nil),
        EntityExample("每个月10号扣款", .date, nil),
        EntityExample("提前5日通知", .date, nil),
        EntityExample("Room 11/F", .date, nil),
    ]

    private static let monthExamples: [EntityExample] = [
        EntityExample("按七月份算", .month, .month("2026-07"), written: "七月份"),
        EntityExample("查上个月的", .month, .month("2026-10"), written: "上个月"),
        EntityExample("上個月電費", .month, .month("2026-10"), written: "上個月"),
        EntityExample("八月嗰張單", .month, .month("2026-08")),
        EntityExample("今个月用多咗", .month, .month("2026-11")),
        EntityExample("2026年7月的账单", .month, .month("2026-07"), written: "2026年7月"),
        EntityExample("去年十二月", .month, .month("2025-12")),
        EntityExample("12月的", .month, .month("2025-12")),
        EntityExample("the September one", .month, .month("2026-09"), written: "September"),
        EntityExample("in August 2025", .month, .month("2025-08"), written: "August 2025"),
        EntityExample("last month's bill", .month, .month("2026-10"), written: "last month"),
        EntityExample("my bill for May", .month, .month("2026-05")),
        EntityExample("明年三月投产", .month, .month("2027-03")),
        EntityExample("may I ask something", .month, nil),
        EntityExample("停三个月", .month, nil),
        EntityExample("每月几号出账", .month, nil),
        EntityExample("march into the hall", .month, nil),
    ]

    private static let rangeExamples: [EntityExample] = [
        EntityExample("3月到5月的账单", .dateRange, days("2026-03-01", "2026-05-31"), written: "3月到5月"),
        EntityExample("一到六月都要开", .dateRange, days("2026-01-01", "2026-06-30"), written: "一到六月"),
        EntityExample("上星期一到禮拜日", .dateRange, days("2026-11-16", "2026-11-22")),
        EntityExample("from 1 to 15 October", .dateRange, days("2026-10-01", "2026-10-15"), written: "1 to 15 October"),
        EntityExample("最近一年的账单", .dateRange, days("2025-11-24", "2026-11-24"), written: "最近一年"),
        EntityExample("最近三个月", .dateRange, days("2026-08-24", "2026-11-24")),
        EntityExample("今年頭半年嗰幾張", .dateRange, days("2026-01-01", "2026-06-30"), written: "今年頭半年"),
        EntityExample("bills for 2025", .dateRange, days("2025-01-01", "2025-12-31"), written: "2025"),
        EntityExample("去年全年", .dateRange, days("2025-01-01", "2025-12-31"), written: "去年全年"),
        EntityExample("from March to May", .dateRange, days("2026-03-01", "2026-05-31"), written: "March to May"),
        EntityExample("January to June 2026", .dateRange, days("2026-01-01", "2026-06-30")),
        EntityExample("近半年", .dateRange, days("2026-05-24", "2026-11-24")),
        EntityExample("上周的用电", .dateRange, days("2026-11-16", "2026-11-22"), written: "上周"),
        EntityExample("6月7号到9号", .dateRange, days("2026-06-07", "2026-06-09"), written: "6月7号到9号"),
        EntityExample("1-3月", .dateRange, days("2026-01-01", "2026-03-31")),
        EntityExample("the last 30 days", .dateRange, days("2026-10-25", "2026-11-24"), written: "last 30 days"),
        EntityExample("last year", .dateRange, days("2025-01-01", "2025-12-31")),
        EntityExample("去年12月到今年2月", .dateRange, days("2025-12-01", "2026-02-28")),
        EntityExample("any outage this weekend", .dateRange, days("2026-11-28", "2026-11-29")),
        EntityExample("第一季度電費", .dateRange, days("2026-01-01", "2026-03-31"), written: "第一季度"),
        EntityExample("什么时候到", .dateRange, nil),
        EntityExample("停半年", .dateRange, nil),
        EntityExample("年年如此", .dateRange, nil),
        EntityExample("最近老停电", .dateRange, nil),
    ]
}
