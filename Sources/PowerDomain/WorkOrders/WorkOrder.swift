/// A piece of work for the utility (工单), from the sentence that asked for it to the customer's rating.
package struct WorkOrder: Hashable, Sendable {
    package let id: OrderNumber
    /// The intent that it carries out, such as `outage.report`.
    package let kind: String
    package internal(set) var state: OrderState
    package internal(set) var office: Office
    /// The office that the work must go on to.
    package internal(set) var escalateTo: Office?
    package internal(set) var priority: Priority
    package let created: Moment
    /// By when, as far as is known now; nil where no commitment is on record or a storm withdrew it.
    package internal(set) var due: Moment?
    package let slots: [OrderSlot]
    /// The account that it is for.
    package let customer: AccountNumber?
    /// The conversation that made it.
    package let session: String?
    /// Digits of the phone given in it.
    package let phone: String?
    /// What the rules of incidents look at; nil unless it reports a fault with a place.
    package let report: FaultReport?
    package internal(set) var assignee: String?
    package internal(set) var holderCheck: HolderCheck?
    package internal(set) var history: [OrderEvent]
    /// Reports that became part of this incident.
    package internal(set) var members: [OrderNumber] = []
    package internal(set) var mergedInto: OrderNumber?
    /// The incident that an urgent report belongs to while it keeps an order of its own.
    package internal(set) var linkedTo: OrderNumber?
    package internal(set) var urges = 0
    package internal(set) var rating: Rating?

    /// What was promised, nil where no commitment is on record.
    package internal(set) var promise: Promise?
    /// The moment after which it counts as late; nil while the clock stands still, and once the promise was kept in time.
    package internal(set) var lateAfter: Moment?

    /// A new order. That its number is unused is the store's to see to.
    package init(_ id: OrderNumber, _ request: OrderRequest, rules: WorkOrderRules, calendar: WorkingCalendar, at: Moment) {
        let commitment = rules.commitments[request.kind]
        self.id = id
        kind = request.kind
        state = .created
        office = request.office
        escalateTo = request.escalateTo
        let severity = rules.priority(of: request)
        priority = severity
        created = at
        slots = request.slots
        customer = request.customer
        session = request.session
        phone = request.phone
        report = request.report.map { FaultReport($0.scope, at: $0.place, severity: severity) }
        holderCheck = rules.holderChecked.contains(request.kind) ? .required : nil
        history = [OrderEvent(at: at, by: request.by, kind: .step(.created), note: request.note)]
        promise = commitment.flatMap { promised in
            promised.clock(for: request, calendar: calendar).map { Promise($0.limit, metBy: promised.metBy) }
        }
        readClock(calendar)
    }

    /// An order as a store kept it.
    package init(kept: KeptOrder) {
        (id, kind, state, office, escalateTo) = (kept.id, kept.kind, kept.state, kept.office, kept.escalateTo)
        (priority, created, due, lateAfter) = (kept.priority, kept.created, kept.due, kept.lateAfter)
        (slots, customer, session, phone, report) = (kept.slots, kept.customer, kept.session, kept.phone, kept.report)
        (assignee, holderCheck, history, promise) = (kept.assignee, kept.holderCheck, kept.history, kept.promise)
        (members, mergedInto, linkedTo) = (kept.members, kept.mergedInto, kept.linkedTo)
        (urges, rating) = (kept.urges, kept.rating)
    }

    /// The value of a slot.
    package subscript(slot slot: String) -> OrderValue? { slots.first { $0.name == slot }?.value }
}

/// Where a fault is and how far it reaches.
package struct FaultReport: Hashable, Sendable {
    package let scope: OutageScope
    package let place: IncidentPlace
    /// As reported: urging does not make a fault worse. Set from the order's priority when it is made.
    package let severity: Priority

    package init(_ scope: OutageScope, at place: IncidentPlace, severity: Priority = .normal) {
        self.scope = scope
        self.place = place
        self.severity = severity
    }
}

/// The parts of an order as a store writes them down.
package struct KeptOrder: Sendable {
    package var id: OrderNumber
    package var kind: String
    package var state: OrderState
    package var office: Office
    package var escalateTo: Office?
    package var priority: Priority
    package var created: Moment
    package var due: Moment?
    package var lateAfter: Moment?
    package var slots: [OrderSlot] = []
    package var customer: AccountNumber?
    package var session: String?
    package var phone: String?
    package var report: FaultReport?
    package var assignee: String?
    package var holderCheck: HolderCheck?
    package var history: [OrderEvent] = []
    package var promise: Promise?
    package var members: [OrderNumber] = []
    package var mergedInto: OrderNumber?
    package var linkedTo: OrderNumber?
    package var urges = 0
    package var rating: Rating?

    package init(_ id: OrderNumber, kind: String, state: OrderState, office: Office, priority: Priority, created: Moment) {
        self.id = id
        self.kind = kind
        self.state = state
        self.office = office
        self.priority = priority
        self.created = created
    }
}

/// What is asked of the hall when an order is made.
package struct OrderRequest: Hashable, Sendable {
    package var kind: String
    package var slots: [OrderSlot]
    package var office: Office
    package var escalateTo: Office?
    package var priority: Priority
    package var customer: AccountNumber?
    package var session: String?
    package var phone: String?
    package var report: FaultReport?
    /// How far a crew has to drive; nil: not known.
    package var area: ServiceArea?
    package var by: Actor
    package var note: String?
    /// Whether the site needs a line from outside, which takes longer.
    package var needsExternalLine = false
    /// Whether a storm has withdrawn time limits for the place.
    package var isInStorm = false

    package init(
        _ kind: String, slots: [OrderSlot] = [], office: Office = .middle, priority: Priority = .normal, by: Actor = .customer
    ) {
        self.kind = kind
        self.slots = slots
        self.office = office
        self.priority = priority
        self.by = by
    }
}
