import Dialogue
import LanguageUnderstanding
import MiddleOffice
import PowerDomain
import Synchronization
import TextAnalysis

/// A hall with a classifier that was trained on a handful of sentences, a clock set by hand, and names in a row.
enum ToyHall {
    /// Seconds that pass only when a test says so.
    final class Clock: Sendable {
        private let now = Mutex(1000.0)
        var seconds: Double { now.withLock { $0 } }
        func pass(_ seconds: Double) { now.withLock { $0 += seconds } }
    }

    private static let lines: [(String, [String])] = [
        ("outage.report", ["我家停电了", "停电报修", "小区停电", "突然停电", "power cut at home", "no power here", "没电了快来修"]),
        ("bill.query", ["电费多少钱", "查电费", "这个月电费", "交了多少电费", "how much is my bill", "my electricity bill", "电费账单"]),
        ("oos", ["今天天气", "讲个笑话", "水费多少", "tell me a joke", "股票行情", "你会唱歌吗", "燃气费"]),
    ]

    static let classifier: IntentClassifier = {
        let samples = lines.flatMap { label, texts in texts.map { TrainingSample(text: $0, label: label) } }
        let plan = TrainingPlan(views: FeatureViews(characters: 2, words: 2), background: "oos", epochs: 15, minimumDocuments: 1)
        let bytes = ModelTrainer(plan: plan, lexicon: .empty).train(samples, fingerprint: "toy")
        guard let model = try? NGramModel(ModelBytes(bytes)), let rules = try? PatternRules(patterns) else {
            fatalError("the toy does not build")
        }
        return IntentClassifier(rules: rules, ngrams: TextClassifier(model: model, lexicon: .empty))
    }()

    private static let patterns = [
        PatternRule(name: "outage.report#1", meaning: .intent("outage.report"), pattern: "停电|power cut"),
        PatternRule(name: "bill.query#1", meaning: .intent("bill.query"), pattern: "电费|\\bbill\\b"),
        PatternRule(name: "oos#1", meaning: .outOfScope(kind: "weather"), pattern: "天气"),
        PatternRule(name: "oos#2", meaning: .outOfScope(kind: "crisis"), pattern: "不想活"),
        PatternRule(name: "oos#3", meaning: .outOfScope(kind: "gas_leak"), pattern: "煤气味|smell of gas"),
    ]

    private static func both(_ chinese: String, _ english: String) -> Wording { Wording([.zhHans: chinese, .en: english]) }

    static let book = ReplyBook(
        intents: [
            "outage.report": .init(
                title: both("停电报修", "Report"), reply: both("已登记。", "Reported."), byRegion: [.shenzhen: both("深圳已登记。", "Shenzhen.")],
                quickReplies: Choices([.zhHans: ["查电费", "取消"]])),
            "bill.query": .init(
                title: both("查电费", "Bill"), reply: both("请核验户号。", "Please verify."), byRegion: [:], quickReplies: Choices([:])),
        ],
        outside: [
            "general": both("这个我帮不上。", "I cannot help."), "crisis": both("请打 12356。", "Call 12356."),
            "gas_leak": both("先关阀，别开灯。", "Close the valve."),
        ],
        shared: [
            .opening: both("这里是营业厅。", "Welcome."), .goodbye: both("再见。", "Goodbye."), .languageSet: both("好的，说中文。", "English it is."),
            .attachmentsUnavailable: both("附件暂不能读。", "Attachments cannot be read."),
        ],
        safety: [:], units: [:], figures: FigureBook([:]), regionOfCity: ["深圳": .shenzhen])

    static func make(_ limits: Hall.Limits = Hall.Limits(), clock: Clock = Clock()) -> Hall {
        let names = Names()
        let surroundings = Surroundings(
            today: { CalendarDay(daysSince1970: 20_781) }, seconds: { clock.seconds }, newName: { names.next() })
        return Hall(classifier: classifier, book: book, surroundings: surroundings, limits: limits)
    }

    private final class Names: Sendable {
        private let count = Mutex(0)

        func next() -> String {
            count.withLock { count in
                count += 1
                return "n\(count)"
            }
        }
    }
}

/// So many papers that nobody can read: this hall has no desk for them.
func papers(_ count: Int) -> [Attachment] { (0..<count).map { .text("纸 \($0)", type: nil) } }
