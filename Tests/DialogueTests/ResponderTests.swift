import Dialogue
import LanguageUnderstanding
import PowerDomain
import Testing

@Suite("Answers to what was understood")
struct ResponderTests {
    private let responder = Responder(book: Samples.book)

    private func answer(_ understanding: Understanding, _ state: inout DialogueState) -> Answer {
        responder.answer(understanding, &state, on: Samples.day)
    }

    private func answer(_ understanding: Understanding) -> Answer {
        var state = DialogueState()
        return answer(understanding, &state)
    }

    @Test("the opening is said in the session's language")
    func opening() {
        var state = DialogueState(language: .en)
        #expect(responder.opening(&state).text == "<opening>")
        #expect(state.lastReply == "<opening>")
        state.fixedLanguage = .zhHans
        #expect(responder.opening(&state).text == "〔opening〕")
    }

    @Test("an accepted intent is answered with its wording and choices, and its flow has ended")
    func accepted() {
        var state = DialogueState()
        let answer = answer(Samples.accepted("outage.report"), &state)
        #expect(answer.text == "已登记抢修。")
        #expect(answer.quickReplies == ["只有我家", "邻居也停", "取消"])
        #expect(answer.finished == [FinishedFlow(flow: "outage.report", status: .answered)])
        #expect(state.quickReplies == answer.quickReplies)
        #expect(state.lastIntent == "outage.report")
        #expect(state.lastReply == answer.text)
    }

    @Test("small talk is no flow and does not change what was talked about")
    func smallTalk() {
        var state = DialogueState()
        _ = answer(Samples.accepted("outage.report"), &state)
        let greeting = answer(Samples.accepted("dialog.greet"), &state)
        #expect(greeting.text == "您好。")
        #expect(greeting.finished.isEmpty)
        #expect(state.lastIntent == "outage.report")
    }

    @Test("two intents are answered in one reply, a third is not, and choices are left out")
    func several() {
        let answer = answer(Samples.accepted("outage.report", "bill.explain", "dialog.greet"))
        #expect(answer.text.hasPrefix("已登记抢修。\n〔also〕\n第一档 260 度"))
        #expect(!answer.text.contains("您好"))
        #expect(answer.quickReplies.isEmpty)
        #expect(answer.finished.map(\.flow) == ["outage.report", "bill.explain"])
    }

    @Test("an answer with figures ends with their sources")
    func sources() {
        let answer = answer(Samples.accepted("bill.explain"))
        #expect(answer.text == "第一档 260 度，时段 10:00–12:00。\n出处：依据粤价〔2012〕135号，2012-07-01起执行；依据公告，以账单为准")
        #expect(answer.sources.map(\.confidence) == [.high, .low])
    }

    @Test("the region decides where the answer depends on it")
    func region() {
        var guangzhou = DialogueState(region: .guangzhou)
        var yunnan = DialogueState(region: .yunnan)
        #expect(answer(Samples.accepted("tariff.tier"), &guangzhou).text.hasPrefix("广州第一档 0.61 元/度。"))
        #expect(answer(Samples.accepted("tariff.tier"), &yunnan).text == "各地不同，请告诉我城市。")
    }

    @Test("a clarification numbers the titles of the close intents and offers something else")
    func clarification() {
        let answer = answer(Samples.unclear("outage.report", or: "tariff.tier", "unknown.intent", "outage.report"))
        #expect(answer.quickReplies == ["停电报修", "阶梯电价", "〔clarify_other〕"])
        #expect(answer.text == "〔clarify〕\n1 停电报修\n2 阶梯电价\n3 〔clarify_other〕")
        #expect(answer.finished.isEmpty)
    }

    @Test(
        "a refusal names the right place where the kind of business is known",
        arguments: [(nil, "这个我帮不上。"), ("other_utility", "水和燃气请找供水、燃气公司。"), ("never_heard_of", "这个我帮不上。")] as [(String?, String)])
    func refusal(_ kind: String?, _ text: String) {
        let answer = answer(Samples.refused(kind))
        #expect(answer.text == text)
        #expect(answer.finished == [FinishedFlow(flow: "oos", status: .refused)])
    }

    @Test("three misses in a row offer a person, the first two do not")
    func threeMisses() {
        var state = DialogueState()
        let offer = Samples.shared(.humanOffer)
        #expect(!answer(Samples.refused(), &state).text.contains(offer))
        #expect(!answer(Samples.unclear("outage.report"), &state).text.contains(offer))
        #expect(answer(Samples.refused(), &state).text.hasSuffix("\n" + offer))
    }

    @Test("an understood message starts the count of misses anew")
    func missesReset() {
        var state = DialogueState()
        for understanding in [
            Samples.refused(), Samples.refused(), Samples.accepted("outage.report"), Samples.refused(), Samples.refused(),
        ] {
            #expect(!answer(understanding, &state).text.contains(Samples.shared(.humanOffer)))
        }
        #expect(state.misses == 2)
    }

    @Test("the refusal of a known other trade is no miss: it was understood")
    func knownTrade() {
        var state = DialogueState()
        for _ in 0..<4 {
            #expect(!answer(Samples.refused("other_utility"), &state).text.contains(Samples.shared(.humanOffer)))
            #expect(state.misses == 0)
        }
        for understanding in [Samples.refused(), Samples.refused(), Samples.refused("other_utility")] { _ = answer(understanding, &state) }
        #expect(state.misses == 0)
    }

    @Test("a refusal that leaves the customer no further is a miss", arguments: [nil, "general", "nonsense", "near_miss"])
    func missKinds(_ kind: String?) {
        var state = DialogueState()
        let texts = (0..<3).map { _ in answer(Samples.refused(kind), &state).text }
        #expect(texts.map { $0.contains(Samples.shared(.humanOffer)) } == [false, false, true])
    }

    @Test("an account number alone is asked what for, and is no miss")
    func numberAlone() {
        var state = DialogueState()
        state.misses = 2
        #expect(answer(Samples.naming((.accountNumber, "0800123456789012")), &state).text == "〔number_alone〕")
        #expect(state.misses == 0)
    }

    @Test("the language is that of the message")
    func language() {
        var state = DialogueState()
        #expect(answer(Samples.accepted("outage.report", language: .en), &state).text == "Reported.")
        #expect(state.language == .en)
        #expect(answer(Samples.accepted("outage.report", language: .yue), &state).text == "已登记抢修。")
        #expect(state.language == .yue)
    }

    @Test("a language that the customer fixed is spoken whatever the message's")
    func fixedLanguage() {
        var state = DialogueState()
        state.fixedLanguage = .en
        for understanding in [
            Samples.accepted("outage.report"), Samples.refused(), Samples.unclear("outage.report"), Samples.danger("shock"),
        ] {
            let answer = answer(understanding, &state)
            #expect(answer.language == .en)
            #expect(!answer.text.contains("〔") && !answer.text.contains("。"))
        }
        #expect(state.language == .en)
    }
}
