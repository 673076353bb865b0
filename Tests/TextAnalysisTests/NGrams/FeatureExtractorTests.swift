import Testing
import TextAnalysis

@Suite("Features of a text")
struct FeatureExtractorTests {
    private static let lexicon = ConceptLexicon([
        .init(concept: "outage", terms: ["停电", "power cut"]), .init(concept: "fee", terms: ["电费", "bill"]),
    ])
    private static let all = FeatureViews(characters: 3, words: 2, pinyin: 2, concepts: 2)
    private static let texts = [
        "停电了", "停電，電費 186.5 元", "Power cut at No. 5 road", "dianfei duoshao", "😀👍🏽", "", "？", "我家ting电了123abc", "电费电费电费",
        "停电和bill", "a", "１２３", "nǐ hǎo", "lorem ipsum", "停",
    ]

    private func names(_ text: String, _ views: FeatureViews) -> [String] {
        var extractor = FeatureExtractor(views: views, lexicon: Self.lexicon)
        return extractor.describe(FoldedText(text)).map(\.name)
    }

    @Test("character n-grams run over the text with its ends marked, none of a single end or space")
    func characters() {
        #expect(names("停电", FeatureViews(characters: 2, words: 0)) == ["│停", "停", "停电", "电", "电│"])
        #expect(names("a b", FeatureViews(characters: 2, words: 0)) == ["│a", "a", "a ", " b", "b", "b│"])
    }

    @Test("word n-grams hold a word in letters or digits")
    func words() {
        #expect(names("停电", FeatureViews(characters: 0, words: 2)).isEmpty)
        #expect(names("pay 186 元", FeatureViews(characters: 0, words: 2)) == ["pay", "pay 186", "186", "186 元"])
    }

    @Test("syllables come from Han characters and from letters, in fuzzy spelling")
    func pinyin() {
        let views = FeatureViews(characters: 0, words: 0, pinyin: 2)
        #expect(names("停电", views) == ["~tin", "~tin dian", "~dian"])
        #expect(names("停电", views) == names("ting dian", views))
        #expect(names("停电", views) == names("tingdian", views))
        #expect(names("bill", views).isEmpty)
    }

    @Test("concepts count alone and in pairs, in any order")
    func concepts() {
        let views = FeatureViews(characters: 0, words: 0, concepts: 2)
        #expect(names("停电", views) == ["#outage"])
        #expect(names("停电 bill", views) == ["#outage", "#outage+fee", "#fee"])
        var extractor = FeatureExtractor(views: views, lexicon: Self.lexicon)
        extractor.extract(FoldedText("停电 bill"))
        let keys = Set(extractor.keys)
        extractor.extract(FoldedText("电费，power cut"))
        #expect(Set(extractor.keys) == keys)
    }

    @Test("views that are switched off add nothing")
    func noViews() {
        for text in Self.texts { #expect(names(text, FeatureViews(characters: 0, words: 0)).isEmpty) }
    }

    @Test("a key tells its view")
    func views() {
        for (views, view) in [
            (FeatureViews(characters: 3, words: 0), FeatureView.character), (FeatureViews(characters: 0, words: 2), .word),
            (FeatureViews(characters: 0, words: 0, pinyin: 2), .pinyin), (FeatureViews(characters: 0, words: 0, concepts: 2), .concept),
        ] {
            var extractor = FeatureExtractor(views: views, lexicon: Self.lexicon)
            var seen = 0
            for text in Self.texts {
                extractor.extract(FoldedText(text))
                seen += extractor.keys.count
                #expect(extractor.keys.allSatisfy { FeatureExtractor.view(of: $0) == view })
            }
            #expect(seen > 0)
        }
    }

    @Test("describing a text gives its keys, in their order", arguments: texts)
    func describe(_ text: String) {
        var extractor = FeatureExtractor(views: Self.all, lexicon: Self.lexicon)
        let folded = FoldedText(text)
        let described = extractor.describe(folded)
        extractor.extract(folded)
        #expect(described.map(\.key) == Array(extractor.keys))
        #expect(described.allSatisfy { !$0.name.isEmpty })
    }

    @Test("different names are different keys")
    func distinct() {
        var keyOfName: [String: UInt64] = [:]
        var names: [UInt64: Set<String>] = [:]
        var extractor = FeatureExtractor(views: Self.all, lexicon: Self.lexicon)
        for text in Self.texts {
            for (key, name) in extractor.describe(FoldedText(text)) {
                let viewed = "\(FeatureExtractor.view(of: key)) \(name)"
                #expect(keyOfName[viewed, default: key] == key, "\(viewed)")
                keyOfName[viewed] = key
                names[key, default: []].insert(viewed)
            }
        }
        #expect(names.values.allSatisfy { $0.count == 1 })
        #expect(names.count > 100)
    }

    @Test("keys do not depend on the texts before", arguments: texts)
    func stateless(_ text: String) {
        var fresh = FeatureExtractor(views: Self.all, lexicon: Self.lexicon)
        var used = fresh
        for other in Self.texts { used.extract(FoldedText(other)) }
        fresh.extract(FoldedText(text))
        used.extract(FoldedText(text))
        #expect(fresh.keys == used.keys)
    }

    @Test(
        "spellings that fold alike have the same keys",
        arguments: [("停電", "停电"), ("ＢＩＬＬ", "bill"), ("停\u{200B}电", "停电"), ("停电！", "停电"), ("a - b", "a b")])
    func alike(_ one: String, _ other: String) {
        var extractor = FeatureExtractor(views: Self.all, lexicon: Self.lexicon)
        extractor.extract(FoldedText(one))
        let keys = extractor.keys
        extractor.extract(FoldedText(other))
        #expect(extractor.keys == keys)
    }

    @Test("keys stay the same from release to release: model files hold them")
    func stable() {
        var extractor = FeatureExtractor(views: Self.all, lexicon: Self.lexicon)
        extractor.extract(FoldedText("停电 bill"))
        let sum = extractor.keys.reduce(UInt64(0)) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 }
        #expect(extractor.keys.count == 29)
        #expect(sum == 3_239_791_648_714_603_098)
    }
}
