import PowerDomain

/// Invented rules and orders.
enum Sample {
    static let start = Moment(day("2026-11-24"), hour: 10, minute: 20)

    static func day(_ text: String) -> CalendarDay {
        guard let day = CalendarDay(text) else { preconditionFailure("no such day") }
        return day
    }

    static func moment(_ text: String) -> Moment {
        guard let moment = Moment(text) else { preconditionFailure("no such time") }
        return moment
    }

    static let rules = WorkOrderRules(
        commitments: [
            ServiceCommitment(
                "outage.report", .arrival(minutes: [.urban: 45, .rural: 90, .remote: 120]), metBy: .inProgress,
                isWithdrawnInStorm: true, source: "test", confidence: .medium),
            ServiceCommitment("arrears.reconnect", .hours(24), source: "test", confidence: .high),
            ServiceCommitment("bill.high_dispute", .workingDays(5, withExternalLine: nil), source: "test", confidence: .medium),
            ServiceCommitment("connection.new_resident", .workingDays(5, withExternalLine: 15), source: "test", confidence: .high),
            ServiceCommitment(
                "safety.hazard_report", .arrival(minutes: [.urban: 45]), metBy: .inProgress, priority: .urgent, source: "test",
                confidence: .medium),
        ],
        holderChecked: ["account.close"], incidents: IncidentRule(windowMinutes: 120), repeats: RepeatedOutageRule(count: 3, days: 60),
        callBackBelow: 3, callBackKind: "service.callback")

    static func order(
        _ kind: String = "bill.high_dispute", running: Int = 1, at: Moment = start, _ change: (inout OrderRequest) -> Void = { _ in }
    ) -> WorkOrder {
        var request = OrderRequest(kind)
        change(&request)
        return WorkOrder(OrderNumber(day: at.day, running: running), request, rules: rules, calendar: WorkingCalendar(), at: at)
    }

    /// An order that took these steps, a minute each.
    static func order(_ kind: String = "bill.high_dispute", through states: [OrderState]) throws -> WorkOrder {
        var order = order(kind)
        for (index, state) in states.enumerated() {
            let handOver = HandOver(to: .back, why: "experts needed", known: "all read")
            try order.advance(to: state, by: .staff("S1"), at: start.adding(minutes: index + 1), note: "why", handOver: handOver)
        }
        return order
    }

    /// The shortest way to each state that steps lead to.
    static func path(to state: OrderState) -> [OrderState] {
        switch state {
        case .created, .merged: []
        case .dispatched: [.dispatched]
        case .accepted: [.dispatched, .accepted]
        case .inProgress: [.dispatched, .accepted, .inProgress]
        case .waitingCustomer: [.dispatched, .accepted, .waitingCustomer]
        case .done: [.dispatched, .accepted, .inProgress, .done]
        case .closed: [.dispatched, .accepted, .inProgress, .done, .closed]
        case .cancelled: [.cancelled]
        }
    }
}
