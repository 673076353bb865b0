@testable import TextAnalysis

/// Three labels, a background of other business with two kinds, and a detector of alarm: small, but like the real task.
enum ToyProblem {
    static let outage = [
        "我家停电了", "小区停电了", "整栋楼停电", "突然停电怎么办", "停电什么时候来电", "家里没电了", "楼下停电了吗", "power cut at home", "no power here",
        "there is a power cut", "屋企停电", "隔壁也停电了",
    ]
    static let bill = [
        "电费多少钱", "这个月电费", "查一下电费", "电费怎么这么高", "我要交电费", "电费账单", "how much is my bill", "my bill is too high", "pay the bill",
        "电费几钱", "上个月电费", "电费单发我",
    ]
    static let meter = [
        "电表坏了", "换一个电表", "电表不走了", "电表读数不对", "新装电表", "电表箱在哪", "my meter is broken", "replace the meter", "meter reading wrong",
        "个电表坏咗", "电表跑得快", "看不懂电表",
    ]
    static let water = ["水费多少", "水管爆了", "自来水停了", "water bill is due", "水表坏了", "没有水了", "水压太低", "tap water is off"]
    static let chat = ["今天天气真好", "讲个笑话", "你会唱歌吗", "tell me a joke", "中午吃什么", "股票涨了吗", "who won the game", "我想去旅游"]

    static var samples: [TrainingSample] {
        var samples: [TrainingSample] = []
        func add(_ texts: [String], _ label: String, _ kind: String? = nil) {
            samples += texts.map { TrainingSample(text: $0, label: label, kind: kind) }
        }
        add(outage, "outage")
        add(bill, "bill")
        add(meter, "meter")
        add(water, "oos", "oos/water")
        add(chat, "oos", "oos/chat")
        return samples
    }

    static var inScope: [TrainingSample] { samples.filter { $0.label != "oos" } }

    static let lexicon = ConceptLexicon([
        .init(concept: "outage", terms: ["停电", "没电", "power cut"]), .init(concept: "meter", terms: ["电表", "meter"]),
    ])

    static let views = FeatureViews(characters: 2, words: 2, pinyin: 2, concepts: 2)

    /// With a background and two detectors.
    static let plan = TrainingPlan(
        views: views, background: "oos",
        detectors: [.init(name: "alarm", positives: ["outage"]), .init(name: "oos/water", positives: ["oos/water"])],
        epochs: 15, minimumDocuments: 1)

    /// Labels only.
    static let plainPlan = TrainingPlan(views: views, epochs: 15, minimumDocuments: 1)

    static let bytes = ModelTrainer(plan: plan, lexicon: lexicon).train(samples, fingerprint: "toy")
    static let plainBytes = ModelTrainer(plan: plainPlan, lexicon: lexicon).train(inScope, fingerprint: "plain")

    static func model(_ bytes: [UInt8] = bytes) throws -> NGramModel { try NGramModel(ModelBytes(bytes)) }

    static func classifier(_ bytes: [UInt8] = bytes) throws -> TextClassifier { TextClassifier(model: try model(bytes), lexicon: lexicon) }
}
