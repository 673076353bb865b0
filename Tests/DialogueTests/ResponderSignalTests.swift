import Dialogue
import LanguageUnderstanding
import PowerDomain
import Testing

@Suite("What a message shows besides its intent")
struct ResponderSignalTests {
    private let responder = Responder(book: Samples.book)

    private func answer(_ understanding: Understanding, _ state: inout DialogueState) -> String {
        responder.answer(understanding, &state, on: Samples.day).text
    }

    private func answer(_ understanding: Understanding) -> String {
        var state = DialogueState()
        return answer(understanding, &state)
    }

    @Test("the first angry turn is acknowledged before the answer")
    func firstAnger() {
        #expect(answer(Samples.accepted("outage.report", signals: ["anger"])) == "〔anger〕\n已登记抢修。")
    }

    @Test("an angry message that is refused is acknowledged too", arguments: [nil, "other_utility", "nonsense"])
    func angryRefusal(_ kind: String?) {
        #expect(answer(Samples.refused(kind, signals: ["anger"])) == "〔anger〕\n" + answer(Samples.refused(kind)))
    }

    @Test("the first hostile message is refused without an acknowledgement", arguments: [[], ["anger"]])
    func hostile(_ signals: [String]) {
        #expect(answer(Samples.refused("hostile", signals: signals)) == "我在听。")
    }

    @Test("the second hostile message gets the way to a person alone")
    func secondHostile() {
        var state = DialogueState()
        let texts = (0..<3).map { _ in answer(Samples.refused("hostile"), &state) }
        #expect(texts == ["我在听。", "〔human_now〕", "〔human_now〕"])
    }

    @Test("a hostile turn counts as an angry one, and the other way round")
    func hostileCounts() {
        var state = DialogueState()
        _ = answer(Samples.refused("hostile"), &state)
        #expect(answer(Samples.accepted("outage.report", signals: ["anger"]), &state) == "已登记抢修。\n〔human_now〕")
        state = DialogueState()
        _ = answer(Samples.accepted("outage.report", signals: ["anger"]), &state)
        #expect(answer(Samples.refused("hostile"), &state) == "〔human_now〕")
    }

    @Test("a lawyer or the press gets the way to a person at once", arguments: [["legal"], ["legal", "anger"]])
    func legal(_ signals: [String]) {
        #expect(answer(Samples.accepted("outage.report", signals: signals)) == "已登记抢修。\n〔human_now〕")
        #expect(answer(Samples.refused(signals: signals)) == "这个我帮不上。\n〔human_now〕")
        #expect(answer(Samples.refused("hostile", signals: signals)) == "〔human_now〕")
    }

    @Test("the second angry turn gets a person at once, and so does every later one")
    func secondAnger() {
        var state = DialogueState()
        let texts = (0..<3).map { _ in answer(Samples.accepted("outage.report", signals: ["anger"]), &state) }
        #expect(texts[1] == "已登记抢修。\n〔human_now〕")
        #expect(texts[2] == texts[1])
    }

    @Test("anger is counted over calm turns and refusals")
    func angerCounts() {
        var state = DialogueState()
        _ = answer(Samples.refused(signals: ["anger"]), &state)
        #expect(answer(Samples.accepted("outage.report"), &state) == "已登记抢修。")
        #expect(answer(Samples.accepted("outage.report", signals: ["anger"]), &state).hasSuffix("〔human_now〕"))
    }

    @Test("a secret that nobody asked for is answered with a warning first")
    func secret() {
        #expect(answer(Samples.accepted("outage.report", signals: ["secret"])) == "〔secret_offered〕\n已登记抢修。")
    }

    @Test("a bank card counts as a secret, a number that only looks like one does not", arguments: [true, false])
    func bankCard(_ valid: Bool) {
        var understanding = Samples.accepted("outage.report")
        understanding.entities = [Entity(.bankCard, .text("6222021001116245702"), 0..<19, valid: valid)]
        #expect(answer(understanding).hasPrefix("〔secret_offered〕") == valid)
    }

    @Test("a secret and a card in one message are warned of once")
    func warnedOnce() {
        var understanding = Samples.accepted("outage.report", signals: ["secret"])
        understanding.entities = [Entity(.bankCard, .text("6222021001116245702"), 0..<19)]
        #expect(answer(understanding) == "〔secret_offered〕\n已登记抢修。")
    }

    @Test("no reply repeats the secret")
    func secretNotRepeated() {
        var state = DialogueState()
        var understanding = Samples.refused(signals: ["secret"])
        understanding.entities = [Entity(.bankCard, .text("6222021001116245702"), 0..<19)]
        #expect(!answer(understanding, &state).contains("6222"))
        #expect(state.lastReply?.contains("6222") == false)
    }

    @Test("a child is told first that a guardian is needed")
    func minor() {
        #expect(answer(Samples.accepted("outage.report", signals: ["minor"])) == "〔minor〕\n已登记抢修。")
    }

    @Test("a signal that nobody knows changes nothing")
    func unknown() {
        #expect(answer(Samples.accepted("outage.report", signals: ["mood"])) == "已登记抢修。")
    }
}
