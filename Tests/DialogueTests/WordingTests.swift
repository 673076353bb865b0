import Dialogue
import PowerDomain
import Testing

@Suite("Wording")
struct WordingTests {
    private static let full = Wording([.zhHans: "简", .zhHant: "繁", .yue: "粤", .en: "E"])

    @Test("a language that there is is spoken", arguments: zip(Language.allCases, ["简", "繁", "粤", "E"]))
    func exact(_ language: Language, _ text: String) {
        #expect(Self.full.text(in: language) == text)
    }

    @Test(
        "else the nearest language: script before speech, Chinese before English",
        arguments: [
            (.zhHans, [.zhHant, .yue, .en], .zhHant), (.zhHans, [.yue, .en], .yue), (.zhHans, [.en], .en),
            (.zhHant, [.zhHans, .yue, .en], .yue),
            (.zhHant, [.zhHans, .en], .zhHans), (.zhHant, [.en], .en), (.yue, [.zhHans, .zhHant, .en], .zhHant),
            (.yue, [.zhHans, .en], .zhHans),
            (.yue, [.en], .en), (.en, [.zhHans, .zhHant, .yue], .zhHans), (.en, [.zhHant, .yue], .zhHant), (.en, [.yue], .yue),
        ] as [(Language, [Language], Language)])
    func nearest(_ wanted: Language, _ there: [Language], _ spoken: Language) {
        let wording = Wording(Dictionary(uniqueKeysWithValues: there.map { ($0, $0.rawValue) }))
        #expect(wording.text(in: wanted) == spoken.rawValue)
    }

    @Test("a wording without any language is empty", arguments: Language.allCases)
    func none(_ language: Language) {
        #expect(Wording([:]).text(in: language) == "")
    }

    @Test("choices fall back to Simplified Chinese, then to none")
    func choices() {
        let choices = Choices([.zhHans: ["甲", "乙"], .en: ["A"]])
        #expect(choices.texts(in: .en) == ["A"])
        #expect(choices.texts(in: .yue) == ["甲", "乙"])
        #expect(Choices([.en: ["A"]]).texts(in: .zhHant) == [])
    }
}
