import Dialogue
import PowerDomain

@testable import LanguageUnderstanding

/// A small book of replies and ways to write down what a message was understood as.
enum Samples {
    /// Length of a message that says more than the things that it names.
    private static let sentence = 40

    static let day = CalendarDay(daysSince1970: 20_781)

    private static func both(_ chinese: String, _ english: String) -> Wording { Wording([.zhHans: chinese, .en: english]) }

    static let figures = FigureBook([
        "gz.tier.first": [
            figure("0.61", "yuan_per_kwh", "粤价〔2012〕135号", "2012-07-01", .high),
            figure("0.59", "yuan_per_kwh", "粤价〔2026〕1号", "2026-12-01", .high),
        ],
        "gz.limit": [figure("260", "kwh", "粤价〔2012〕135号", "2012-07-01", .high)],
        "gz.hours": [figure("10:00–12:00", "none", "公告", nil, .low)],
        "gz.future": [figure("9", "kwh", "新文件", "2027-01-01", .high)],
    ])

    static func figure(_ value: String, _ unit: String, _ document: String, _ from: String?, _ confidence: Figure.Confidence) -> Figure {
        Figure(value: Wording([.zhHans: value]), unit: unit, source: .init(document: document, validFrom: from, confidence: confidence))
    }

    private static func replies(
        _ title: String, _ reply: Wording, byRegion: [Region: Wording] = [:], choices: [Language: [String]] = [:]
    ) -> ReplyBook.IntentReplies {
        ReplyBook.IntentReplies(title: both(title, title + "(en)"), reply: reply, byRegion: byRegion, quickReplies: Choices(choices))
    }

    static let book = ReplyBook(
        intents: [
            "outage.report": replies(
                "停电报修", both("已登记抢修。", "Reported."), choices: [.zhHans: ["只有我家", "邻居也停", "取消"], .en: ["Only mine", "All"]]),
            "tariff.tier": replies(
                "阶梯电价", both("各地不同，请告诉我城市。", "It depends on the city."),
                byRegion: [
                    .guangzhou: both("广州第一档 {gz.tier.first}。", "Guangzhou {gz.tier.first}."),
                    .shenzhen: both("深圳另有规定。", "Shenzhen differs."),
                ]),
            "bill.explain": replies("电费构成", both("第一档 {gz.limit}，时段 {gz.hours}。", "First {gz.limit}.")),
            "dialog.greet": replies("问候", both("您好。", "Hello."), choices: [.zhHans: ["报停电", "查电费"]]),
        ],
        outside: [
            "general": both("这个我帮不上。", "I cannot help with that."),
            "other_utility": both("水和燃气请找供水、燃气公司。", "Please ask the water company."),
            "hostile": both("我在听。", "I am listening."), "crisis": both("请打 12356。", "Call 12356."),
            "gas_leak": both("先关阀，别开灯。", "Close the valve."),
        ],
        shared: Dictionary(uniqueKeysWithValues: ReplyBook.Key.allCases.map { ($0, both("〔\($0.rawValue)〕", "<\($0.rawValue)>")) })
            .merging(
                [
                    .sourceHead: both("出处：{sources}", "Source: {sources}"),
                    .source: both("依据{document}，{since}起执行", "{document}, since {since}"),
                    .sourceUndated: both("依据{document}，以账单为准", "{document}, undated"),
                    .sourceJoin: both("；", "; "), .dangerPlace: both("已记下：{place}。", "Noted: {place}."),
                ], uniquingKeysWith: { $1 }),
        safety: [
            "shock": both("别用手拉人。打 120。", "Do not pull the person. Call 120."), "outdoor": both("不要靠近。打 120 和 95598。", "Keep away."),
            "ventilator": both("先接备用电源。", "Use the spare battery."),
        ],
        units: ["kwh": both("{value} 度", "{value} kWh"), "yuan_per_kwh": both("{value} 元/度", "{value} yuan per kWh")], figures: figures,
        regionOfCity: ["广州": .guangzhou, "深圳": .shenzhen])

    /// A message that was understood as `intents`, the first of them first.
    static func accepted(_ intents: String..., confidence: Float = 0.95, language: Language = .zhHans, signals: [String] = [])
        -> Understanding
    {
        var understanding = Understanding(
            intent: intents[0], confidence: confidence, decision: .accept, alternatives: [], intents: intents, language: language,
            length: sentence, evidence: .init(layer: .ngrams))
        understanding.signals = signals
        return understanding
    }

    static func refused(_ kind: String? = nil, language: Language = .zhHans, signals: [String] = []) -> Understanding {
        var understanding = Understanding(
            intent: "oos", confidence: 0.9, decision: .reject, alternatives: [], intents: ["oos"], language: language, outsideKind: kind,
            length: sentence, evidence: .init(layer: .ngrams))
        understanding.signals = signals
        return understanding
    }

    /// `base` as a message that names `things` one after another and has `extra` characters besides.
    static func naming(_ things: (EntityKind, String)..., extra: Int = 0, as base: Understanding = refused()) -> Understanding {
        var understanding = base
        var end = 0
        for (kind, text) in things {
            understanding.entities.append(Entity(kind, .text(text), end..<end + text.count))
            end += text.count
        }
        understanding.length = end + extra
        return understanding
    }

    static func unclear(_ intent: String, or others: String..., language: Language = .zhHans, signals: [String] = []) -> Understanding {
        Understanding(
            intent: intent, confidence: 0.4, decision: .clarify, alternatives: others.map { .init(intent: $0, confidence: 0.3) },
            intents: [intent], language: language, signals: signals, length: sentence, evidence: .init(layer: .ngrams))
    }

    static func danger(_ dangerCase: String, isCertain: Bool = true, signals: [String] = [], language: Language = .zhHans) -> Understanding
    {
        var understanding = accepted("safety.electric_shock", language: language, signals: signals)
        understanding.danger = .init(intent: "safety.electric_shock", dangerCase: dangerCase, isCertain: isCertain)
        if !isCertain { understanding.decision = .clarify }
        return understanding
    }

    static func shared(_ key: ReplyBook.Key, _ language: Language = .zhHans) -> String { book.text(key, language) }
}
