/// What became of a report of a fault.
package enum ReportOutcome: Hashable, Sendable {
    /// An order of its own.
    case opened(WorkOrder)
    /// The same home reported before: its order, no new one.
    case known(WorkOrder)
    /// An order that became part of an open incident.
    case joined(WorkOrder, incident: WorkOrder)
    /// Somebody is in danger: an order of its own that points at the incident.
    case linked(WorkOrder, incident: WorkOrder)

    /// The order to name to the customer.
    package var order: WorkOrder {
        switch self {
        case .opened(let order), .known(let order), .joined(let order, _), .linked(let order, _): order
        }
    }
}

extension OrderBook {
    /// Takes in a report of a fault: joins an open incident by the rules, or makes an order.
    package func report(_ request: OrderRequest, in records: any HallRecords, at now: Moment) throws(StoreFailure) -> ReportOutcome {
        guard let fault = request.report else { return .opened(try open(request, in: records, at: now)) }
        let report = IncidentReport(
            kind: request.kind, scope: fault.scope, place: fault.place, phone: request.phone, at: now, severity: rules.priority(of: request)
        )
        let since = now.adding(minutes: -rules.incidents.windowMinutes)
        let earlier = try records.reports(kind: request.kind, area: fault.place.area, since: since)
        var best: (verdict: IncidentRule.Verdict, order: WorkOrder)?
        for order in earlier {
            guard let first = order.incidentReport else { continue }
            let verdict = rules.incidents.verdict(on: report, beside: first)
            guard verdict.rank > best?.verdict.rank ?? 0, try isAlive(order, for: verdict, records) else { continue }
            best = (verdict, order)
        }
        guard let best else { return .opened(try open(request, in: records, at: now)) }
        return try settle(request, best.verdict, with: best.order, records, now)
    }

    /// A member stands only for its own home, and as long as its incident is open.
    private func isAlive(
        _ order: WorkOrder, for verdict: IncidentRule.Verdict, _ records: any HallRecords
    ) throws(StoreFailure) -> Bool {
        guard let incident = order.mergedInto else { return order.state.isOpen }
        guard verdict == .sameHome else { return false }
        return try records.order(incident)?.state.isOpen ?? false
    }

    private func settle(
        _ request: OrderRequest, _ verdict: IncidentRule.Verdict, with found: WorkOrder, _ records: any HallRecords, _ now: Moment
    ) throws(StoreFailure) -> ReportOutcome {
        guard verdict != .sameHome else { return .known(found) }
        var order = try open(request, in: records, at: now)
        var incident = found
        guard verdict == .joins else {
            order.link(to: incident.id, by: .system, at: now)
            try records.update(order)
            return .linked(order, incident: incident)
        }
        do {
            try incident.take(in: &order, by: .system, at: now)
        } catch {
            // Not reached while `isAlive` holds; an order is never lost over it.
            return .opened(order)
        }
        try records.update(order)
        try records.update(incident)
        try records.append(AuditDraft(at: now, by: .system, action: "order.merge", object: .order(order.id)))
        return .joined(order, incident: incident)
    }

    /// Makes orders part of another one: all of them or none.
    package func merge(
        _ ids: [OrderNumber], into id: OrderNumber, by actor: Actor, in records: any HallRecords, at now: Moment
    ) throws(StoreFailure) -> Outcome {
        guard var incident = try records.order(id) else { return .failure(.unknownOrder) }
        var members: [WorkOrder] = []
        for number in ids where !members.contains(where: { $0.id == number }) {
            guard var member = try records.order(number) else { return .failure(.unknownOrder) }
            let followers = member.members
            do {
                try incident.take(in: &member, by: actor, at: now)
            } catch {
                return .failure(.flaw(error))
            }
            members.append(member)
            for number in followers {
                guard var follower = try records.order(number) else { continue }
                follower.follow(incident.id)
                members.append(follower)
            }
        }
        incident.readClock(calendar)
        for var member in members {
            member.takeClock(of: incident)
            try records.update(member)
            try records.append(AuditDraft(at: now, by: actor, action: "order.merge", object: .order(member.id)))
        }
        try records.update(incident)
        return .success(incident)
    }
}

extension WorkOrder {
    /// The order as the rules of incidents see it; nil if it reports no fault.
    package var incidentReport: IncidentReport? {
        report.map {
            IncidentReport(kind: kind, scope: $0.scope, place: $0.place, phone: phone, at: created, severity: $0.severity)
        }
    }
}

extension IncidentRule.Verdict {
    /// How much it says about where the report belongs.
    fileprivate var rank: Int {
        switch self {
        case .apart: 0
        case .linked: 1
        case .joins: 2
        case .sameHome: 3
        }
    }
}
