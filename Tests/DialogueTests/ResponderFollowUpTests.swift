import Dialogue
import LanguageUnderstanding
import PowerDomain
import Testing

@Suite("A place alone after an answer that depends on the place")
struct ResponderFollowUpTests {
    private let responder = Responder(book: Samples.book)

    private func place(_ city: String, _ base: Understanding = Samples.refused()) -> Understanding {
        Samples.naming((.city, city), as: base)
    }

    private func answers(_ understandings: [Understanding], _ state: inout DialogueState) -> [String] {
        understandings.map { responder.answer($0, &state, on: Samples.day).text }
    }

    @Test("the same question is answered for that place")
    func followUp() {
        var state = DialogueState()
        let texts = answers([Samples.accepted("tariff.tier"), place("广州"), place("深圳")], &state)
        #expect(texts[0] == "各地不同，请告诉我城市。")
        #expect(texts[1].hasPrefix("广州第一档"))
        #expect(texts[2] == "深圳另有规定。")
        #expect(state.region == .shenzhen)
        #expect(state.misses == 0)
    }

    @Test("a province counts as a place too")
    func province() {
        var state = DialogueState(region: .guangzhou)
        let province = Samples.naming((.region, "yunnan"))
        #expect(answers([Samples.accepted("tariff.tier"), province], &state)[1] == "各地不同，请告诉我城市。")
        #expect(state.region == .yunnan)
    }

    @Test("a weak guess gives way to the follow-up, a sure one does not", arguments: [(Float(0.5), "广州第一档"), (0.9, "已登记抢修")])
    func confidence(_ confidence: Float, _ start: String) {
        var state = DialogueState()
        let texts = answers(
            [Samples.accepted("tariff.tier"), place("广州", Samples.accepted("outage.report", confidence: confidence))], &state)
        #expect(texts[1].hasPrefix(start))
    }

    @Test("a message that names more than a place is no follow-up")
    func moreThanPlace() {
        var state = DialogueState()
        let more = Samples.naming((.city, "广州"), (.phone, "13912345670"))
        #expect(answers([Samples.accepted("tariff.tier"), more], &state)[1] == "〔detail_noted〕")
    }

    @Test("a place after an answer that does not depend on it is no follow-up")
    func otherAnswer() {
        var state = DialogueState()
        #expect(answers([Samples.accepted("outage.report"), place("广州")], &state)[1] == "〔detail_noted〕")
        #expect(state.region == .guangzhou)
    }

    @Test("a place that no region is known for is no follow-up")
    func unknownPlace() {
        var state = DialogueState()
        #expect(answers([Samples.accepted("tariff.tier"), place("东京")], &state)[1] == "〔detail_noted〕")
        #expect(state.region == nil)
    }

    @Test("a place named once holds for later questions")
    func remembered() {
        var state = DialogueState()
        let texts = answers([place("广州", Samples.accepted("outage.report")), Samples.accepted("tariff.tier")], &state)
        #expect(texts[1].hasPrefix("广州第一档"))
    }
}
