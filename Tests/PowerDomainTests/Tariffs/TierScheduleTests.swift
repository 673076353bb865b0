import PowerDomain
import Testing

@Suite("Tiers")
struct TierScheduleTests {
    private static func schedule(
        _ span: TierSchedule.Span, months: Set<Int> = Set(1...12), upper: [Int] = [100, 300], increments: [String] = ["0", "0.05", "0.30"]
    ) throws -> TierSchedule {
        let upper = upper.map { Energy(kilowattHours: $0) }
        return try TierSchedule(
            span: span, seasons: [.init(months: months, upper: upper)], increments: try increments.map { try UnitPrice($0) })
    }

    private static let period = BillingPeriod(CalendarDay(daysSince1970: 20_000))

    @Test(
        "the limit still belongs to its tier",
        arguments: [
            ("100", ["100", "0", "0"]), ("100.5", ["100", "0.5", "0"]), ("300", ["100", "200", "0"]), ("301", ["100", "200", "1"]),
        ])
    func limits(used: String, parts: [String]) throws {
        let shares = try Self.schedule(.month).shares(of: Energy(used), after: .zero, in: Self.period)
        #expect(shares.map(\.energy.description) == parts)
    }

    @Test("a year's use falls into the same tiers however it is split into months")
    func split() throws {
        let schedule = try Self.schedule(.year, upper: [1000, 1700])
        let whole = schedule.shares(of: Energy(kilowattHours: 2100), after: .zero, in: Self.period).map(\.energy)
        for seed in 1...20 {
            var used = Energy.zero, sum = [Energy](repeating: .zero, count: 3), rest = 2100
            while rest > 0 {
                let month = min(rest, 1 + (rest * seed) % 331)
                let shares = schedule.shares(of: Energy(kilowattHours: month), after: used, in: Self.period)
                #expect(shares.map(\.before).reduce(.zero, +) == used)
                for index in sum.indices { sum[index] = sum[index] + shares[index].energy }
                used = used + Energy(kilowattHours: month)
                rest -= month
            }
            #expect(sum == whole)
        }
    }

    @Test("limits rise by the extra of each month, so by twelve times that for a year")
    func widened() throws {
        let extra = Energy(kilowattHours: 100)
        #expect(try Self.schedule(.month).widened(by: extra).upper(in: Self.period).map(\.description) == ["200", "400"])
        #expect(try Self.schedule(.year).widened(by: extra).upper(in: Self.period).map(\.description) == ["1300", "1500"])
    }

    @Test("a schedule that leaves months out, falls or counts wrongly is refused")
    func flaws() {
        #expect(throws: TierSchedule.Flaw.months) { try Self.schedule(.month, months: [1, 2]) }
        #expect(throws: TierSchedule.Flaw.order) { try Self.schedule(.month, upper: [300, 100]) }
        #expect(throws: TierSchedule.Flaw.order) { try Self.schedule(.month, upper: [0, 100]) }
        #expect(throws: TierSchedule.Flaw.count) { try Self.schedule(.month, upper: [100]) }
        #expect(throws: TierSchedule.Flaw.count) { try Self.schedule(.month, increments: ["0.01", "0.05", "0.30"]) }
    }
}
