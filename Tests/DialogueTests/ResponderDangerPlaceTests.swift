import Dialogue
import LanguageUnderstanding
import PowerDomain
import Testing

@Suite("Where a danger is")
struct ResponderDangerPlaceTests {
    private let responder = Responder(book: Samples.book)

    /// The reply to `message` after a danger was answered.
    private func reply(_ understanding: Understanding, _ message: String) -> String {
        var state = DialogueState()
        return reply(understanding, message, &state)
    }

    private func reply(_ understanding: Understanding, _ message: String, _ state: inout DialogueState) -> String {
        _ = responder.answer(Samples.danger("outdoor"), &state, on: Samples.day)
        return next(understanding, message, &state)
    }

    private func next(_ understanding: Understanding, _ message: String, _ state: inout DialogueState) -> String {
        responder.answer(understanding, &state, on: Samples.day, message: message).text
    }

    private static let place = Samples.naming((.address, "天河路1号"))

    @Test("a danger is answered with the question where it is")
    func asked() {
        var state = DialogueState()
        _ = responder.answer(Samples.danger("shock"), &state, on: Samples.day)
        #expect(state.awaitsPlace)
    }

    @Test("a place after it is repeated")
    func place() {
        #expect(reply(Self.place, "天河路1号") == "已记下：天河路1号。")
    }

    @Test("a place is taken for the answer whatever intent it was understood as")
    func acceptedPlace() {
        #expect(reply(Samples.naming((.city, "广州"), as: Samples.accepted("tariff.tier")), "广州") == "已记下：广州。")
    }

    @Test("what was not understood is taken for the place", arguments: [nil, "general", "nonsense", "near_miss"])
    func notUnderstood(_ kind: String?) {
        #expect(reply(Samples.refused(kind), "村口那棵榕树旁边") == "已记下：村口那棵榕树旁边。")
    }

    @Test("a message that would be asked back is the place only if it names an address")
    func unclear() {
        let address = Samples.naming((.address, "天河路1号"), extra: 20, as: Samples.unclear("bill.explain"))
        #expect(reply(address, "就在天河路1号那里") == "已记下：天河路1号。")
        #expect(reply(Samples.unclear("bill.explain"), "电费那个").hasPrefix("〔clarify〕"))
    }

    @Test("a known other trade after a danger is refused as ever")
    func otherTrade() {
        #expect(reply(Samples.refused("other_utility"), "水费多少") == "水和燃气请找供水、燃气公司。")
    }

    @Test("words taken for the place are cut to 60 characters, without white space at their ends")
    func trimmed() {
        #expect(reply(Samples.refused("general"), "  村口榕树旁\n") == "已记下：村口榕树旁。")
        #expect(reply(Samples.refused("general"), String(repeating: "路", count: 61)) == "已记下：" + String(repeating: "路", count: 60) + "。")
    }

    @Test("the place is said in the conversation's language")
    func language() {
        var state = DialogueState(language: .en)
        state.fixedLanguage = .en
        #expect(reply(Samples.refused("general", language: .en), "behind the school", &state) == "Noted: behind the school.")
    }

    @Test("another question that was understood is answered, and the place is no longer waited for")
    func otherQuestion() {
        var state = DialogueState()
        #expect(reply(Samples.accepted("outage.report"), "我家停电了", &state) == "已登记抢修。")
        #expect(!state.awaitsPlace)
        #expect(next(Samples.refused(), "今天天气", &state) == "这个我帮不上。")
    }

    @Test("the place is taken once")
    func once() {
        var state = DialogueState()
        _ = reply(Self.place, "天河路1号", &state)
        #expect(next(Samples.refused(), "今天天气", &state) == "这个我帮不上。")
    }

    @Test("another danger comes before the place, and is asked for again")
    func anotherDanger() {
        var state = DialogueState()
        #expect(reply(Samples.danger("shock"), "他被电到了", &state).hasPrefix("别用手拉人。"))
        #expect(next(Self.place, "天河路1号", &state) == "已记下：天河路1号。")
    }

    @Test("small talk after a danger is answered, not taken for the place")
    func smallTalk() {
        #expect(reply(Samples.accepted("dialog.greet"), "你好") == "您好。")
    }

    @Test(
        "a crisis or a gas leak after a danger gets its own words",
        arguments: [("crisis", "我不想活了", "请打 12356。"), ("gas_leak", "煤气味很重", "先关阀，别开灯。")])
    func urgentKinds(_ kind: String, _ message: String, _ words: String) {
        #expect(reply(Samples.refused(kind), message) == words)
    }

    @Test("so does one that names an address", arguments: [("crisis", "请打 12356。"), ("gas_leak", "先关阀，别开灯。")])
    func urgentKindsAtAddress(_ kind: String, _ words: String) {
        let message = Samples.naming((.address, "天河路1号"), extra: 20, as: Samples.refused(kind))
        let reply = reply(message, "天河路1号有很重的煤气味")
        #expect(reply == words)
    }

    @Test("a secret is not repeated as the place")
    func secret() {
        var understanding = Samples.refused(signals: ["secret"])
        understanding.entities = [Entity(.bankCard, .text("6222021001116245702"), 0..<19)]
        let reply = reply(understanding, "6222021001116245702 密码 135790")
        #expect(reply.hasPrefix("〔secret_offered〕\n"))
        #expect(!reply.contains("6222") && !reply.contains("135790"))
    }

    @Test("an empty message after a danger is no place")
    func empty() {
        var understanding = Samples.refused("nonsense")
        understanding.length = 0
        let reply = reply(understanding, "")
        #expect(!reply.contains("已记下：。"))
    }
}
