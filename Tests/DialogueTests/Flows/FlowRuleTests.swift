import LanguageUnderstanding
import PowerDomain
import Testing

@testable import Dialogue

@Suite("Business rules of the flows")
struct FlowRuleTests {
    private let figures = FigureBook([
        "guangdong.multi_person.min_people": [Samples.figure("5", "person", "粤发改价格函〔2021〕826号", nil, .high)],
        "yunnan.multi_person.min_people": [Samples.figure("6", "person", "云南", "2024-05-01", .high)],
        "national.suspension.min_days": [Samples.figure("15", "day", "供电营业规则", nil, .medium)],
        "national.appliance_damage.claim_days": [Samples.figure("7", "day", "处理办法", nil, .medium)],
    ])

    private func verdict(_ rule: BusinessRule, _ slots: [String: SlotValue], _ region: Region? = nil) -> BusinessRule.Verdict {
        rule.verdict(slots, region: region, today: Reading.today, figures: figures)
    }

    @Test(
        "a large household is refused below the number on record of its province",
        arguments: [
            (4, Region.guangdong, true), (4, .guangzhou, true), (5, .shenzhen, false), (5, .yunnan, true), (6, .yunnan, false),
            (2, .guizhou, false),
        ])
    func largeHousehold(people: Int, region: Region, isRejected: Bool) {
        let verdict = verdict(.largeHousehold, ["household_size": .number(String(people))], region)
        if case .rejected = verdict { #expect(isRejected) } else { #expect(!isRejected) }
    }

    @Test("a limit of medium confidence flags and does not refuse")
    func shortSuspensionIsDoubtful() {
        if case .doubtful = verdict(.suspendAtLeast, ["days": .number("10")]) {} else { Issue.record("not flagged") }
        #expect(verdict(.suspendAtLeast, ["days": .number("15")]) == .fine)
        #expect(verdict(.suspendAtLeast, ["days": .number("10"), "action": .text("resume")]) == .fine)
    }

    @Test("a claim on day eight goes to the specialist", arguments: [("2026-11-17", false), ("2026-11-16", true)])
    func lateClaim(day: String, isLate: Bool) {
        #expect((verdict(.claimWithin, ["damage_date": .text(day)]) != .fine) == isLate)
    }

    @Test("optional slots are asked under their conditions only")
    func conditions() {
        #expect(AskConditions.holds("symptom", in: "outage.report", ["scope": .text("single")], region: nil))
        #expect(!AskConditions.holds("symptom", in: "outage.report", ["scope": .text("area")], region: nil))
        #expect(AskConditions.holds("tax_no", in: "payment.invoice", ["title": .text("好运食品有限公司")], region: nil))
        #expect(!AskConditions.holds("tax_no", in: "payment.invoice", ["title": .text("梁美珊")], region: nil))
        #expect(AskConditions.holds("ytd_kwh", in: "bill.calc_estimate", [:], region: .yunnan))
        #expect(!AskConditions.holds("ytd_kwh", in: "bill.calc_estimate", [:], region: .guangzhou))
    }
}

@Suite("Words that steer a flow")
struct PhrasesTests {
    @Test(
        "yes, no, cancel and the like, also in pinyin",
        arguments: [
            ("对", "yes"), ("好的，麻烦快点", "yes"), ("係", "yes"), ("shi de", "yes"), ("yes please", "yes"), ("不对", "no"), ("唔啱", "no"),
            ("要改一下", "no"),
            ("算了", "cancel"), ("还是不办了", "cancel"), ("never mind", "cancel"), ("再说一遍", "again"), ("重新来", "restart"), ("不记得", "unknown"),
            ("I don't know", "unknown"), ("搵唔到", "unknown"), ("bu zhidao", "unknown"), ("转人工", "person"),
            ("can i talk to a real person", "person"),
        ])
    func phrases(message: String, kind: String) {
        let all: [String: Phrases] = [
            "yes": .yes, "no": .no, "cancel": .cancel, "again": .again, "restart": .restart, "unknown": .unknown, "person": .person,
        ]
        #expect(all[kind]?.matches(Reading.utterance(message)) == true)
    }

    @Test("an address is none of them", arguments: ["天河区员村二横路16号804", "对面村口", "好运来大厦3楼"])
    func addressesSteerNothing(message: String) {
        for phrases in [Phrases.yes, .no, .cancel, .again, .restart, .person] { #expect(!phrases.matches(Reading.utterance(message))) }
    }
}
