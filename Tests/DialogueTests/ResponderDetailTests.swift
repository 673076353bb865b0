import Dialogue
import LanguageUnderstanding
import PowerDomain
import Testing

@Suite("Messages that only give details after an answer")
struct ResponderDetailTests {
    private let responder = Responder(book: Samples.book)

    private func reply(_ understanding: Understanding, after intent: String? = "outage.report") -> String {
        var state = DialogueState()
        return reply(understanding, after: intent, &state)
    }

    private func reply(_ understanding: Understanding, after intent: String?, _ state: inout DialogueState) -> String {
        if let intent { _ = responder.answer(Samples.accepted(intent), &state, on: Samples.day) }
        return responder.answer(understanding, &state, on: Samples.day).text
    }

    @Test(
        "a place, a number or a person alone is noted",
        arguments: [
            (.address, "天河路1号"), (.city, "广州"), (.region, "yunnan"), (.phone, "13912345670"), (.person, "陈小明"), (.email, "a@b.cn"),
            (.meterNumber, "12345678"), (.orderNumber, "GD20261124"),
        ] as [(EntityKind, String)])
    func noted(_ kind: EntityKind, _ text: String) {
        #expect(reply(Samples.naming((kind, text))) == "〔detail_noted〕")
    }

    @Test("several details in one message are noted, an account number among them")
    func several() {
        let details = Samples.naming((.person, "陈小明"), (.accountNumber, "0800123456789012"), (.address, "天河路1号"), extra: 2)
        #expect(reply(details) == "〔detail_noted〕")
    }

    @Test("an account number alone is noted after an answered question, not asked about")
    func accountNumber() {
        let reply = reply(Samples.naming((.accountNumber, "0800123456789012")))
        withKnownIssue("a number alone is asked about whatever was answered before") { #expect(reply == "〔detail_noted〕") }
    }

    @Test(
        "up to three characters besides the details are no words of their own",
        arguments: [(0, true), (3, true), (4, false), (30, false)])
    func length(_ extra: Int, _ isNoted: Bool) {
        #expect(reply(Samples.naming((.person, "陈小明"), extra: extra)) == (isNoted ? "〔detail_noted〕" : "这个我帮不上。"))
    }

    @Test("a message that would be asked back is noted as well")
    func unclear() {
        #expect(reply(Samples.naming((.phone, "13912345670"), as: Samples.unclear("bill.explain"))) == "〔detail_noted〕")
    }

    @Test("a message that was understood is answered")
    func accepted() {
        #expect(reply(Samples.naming((.city, "深圳"), as: Samples.accepted("tariff.tier"))) == "深圳另有规定。")
    }

    @Test(
        "other things than places, numbers and people are no details",
        arguments: [.money, .kwh, .date, .document, .bankCard] as [EntityKind])
    func otherKinds(_ kind: EntityKind) {
        #expect(!reply(Samples.naming((.person, "陈小明"), (kind, "100"))).contains("〔detail_noted〕"))
    }

    @Test("a message that names nothing is no detail, however short")
    func nothing() {
        #expect(reply(Samples.naming(extra: 1)) == "这个我帮不上。")
    }

    @Test("before any answer there is nothing to give details for", arguments: [nil, "dialog.greet"])
    func beforeAnswer(_ intent: String?) {
        #expect(reply(Samples.naming((.phone, "13912345670")), after: intent) == "这个我帮不上。")
    }

    @Test("a region after an answer that depends on it asks again for that region, other details are noted")
    func region() {
        #expect(reply(Samples.naming((.city, "广州")), after: "tariff.tier").hasPrefix("广州第一档"))
        #expect(reply(Samples.naming((.phone, "13912345670")), after: "tariff.tier") == "〔detail_noted〕")
    }

    @Test("details are no miss and leave the question open")
    func state() {
        var state = DialogueState()
        state.misses = 2
        _ = reply(Samples.naming((.phone, "13912345670")), after: "outage.report", &state)
        #expect(state.misses == 0)
        #expect(state.lastIntent == "outage.report")
    }

    @Test("details have no language of their own")
    func language() {
        var state = DialogueState()
        _ = responder.answer(Samples.accepted("outage.report", language: .en), &state, on: Samples.day)
        #expect(reply(Samples.naming((.city, "广州")), after: nil, &state) == "<detail_noted>")
        #expect(state.language == .en)
    }
}
