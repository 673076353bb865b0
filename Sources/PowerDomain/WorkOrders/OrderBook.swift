/// Work orders as a business: each function reads, decides, writes the order and a line of the audit log, all in the
/// transaction whose records are handed in. A refusal has written nothing.
package struct OrderBook: Sendable {
    package let rules: WorkOrderRules
    package let calendar: WorkingCalendar

    package init(rules: WorkOrderRules, calendar: WorkingCalendar) {
        self.rules = rules
        self.calendar = calendar
    }

    /// Why an order was left as it is.
    package enum Refusal: Error, Hashable, Sendable {
        case unknownOrder
        case flaw(OrderFlaw)
    }

    package typealias Outcome = Result<WorkOrder, Refusal>

    // MARK: Making orders

    /// Makes an order.
    package func open(_ request: OrderRequest, in records: any HallRecords, at now: Moment) throws(StoreFailure) -> WorkOrder {
        let number = try records.nextOrderNumber(on: now.day)
        let order = WorkOrder(number, request, rules: rules, calendar: calendar, at: now)
        try records.insert(order)
        try records.append(AuditDraft(at: now, by: request.by, action: "order.create", object: .order(number)))
        return order
    }

    // MARK: Steps

    /// Takes a step of the life cycle.
    package func advance(
        _ id: OrderNumber, to next: OrderState, by actor: Actor, in records: any HallRecords, at now: Moment, note: String? = nil,
        handOver: HandOver? = nil
    ) throws(StoreFailure) -> Outcome {
        try change(id, "order.advance", actor, records, now) { order throws(OrderFlaw) in
            try order.advance(to: next, by: actor, at: now, note: note, handOver: handOver)
        }
    }

    /// Gives an order to a person.
    package func assign(
        _ id: OrderNumber, to person: String, by actor: Actor, in records: any HallRecords, at now: Moment
    ) throws(StoreFailure) -> Outcome {
        try change(id, "order.assign", actor, records, now) { order throws(OrderFlaw) in
            try order.assign(to: person, by: actor, at: now)
        }
    }

    /// Writes down that the holder of the account agreed.
    package func recordHolderCheck(
        _ id: OrderNumber, by actor: Actor, in records: any HallRecords, at now: Moment, note: String? = nil
    ) throws(StoreFailure) -> Outcome {
        try change(id, "order.holder_check", actor, records, now) { order throws(OrderFlaw) in
            try order.recordHolderCheck(by: actor, at: now, note: note)
        }
    }

    /// Counts that the customer asked to hurry; of a member it is the incident that is urged. Never makes an order.
    package func urge(_ id: OrderNumber, by actor: Actor, in records: any HallRecords, at now: Moment) throws(StoreFailure) -> Outcome {
        let incident = try records.order(id)?.mergedInto
        return try change(incident ?? id, "order.urge", actor, records, now) { order throws(OrderFlaw) in
            try order.urge(by: actor, at: now)
        }
    }

    /// Takes a rating; a low one makes an order for a call-back.
    package func rate(
        _ id: OrderNumber, _ score: Int, comment: String?, by actor: Actor, in records: any HallRecords, at now: Moment
    ) throws(StoreFailure) -> Result<(order: WorkOrder, callBack: WorkOrder?), Refusal> {
        var needsCall = false
        let outcome = try change(id, "order.rate", actor, records, now) { order throws(OrderFlaw) in
            needsCall = try order.rate(score, comment: comment, by: actor, at: now, callBackBelow: rules.callBackBelow)
        }
        switch outcome {
        case .failure(let refusal): return .failure(refusal)
        case .success(let order):
            guard needsCall else { return .success((order, nil)) }
            var request = OrderRequest(
                rules.callBackKind, slots: [OrderSlot("order_no", .text(order.id.text))], office: order.office, priority: .high,
                by: .system)
            (request.customer, request.session, request.phone) = (order.customer, order.session, order.phone)
            return .success((order, try open(request, in: records, at: now)))
        }
    }

    private func change(
        _ id: OrderNumber, _ action: AuditWord, _ actor: Actor, _ records: any HallRecords, _ now: Moment,
        _ body: (inout WorkOrder) throws(OrderFlaw) -> Void
    ) throws(StoreFailure) -> Outcome {
        guard var order = try records.order(id) else { return .failure(.unknownOrder) }
        do {
            try body(&order)
        } catch {
            return .failure(.flaw(error))
        }
        order.readClock(calendar)
        try records.update(order)
        try records.append(AuditDraft(at: now, by: actor, action: action, object: .order(id)))
        if !order.members.isEmpty { try tellMembers(of: order, records) }
        return .success(order)
    }

    /// Members show the clock of their incident.
    private func tellMembers(of incident: WorkOrder, _ records: any HallRecords) throws(StoreFailure) {
        for number in incident.members {
            guard var member = try records.order(number), member.due != incident.due else { continue }
            member.takeClock(of: incident)
            try records.update(member)
        }
    }
}

extension WorkOrder {
    /// Shows the time limit of its incident.
    package mutating func takeClock(of incident: WorkOrder) {
        due = incident.due
        lateAfter = nil
    }
}
