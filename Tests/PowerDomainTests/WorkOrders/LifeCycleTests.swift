import PowerDomain
import Testing

struct LifeCycleTests {
    /// The table of the business, as it was agreed.
    static let table: [OrderState: Set<OrderState>] = [
        .created: [.dispatched, .cancelled, .merged], .dispatched: [.accepted, .created, .cancelled, .merged],
        .accepted: [.inProgress, .dispatched, .waitingCustomer, .cancelled, .merged],
        .inProgress: [.waitingCustomer, .done, .dispatched, .cancelled, .merged], .waitingCustomer: [.inProgress, .done, .cancelled],
        .done: [.closed, .inProgress], .closed: [], .cancelled: [], .merged: [],
    ]

    @Test("an order takes the steps of the table and no other", arguments: OrderState.allCases.filter { $0 != .merged })
    func steps(from state: OrderState) throws {
        for next in OrderState.allCases {
            var order = try Sample.order(through: Sample.path(to: state))
            let isAllowed = Self.table[state, default: []].contains(next) && next != .merged
            let before = order
            do {
                try order.advance(
                    to: next, by: .admin, at: Sample.start, note: "why", handOver: HandOver(to: .back, why: "w", known: "k"))
                #expect(isAllowed, "\(state) to \(next)")
                #expect(order.state == next)
                #expect(order.history.count == before.history.count + 1)
            } catch {
                #expect(!isAllowed, "\(state) to \(next)")
                #expect(error == .illegalStep(from: state, to: next))
                #expect(order == before)
            }
        }
    }

    @Test("an order is given back with a word why only")
    func givingBack() throws {
        var order = try Sample.order(through: [.dispatched])
        #expect(throws: OrderFlaw.noteMissing) { try order.advance(to: .created, by: .staff("S1"), at: Sample.start) }
        try order.advance(to: .created, by: .staff("S1"), at: Sample.start, note: "not our district")
        #expect(order.assignee == nil)
    }

    @Test("work in progress is handed over with a record, and the office changes")
    func handingOver() throws {
        var order = try Sample.order(through: Sample.path(to: .inProgress))
        #expect(throws: OrderFlaw.handOverMissing) { try order.advance(to: .dispatched, by: .staff("S1"), at: Sample.start) }
        let record = HandOver(to: .back, why: "meter test", known: "reading 123", by: Sample.start.adding(hours: 5))
        try order.advance(to: .dispatched, by: .staff("S1"), at: Sample.start, handOver: record)
        #expect(order.office == .back)
        #expect(order.history.last?.handOver == record)
    }

    @Test("without the holder's agreement nothing goes past acceptance")
    func holderCheck() throws {
        var order = try Sample.order("account.close", through: [.dispatched, .accepted])
        #expect(order.holderCheck == .required)
        for next in [OrderState.inProgress, .waitingCustomer] {
            #expect(throws: OrderFlaw.holderCheckMissing) { try order.advance(to: next, by: .admin, at: Sample.start) }
        }
        try order.recordHolderCheck(by: .staff("S2"), at: Sample.start)
        #expect(order.holderCheck == .done)
        try order.advance(to: .inProgress, by: .admin, at: Sample.start)
        #expect(throws: OrderFlaw.noHolderCheckAsked) { try order.recordHolderCheck(by: .admin, at: Sample.start) }
    }

    @Test("urging counts each time and raises the priority once")
    func urging() throws {
        var order = Sample.order()
        for _ in 0..<3 { try order.urge(by: .customer, at: Sample.start) }
        #expect(order.urges == 3)
        #expect(order.priority == .high)
        var urgent = Sample.order("safety.hazard_report")
        try urgent.urge(by: .customer, at: Sample.start)
        #expect(urgent.priority == .urgent)
        var done = try Sample.order(through: Sample.path(to: .done))
        #expect(throws: OrderFlaw.ended(.done)) { try done.urge(by: .customer, at: Sample.start) }
    }

    @Test("a rating comes once, after the work; one or two asks for a call", arguments: 1...5)
    func rating(_ score: Int) throws {
        var open = Sample.order()
        #expect(throws: OrderFlaw.notFinished(.created)) {
            _ = try open.rate(score, comment: nil, by: .customer, at: Sample.start, callBackBelow: 3)
        }
        var order = try Sample.order(through: Sample.path(to: .done))
        #expect(throws: OrderFlaw.scoreOutOfRange) {
            _ = try order.rate(6, comment: nil, by: .customer, at: Sample.start, callBackBelow: 3)
        }
        #expect(try order.rate(score, comment: "so", by: .customer, at: Sample.start, callBackBelow: 3) == (score < 3))
        #expect(throws: OrderFlaw.alreadyRated) { _ = try order.rate(5, comment: nil, by: .customer, at: Sample.start, callBackBelow: 3) }
    }

    @Test("a member keeps its number, gets the incident's clock and brings its own members along")
    func merging() throws {
        var incident = Sample.order("outage.report"), first = Sample.order("outage.report", running: 2)
        var second = Sample.order("outage.report", running: 3)
        try first.take(in: &second, by: .system, at: Sample.start)
        try incident.take(in: &first, by: .system, at: Sample.start)
        #expect(first.state == .merged)
        #expect(first.mergedInto == incident.id)
        #expect(first.due == incident.due)
        #expect(incident.members == [first.id, second.id])
        #expect(first.members.isEmpty)
        var itself = incident
        #expect(throws: OrderFlaw.mergedIntoItself) { try incident.take(in: &itself, by: .system, at: Sample.start) }
        #expect(throws: OrderFlaw.illegalStep(from: .merged, to: .merged)) { try incident.take(in: &first, by: .system, at: Sample.start) }
    }

    @Test("history does not run backwards when a clock is set back")
    func settingBack() throws {
        var order = Sample.order()
        try order.advance(to: .dispatched, by: .admin, at: Sample.start.adding(hours: -5))
        #expect(order.history.map(\.at) == [Sample.start, Sample.start])
    }

    @Test("ten thousand random operations never leave the table")
    func randomOperations() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            var order = Sample.order(Bool.random(using: &random) ? "account.close" : "bill.high_dispute")
            var model = OrderState.created
            for _ in 0..<20 {
                let next = OrderState.allCases.randomElement(using: &random) ?? .created
                if Int.random(in: 0..<10, using: &random) == 0 { try? order.recordHolderCheck(by: .admin, at: Sample.start) }
                let isBarred = order.holderCheck == .required && [.inProgress, .waitingCustomer, .done, .closed].contains(next)
                let isLegal = Self.table[model, default: []].contains(next) && next != .merged && !isBarred
                try? order.advance(to: next, by: .admin, at: Sample.start, note: "n", handOver: HandOver(to: .middle, why: "w", known: "k"))
                if isLegal { model = next }
                #expect(order.state == model)
            }
            let steps = order.history.compactMap { if case .step(let state) = $0.kind { state } else { nil as OrderState? } }
            #expect(zip(steps, steps.dropFirst()).allSatisfy { Self.table[$0, default: []].contains($1) })
        }
    }
}
