import PowerDomain
import Testing

struct IncidentRuleTests {
    private let rule = IncidentRule(windowMinutes: 120)

    private static func report(
        _ scope: OutageScope, _ area: String = "福田区百花二路", _ building: String? = "48号", home: String? = "1302",
        phone: String = "13900000001", minutes: Int = 0, severity: Priority = .normal
    ) -> IncidentReport {
        IncidentReport(
            kind: "outage.report", scope: scope, place: IncidentPlace(area: area, building: building, home: home), phone: phone,
            at: Sample.start.adding(minutes: minutes), severity: severity)
    }

    @Test("reports of one building within two hours are one incident")
    func building() {
        let first = Self.report(.building), second = Self.report(.building, home: "502", phone: "13900000002", minutes: 120)
        #expect(rule.verdict(on: second, beside: first) == .joins)
        let late = Self.report(.building, home: "502", phone: "13900000002", minutes: 121)
        #expect(rule.verdict(on: late, beside: first) == .apart)
        let other = Self.report(.building, "福田区百花二路", "50号", phone: "13900000002")
        #expect(rule.verdict(on: other, beside: first) == .apart)
    }

    @Test("a building lies in an area that is dark, an area is not in a building")
    func area() {
        let area = Self.report(.area, "福田区百花二路", nil, home: nil), building = Self.report(.building, phone: "13900000002")
        #expect(rule.verdict(on: building, beside: area) == .joins)
        #expect(rule.verdict(on: area, beside: building) == .apart)
    }

    @Test("one home's fault never joins a neighbour's", arguments: [OutageScope.single, .building, .area])
    func single(_ scope: OutageScope) {
        let home = Self.report(.single, home: "502", phone: "13900000002"), first = Self.report(scope)
        #expect(rule.verdict(on: home, beside: first) == .apart)
        #expect(rule.verdict(on: Self.report(scope, phone: "13900000002"), beside: Self.report(.single, home: "502")) == .apart)
    }

    @Test("the same home with the same phone is known, with another phone it is not")
    func sameHome() {
        let first = Self.report(.single)
        #expect(rule.verdict(on: Self.report(.single, minutes: 30), beside: first) == .sameHome)
        #expect(rule.verdict(on: Self.report(.single, phone: "13900000002", minutes: 30), beside: first) == .apart)
    }

    @Test("an urgent report keeps an order of its own; another severity does not join")
    func severity() {
        let first = Self.report(.building)
        #expect(rule.verdict(on: Self.report(.building, home: "502", phone: "13900000002", severity: .urgent), beside: first) == .linked)
        #expect(rule.verdict(on: Self.report(.building, home: "502", phone: "13900000002", severity: .high), beside: first) == .apart)
        #expect(rule.verdict(on: Self.report(.building, severity: .urgent), beside: first) == .linked)
    }

    @Test("three outages in two months are many")
    func repeats() {
        let rule = RepeatedOutageRule(count: 3, days: 60)
        let times = [-70, -59, -20, 0].map { Sample.start.adding(hours: $0 * 24) }
        #expect(rule.isRepeated(times, at: Sample.start))
        #expect(!rule.isRepeated(Array(times.dropLast()), at: Sample.start))
    }
}
