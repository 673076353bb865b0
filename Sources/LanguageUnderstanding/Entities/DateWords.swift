/// Words for days, weeks, months and years, by their distance from the present one.
enum DateWord {
    case day(Int)
    case week(Int)
    case month(Int)
    case year(Int)
    /// A day of the week; `week` is nil if none is named.
    case weekday(Int, week: Int?)
    /// A weekend; from Saturday to Sunday.
    case weekend(Int)
    /// A half of the present year, a quarter by its distance.
    case half(Int)
    case quarter(Int)
    /// 最近, 过去, `last`: a number and a unit follow.
    case recent
    /// The last day of the present month or year.
    case monthEnd, yearEnd
    case monthName(Int)
    case weekdayName(Int)
    /// `last`, `this`, `next` before a month or a day of the week.
    case relative(Int)
}

enum DateWords {
    static let table = WordTable<DateWord>(chinese + recent + weeks + english)

    /// Literals of which one stands in every text with such a word.
    static let cues: [String] = (chinese + english).map(\.0) + ["周", "星期", "礼拜"]

    private static func words(_ text: String, _ value: DateWord) -> [(String, DateWord)] {
        text.split(separator: ",").map { (String($0), value) }
    }

    private static let chinese: [(String, DateWord)] =
        words("今天,今日,今晚,今早,今朝,今儿,今夜,当日", .day(0)) + words("昨天,昨日,昨晚,昨夜,昨儿,寻日,寻晚,琴日,琴晚,㖊日,㖊晚,擒日,昨早,寻朝", .day(-1))
        + words("前天,前日,前晚", .day(-2)) + words("大前天,大前日", .day(-3))
        + words("明天,明日,明早,明晚,明儿,听日,听晚,听朝,听早", .day(1)) + words("后天,后日,后晚", .day(2)) + words("大后天,大后日", .day(3))
        + words("上个月,上月,上一个月,上个月份", .month(-1)) + words("上上个月,上上月,大上个月", .month(-2))
        + words("这个月,本月,当月,这月,今个月,呢个月,今月,本月份,这个月份", .month(0)) + words("下个月,下月,下一个月", .month(1))
        + words("下下个月,下下月", .month(2))
        + words("去年,上年,旧年,去年度,上一年", .year(-1)) + words("前年", .year(-2)) + words("今年,本年,今年度,本年度", .year(0))
        + words("明年,出年,来年", .year(1)) + words("后年", .year(2))
        + words("上半年,头半年", .half(1)) + words("下半年", .half(2)) + words("上季度,上个季度,上季", .quarter(-1))
        + words("本季度,这个季度,这季度", .quarter(0)) + words("下季度,下个季度", .quarter(1)) + words("月底,月尾", .monthEnd) + words("年底,年尾", .yearEnd)

    /// A number follows these, so they are no cues of their own.
    private static let recent = words("最近,近,过去,这,前,最近这,过去这,过往,呢", .recent)

    /// 上周五, 下个星期三, 礼拜日, 上周.
    private static let weeks: [(String, DateWord)] = {
        let prefixes: [(String, Int?)] = [
            ("", nil), ("上", -1), ("上个", -1), ("上上", -2), ("上上个", -2), ("这", 0), ("这个", 0), ("本", 0), ("今个", 0), ("呢个", 0),
            ("下", 1), ("下个", 1), ("下下", 2), ("下下个", 2), ("上一", -1), ("下一", 1),
        ]
        let days: [(String, Int)] = [
            ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("日", 7), ("天", 7), ("1", 1), ("2", 2), ("3", 3), ("4", 4),
            ("5", 5), ("6", 6),
        ]
        var words: [(String, DateWord)] = []
        for (prefix, week) in prefixes {
            for unit in ["周", "星期", "礼拜"] {
                if let week {
                    words.append((prefix + unit, .week(week)))
                    words.append((prefix + unit + "末", .weekend(week)))
                }
                for (name, day) in days { words.append((prefix + unit + name, .weekday(day, week: week))) }
            }
        }
        return words
    }()

    private static let english: [(String, DateWord)] =
        words("today,tonight,this morning,this afternoon,this evening", .day(0)) + words("yesterday,last night", .day(-1))
        + words("the day before yesterday,day before yesterday", .day(-2)) + words("tomorrow,tmr,tmrw", .day(1))
        + words("the day after tomorrow,day after tomorrow", .day(2))
        + words("last month,previous month", .month(-1)) + words("this month,current month", .month(0)) + words("next month", .month(1))
        + words("month before last", .month(-2)) + words("last year,previous year", .year(-1)) + words("this year", .year(0))
        + words("next year", .year(1)) + words("last week", .week(-1)) + words("this week", .week(0)) + words("next week", .week(1))
        + words("last weekend", .weekend(-1)) + words("this weekend", .weekend(0)) + words("next weekend", .weekend(1))
        + words("last quarter", .quarter(-1)) + words("this quarter", .quarter(0))
        + words("last", .relative(-1)) + words("this", .relative(0)) + words("next", .relative(1)) + words("past,recent", .recent)
        + months.flatMap { words($0, .monthName($1)) } + weekdays.enumerated().map { ($1, .weekdayName($0 + 1)) }

    private static let months: [(String, Int)] = [
        ("january,jan", 1), ("february,feb", 2), ("march,mar", 3), ("april,apr", 4), ("may", 5), ("june,jun", 6), ("july,jul", 7),
        ("august,aug", 8), ("september,sept,sep", 9), ("october,oct", 10), ("november,nov", 11), ("december,dec", 12),
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// Words that turn a date without a year to the future.
    static let future = WordTable(
        "预约,约,改到,改去,改为,改期,将,将要,计划,预计,安排,到时,停到,之后交,即将,定在,开工,恢复,投产,交铺,拆表,截止,有冇停电,"
            + "by,until,will,next,upcoming,scheduled,planned,going to,instead,as of,starting,book")
}
