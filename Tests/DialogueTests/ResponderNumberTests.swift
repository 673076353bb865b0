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
            ("2\n", "乙"),
        ])
    func picks(_ message: String, _ choice: String) {
        #expect(responder.expand(message, state) == choice)
    }

    @Test("anything else stays as it is", arguments: ["0", "4", "12", "123", "", " ", "1a", "a", "-1", "一", "我选1", "1 2 3", "停电", "."])
    func stays(_ message: String) {
        #expect(responder.expand(message, state) == message)
    }

    @Test("a signed number is no choice", arguments: ["+1", "+2"])
    func signed(_ message: String) {
        withKnownIssue("Int(_:) takes a plus sign") { #expect(responder.expand(message, state) == message) }
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
}
