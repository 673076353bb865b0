import PowerDomain
import Testing

@testable import MiddleOffice

@Suite("Orders and identity checks in memory")
struct CounterTests {
    private let now = Moment(day: CalendarDay(daysSince1970: 20_781), minute: 615)

    private var limits: OrderLimits {
        var limits = OrderLimits()
        limits.limits = [
            "outage.report": .arrival(urban: 45, rural: 90, remote: 120), "meter.verify": .workingDays(5), "arrears.reconnect": .hours(24),
        ]
        return limits
    }

    private func request(_ kind: String, key: String, _ slots: [String: SlotValue] = [:]) -> OrderDraft {
        OrderDraft(kind: kind, slots: slots, key: key, office: .middle)
    }

    @Test("numbers run by the day, the same key gives the same order")
    func numbers() throws {
        let book = WorkOrderBook(limits: limits)
        let first = try book.create(request("meter.verify", key: "a"), at: now)
        #expect(first.id == "WO202611240001")
        #expect(try book.create(request("meter.verify", key: "b"), at: now).id == "WO202611240002")
        let again = try book.create(request("meter.verify", key: "a"), at: now)
        #expect(again.id == first.id && again.isKnown)
        #expect(try book.create(request("meter.verify", key: "c"), at: now.adding(minutes: 1440)).id == "WO202611250001")
    }

    @Test("limits: minutes by place, hours, working days, none")
    func due() {
        #expect(limits.due("outage.report", from: now, address: "天河区员村二横路16号")?.description == "2026-11-24T11:00:00+08:00")
        #expect(limits.due("outage.report", from: now, address: "横州市峦城镇高村三队")?.description == "2026-11-24T11:45:00+08:00")
        #expect(limits.due("arrears.reconnect", from: now, address: nil)?.description == "2026-11-25T10:15:00+08:00")
        // Tuesday and five working days: the next Tuesday.
        #expect(limits.due("meter.verify", from: now, address: nil)?.description == "2026-12-01T10:15:00+08:00")
        #expect(limits.due("account.transfer", from: now, address: nil) == nil)
    }

    @Test("the same home's second report within two hours is the first order")
    func sameHome() throws {
        let book = WorkOrderBook(limits: limits)
        let slots: [String: SlotValue] = ["address": .text("员村二横路16号"), "phone": .text("13912345670")]
        let first = try book.create(request("outage.report", key: "a", slots), at: now)
        #expect(try book.create(request("outage.report", key: "b", slots), at: now.adding(minutes: 60)).id == first.id)
        #expect(try book.create(request("outage.report", key: "c", slots), at: now.adding(minutes: 180)).id != first.id)
    }

    @Test("urging raises once and counts")
    func urge() throws {
        let book = WorkOrderBook(limits: limits)
        let order = try book.create(request("meter.verify", key: "a"), at: now)
        #expect(try book.urge(order.id, at: now)?.priority == .high)
        #expect(try book.urge(order.id, at: now)?.urges == 2)
        #expect(try book.urge("WO0", at: now) == nil)
    }

    @Test("five failures lock an account for half an hour, ten for the day, twenty a source for an hour")
    func lockouts() {
        var lockouts = Lockouts()
        for _ in 0..<4 { lockouts.failed("a", source: "s", at: 0) }
        #expect(lockouts.locked("a", source: "s", at: 1) == nil)
        lockouts.failed("a", source: "s", at: 1)
        #expect(lockouts.locked("a", source: "t", at: 2) == 1799)
        #expect(lockouts.locked("a", source: "t", at: 1802) == nil)
        for _ in 0..<5 { lockouts.failed("a", source: "u", at: 2000) }
        #expect(lockouts.locked("a", source: "t", at: 40_000) != nil)
        for index in 0..<20 { lockouts.failed("b\(index)", source: "w", at: 50_000) }
        #expect(lockouts.locked("z", source: "w", at: 50_001) == 3599)
        #expect(lockouts.locked("z", source: "x", at: 50_001) == nil)
    }

    @Test("an unknown account and a wrong secret get the same answer")
    func sameAnswer() {
        let book = AccountBook([.init(number: "0800123456789012", phone: "13912345670", identity: "44010519900307042X")])
        #expect(book.secret("5670", of: "0800123456789012") == .phone4)
        #expect(book.secret("042x", of: "0800123456789012") == .id4)
        #expect(book.secret("1111", of: "0800123456789012") == nil)
        #expect(book.secret("5670", of: "0800123456789099") == nil)
    }
}
