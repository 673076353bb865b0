import Dialogue
import LanguageUnderstanding
import MiddleOffice
import Testing

@Suite("A crisis or a gas leak comes before every intent")
struct HallUrgentTests {
    private func turn(_ message: String) async throws -> Turn {
        let hall = ToyHall.make()
        let session = await hall.open(language: nil, region: nil).session
        return try await hall.send(message, to: session)
    }

    @Test(
        "its words are said, whatever else the message asks",
        arguments: [
            ("我不想活了", "crisis", "请打 12356。"), ("停电停得我不想活了", "crisis", "请打 12356。"), ("不想活了，电费多少", "crisis", "请打 12356。"),
            ("家里停电，还有煤气味", "gas_leak", "先关阀，别开灯。"), ("煤气味很重，另外查一下电费", "gas_leak", "先关阀，别开灯。"),
            ("power cut and a smell of gas", "gas_leak", "Close the valve."), ("今天天气这么差我不想活了", "crisis", "请打 12356。"),
        ])
    func first(_ message: String, _ kind: String, _ words: String) async throws {
        let turn = try await turn(message)
        #expect(turn.understanding.decision == .reject)
        #expect(turn.understanding.intents == [IntentClassifier.outOfScope])
        #expect(turn.understanding.outsideKind == kind)
        #expect(turn.understanding.evidence.layer == .safety)
        #expect(turn.answer.text == words)
    }

    @Test("another kind of other business gives way to an intent")
    func otherKind() async throws {
        #expect(try await turn("今天天气好，怎么还停电").understanding.intent == "outage.report")
    }
}
