import PowerDomain
import Testing

struct PlannedOutageTests {
    private static func notice(_ from: Int, _ to: Int?, planned: Bool = true) -> OutageNotice {
        OutageNotice(
            areas: ["百花二路", "园岭"], region: .shenzhen, isPlanned: planned, from: Sample.start.adding(hours: from),
            to: to.map { Sample.start.adding(hours: $0) }, reason: "检修")
    }

    @Test("a planned notice that covers place and time is told")
    func told() {
        let short = Self.notice(-1, 1), long = Self.notice(-1, 3)
        #expect(PlannedOutageRule.verdict([short, long], at: Sample.start, fits: nil, isUrgent: false) == .tell(long))
        #expect(PlannedOutageRule.verdict([short], at: Sample.start, fits: true, isUrgent: false) == .tell(short))
    }

    @Test("an order is made if it does not fit, has ended, is no plan, or there is danger")
    func ordered() {
        let current = Self.notice(-1, 1)
        #expect(PlannedOutageRule.verdict([current], at: Sample.start, fits: false, isUrgent: false) == .order)
        #expect(PlannedOutageRule.verdict([current], at: Sample.start, fits: nil, isUrgent: true) == .order)
        #expect(PlannedOutageRule.verdict([Self.notice(-3, -1)], at: Sample.start, fits: nil, isUrgent: false) == .order)
        #expect(PlannedOutageRule.verdict([Self.notice(1, 3)], at: Sample.start, fits: nil, isUrgent: false) == .order)
        #expect(PlannedOutageRule.verdict([Self.notice(-1, 1, planned: false)], at: Sample.start, fits: nil, isUrgent: false) == .order)
        #expect(PlannedOutageRule.verdict([], at: Sample.start, fits: nil, isUrgent: false) == .order)
    }

    @Test("an address is concerned if it contains one of the areas after folding")
    func concerned() {
        let notice = Self.notice(-1, 1)
        let fold: (String) -> String = { $0.replacing("園嶺", with: "园岭") }
        #expect(notice.concerns("福田区園嶺新村3栋", at: Sample.start, fold: fold))
        #expect(!notice.concerns("福田区梅林路3号", at: Sample.start, fold: fold))
        #expect(!notice.concerns("福田区百花二路48号", at: Sample.start.adding(hours: 2), fold: fold))
        #expect(Self.notice(-1, nil).concerns("百花二路", at: Sample.start.adding(hours: 99), fold: fold))
    }
}
