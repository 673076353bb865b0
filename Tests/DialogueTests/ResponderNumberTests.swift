import Dialogue
import PowerDomain
import Testing

@Suite("Numbers that stand for a choice")
struct ResponderNumberTests {
    private let responder = Responder(book: Samples.book)
    private var state: DialogueState {
        var state = DialogueState()
        state.quickReplies = ["甲", "乙", "丙"]
        return state
    }

    @Test(
        "a number picks one of the last choices",
        arguments: [
            ("1", "甲"), ("2", "乙"), ("3", "丙"), (" 2 ", "乙"), ("２", "乙"), ("3、", "丙"), ("３、", "丙"), ("1.", "甲"), ("　１　", "甲"), ("01", "甲"),
            ("2\n", "乙"), ("２，", "乙"), ("2)", "乙"), ("2）", "乙"),
        ])
    func picks(_ message: String, _ choice: String) {
        #expect(responder.expand(message, state) == choice)
    }

    @Test(
        "an ordinal or a choice in words picks one of the last choices",
        arguments: [
            ("第二个", "乙"), ("第二個", "乙"), ("第2个", "乙"), ("第２个", "乙"), ("第三", "丙"), ("选2", "乙"), ("選2", "乙"), ("选２", "乙"), ("1号", "甲"),
            ("the second one", "乙"), ("The Second One.", "乙"), ("the third", "丙"), ("first", "甲"), (" 第一个。", "甲"),
        ])
    func ordinals(_ message: String, _ choice: String) {
        #expect(responder.expand(message, state) == choice)
    }

    @Test("an ordinal beyond the choices stays as it is", arguments: ["第四个", "选4", "the fourth one"])
    func ordinalBeyond(_ message: String) {
        #expect(responder.expand(message, state) == message)
    }

    @Test(
        "anything else stays as it is",
        arguments: [
            "0", "4", "12", "123", "", " ", "1a", "a", "-1", "一", "我选1", "1 2 3", "停电", ".",
            "第二个电表", "second hand", "选", "２３４",
        ])
    func stays(_ message: String) {
        #expect(responder.expand(message, state) == message)
    }

    @Test("a signed number is no choice", arguments: ["+1", "+2", "＋1", "-2", "−2"])
    func signed(_ message: String) {
        #expect(responder.expand(message, state) == message)
    }

    @Test("without choices a number is a number")
    func noChoices() {
        #expect(responder.expand("1", DialogueState()) == "1")
    }

    @Test("of more than nine choices the tenth can be picked")
    func tenth() {
        var state = DialogueState()
        state.quickReplies = (1...12).map { "第\($0)项" }
        #expect(responder.expand("10", state) == "第10项")
        #expect(responder.expand("１２、", state) == "第12项")
    }

    @Test("choices hold for the next turn only")
    func nextTurnOnly() {
        var state = DialogueState()
        _ = responder.answer(Samples.accepted("outage.report"), &state, on: Samples.day)
        #expect(responder.expand("2", state) == "邻居也停")
        _ = responder.answer(Samples.accepted("bill.explain"), &state, on: Samples.day)
        #expect(responder.expand("2", state) == "2")
    }

    private func answer(_ message: String, _ state: inout DialogueState) -> Answer {
        responder.answer(Samples.refused(), &state, on: Samples.day, message: message)
    }

    @Test("a number beyond the choices gets the choices again", arguments: ["4", "９", "12、", "第四个", "选4", "the fourth one"])
    func beyond(_ message: String) {
        var state = state
        let answer = answer(message, &state)
        #expect(answer.text == "〔choice_unknown〕\n1 甲\n2 乙\n3 丙")
        #expect(answer.quickReplies == ["甲", "乙", "丙"])
        #expect(answer.finished.isEmpty)
        #expect(responder.expand("2", state) == "乙")
    }

    @Test("a number beyond the choices is no miss")
    func beyondIsNoMiss() {
        var state = state
        state.misses = 1
        for _ in 0..<3 { #expect(!answer("7", &state).text.contains(Samples.shared(.humanOffer))) }
        #expect(state.misses == 1)
    }

    @Test("without choices a number beyond them is a message like any other")
    func beyondNothing() {
        var state = DialogueState()
        #expect(answer("4", &state).text == "这个我帮不上。")
    }

    @Test("no number, and no number beyond the choices, is a message like any other", arguments: ["0", "+4", "123", "停电", ""])
    func notBeyond(_ message: String) {
        var state = state
        #expect(answer(message, &state).text == "这个我帮不上。")
    }
}
