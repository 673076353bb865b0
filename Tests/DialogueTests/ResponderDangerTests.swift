import Dialogue
import LanguageUnderstanding
import PowerDomain
import Testing

@Suite("Danger comes first")
struct ResponderDangerTests {
    private let responder = Responder(book: Samples.book)

    private func answer(_ understanding: Understanding, _ state: inout DialogueState) -> Answer {
        responder.answer(understanding, &state, on: Samples.day)
    }

    @Test(
        "the reply begins with the words of its case, then it asks where",
        arguments: [("shock", "别用手拉人。打 120。"), ("outdoor", "不要靠近。打 120 和 95598。"), ("never_heard_of", "不要靠近。打 120 和 95598。")])
    func words(_ dangerCase: String, _ words: String) {
        var state = DialogueState()
        #expect(answer(Samples.danger(dangerCase), &state).text == words + "\n〔danger_question〕")
    }

    @Test("an uncertain danger gets the safety words and the question too")
    func uncertain() {
        var state = DialogueState()
        #expect(answer(Samples.danger("shock", isCertain: false), &state).text == "别用手拉人。打 120。\n〔danger_question〕")
    }

    @Test(
        "nothing precedes the safety words, whatever else the message shows",
        arguments: [["anger"], ["secret"], ["minor"], ["anger", "secret", "minor"]])
    func nothingBefore(_ signals: [String]) {
        var state = DialogueState()
        state.angryTurns = 1
        state.misses = 5
        var understanding = Samples.danger("shock", signals: signals)
        understanding.entities = [
            Entity(.bankCard, .text("6222021001116245702"), 0..<19), Entity(.city, .text("广州"), 20..<22),
            Entity(.accountNumber, .text("0800123456789012"), 23..<39),
        ]
        #expect(answer(understanding, &state).text.hasPrefix("别用手拉人。"))
    }

    @Test("danger beats a follow-up that names a place, and a refusal")
    func beatsEverything() {
        var state = DialogueState()
        _ = answer(Samples.accepted("tariff.tier"), &state)
        var understanding = Samples.danger("outdoor", isCertain: false)
        understanding.decision = .reject
        understanding.entities = [Entity(.city, .text("广州"), 0..<2)]
        let answer = answer(understanding, &state)
        #expect(answer.text.hasPrefix("不要靠近。"))
        #expect(!answer.finished.contains { $0.status == .refused })
    }

    @Test("a danger is answered, counts as understood and offers no old choices")
    func state() {
        var state = DialogueState()
        state.misses = 2
        state.quickReplies = ["甲"]
        let answer = answer(Samples.danger("shock"), &state)
        #expect(answer.finished == [FinishedFlow(flow: "safety.electric_shock", status: .answered)])
        #expect(state.misses == 0)
        #expect(state.lastIntent == "safety.electric_shock")
        #expect(state.quickReplies.isEmpty)
    }

    @Test("the words are said in the customer's language")
    func language() {
        var state = DialogueState()
        #expect(answer(Samples.danger("shock", language: .en), &state).text.hasPrefix("Do not pull the person."))
    }
}
