import Dialogue
import LanguageUnderstanding
import PowerDomain
import Testing

@Suite("Words that come first although no danger is reported")
struct ResponderFirstWordsTests {
    private let responder = Responder(book: Samples.book)
    private static let signal = "first.ventilator"
    private static let words = "先接备用电源。\n"

    private func answer(_ understanding: Understanding) -> Answer {
        var state = DialogueState()
        return answer(understanding, &state)
    }

    private func answer(_ understanding: Understanding, _ state: inout DialogueState) -> Answer {
        responder.answer(understanding, &state, on: Samples.day)
    }

    @Test("the words stand before the answer to what was understood")
    func accepted() {
        let plain = answer(Samples.accepted("tariff.tier"))
        let answer = answer(Samples.accepted("tariff.tier", signals: [Self.signal]))
        #expect(answer.text == Self.words + plain.text)
        #expect(answer.finished == plain.finished)
    }

    @Test("without such a signal nothing stands before the answer", arguments: [[], ["first"], ["ventilator"]])
    func noSignal(_ signals: [String]) {
        #expect(answer(Samples.accepted("tariff.tier", signals: signals)).text == "各地不同，请告诉我城市。")
    }

    @Test(
        "a message that was refused or would be asked back is answered as a report of an outage",
        arguments: [
            Samples.refused(signals: [signal]), Samples.refused("nonsense", signals: [signal]),
            Samples.unclear("bill.explain", signals: [signal]),
        ])
    func notUnderstood(_ understanding: Understanding) {
        var state = DialogueState()
        let answer = answer(understanding, &state)
        #expect(answer.text == Self.words + "已登记抢修。")
        #expect(answer.finished == [FinishedFlow(flow: "outage.report", status: .answered)])
        #expect(state.lastIntent == "outage.report")
    }

    @Test("the words come before every other remark")
    func beforeRemarks() {
        let text = answer(Samples.accepted("tariff.tier", signals: ["anger", "secret", "minor", Self.signal])).text
        #expect(text.hasPrefix(Self.words))
        for remark in ["〔anger〕", "〔secret_offered〕", "〔minor〕"] { #expect(text.contains(remark)) }
    }

    @Test("the safety words of a danger that a safety pattern names stay first, alone")
    func namedDanger() {
        var danger = Samples.danger("shock", signals: [Self.signal])
        danger.evidence.layer = .safety
        danger.evidence.rule = "safety.electric_shock#1"
        #expect(answer(danger).text == "别用手拉人。打 120。\n〔danger_question〕")
    }

    @Test("a danger that no safety pattern names gives way to the words and the report", arguments: [true, false])
    func guessedDanger(_ isCertain: Bool) {
        var state = DialogueState()
        let answer = answer(Samples.danger("shock", isCertain: isCertain, signals: [Self.signal]), &state)
        #expect(answer.text == Self.words + "已登记抢修。")
        #expect(answer.finished == [FinishedFlow(flow: "outage.report", status: .answered)])
        #expect(!state.awaitsPlace)
    }

    @Test("the words are said in the customer's language")
    func language() {
        #expect(answer(Samples.refused(language: .en, signals: [Self.signal])).text == "Use the spare battery.\nReported.")
    }

    @Test("a report taken from such a message counts as understood")
    func misses() {
        var state = DialogueState()
        state.misses = 2
        _ = answer(Samples.refused(signals: [Self.signal]), &state)
        #expect(state.misses == 0)
    }

    @Test("a crisis or a gas leak comes before the report", arguments: [("crisis", "请打 12356。"), ("gas_leak", "先关阀，别开灯。")])
    func urgentKinds(_ kind: String, _ words: String) {
        let text = answer(Samples.refused(kind, signals: [Self.signal])).text
        #expect(text.contains(words))
    }
}
