/// Work orders as a conversation needs them: open one, look one up, urge one.
///
/// Calls come one at a time from the hall's actor; an implementation that writes to disk stages the effect and makes it
/// durable before the reply leaves.
package protocol WorkOrderService: Sendable {
    /// Opens an order; the same key gives the order that it opened before.
    func create(_ request: OrderDraft, at now: Moment) throws(WorkOrderFault) -> OrderReceipt
    func get(_ id: String) throws(WorkOrderFault) -> OrderReceipt?
    /// Orders in which `phone` was given, the newest first.
    func list(phone: String) throws(WorkOrderFault) -> [OrderReceipt]
    /// Raises the priority once and counts; nil for an unknown order.
    func urge(_ id: String, at now: Moment) throws(WorkOrderFault) -> OrderReceipt?
}

/// Why orders cannot be reached.
package enum WorkOrderFault: Error, Hashable, Sendable { case outOfReach }

/// What an order is opened with.
package struct OrderDraft: Hashable, Sendable {
    /// The intent that it came from: `outage.report`.
    package var kind: String
    package var slots: [String: SlotValue]
    /// Who asks: the session's own customer, if it is known.
    package var customer: String?
    package var priority: OrderReceipt.Priority
    /// Idempotency key.
    package var key: String
    /// The office that carries it first, and the one that it goes on to.
    package var office: OrderReceipt.Office
    package var escalateTo: OrderReceipt.Office?
    package var needsHolderCheck: Bool
    /// The customer's own words that fit no slot, and doubts of the rules.
    package var notes: [String]

    package init(
        kind: String, slots: [String: SlotValue], customer: String? = nil, priority: OrderReceipt.Priority = .normal, key: String,
        office: OrderReceipt.Office, escalateTo: OrderReceipt.Office? = nil, needsHolderCheck: Bool = false, notes: [String] = []
    ) {
        self.kind = kind
        self.slots = slots
        self.customer = customer
        self.priority = priority
        self.key = key
        self.office = office
        self.escalateTo = escalateTo
        self.needsHolderCheck = needsHolderCheck
        self.notes = notes
    }
}

/// What a conversation tells of an order.
package struct OrderReceipt: Hashable, Sendable {
    package enum Office: String, Hashable, Sendable { case front, middle, back }
    package enum Priority: String, Hashable, Sendable { case low, normal, high, urgent }

    /// `WO` and the day with a running number.
    package var id: String
    package var kind: String
    package var state: String
    package var office: Office
    package var escalateTo: Office?
    package var priority: Priority
    package var created: Moment
    /// Nil where no limit is on record.
    package var due: Moment?
    package var urges: Int
    package var slots: [String: SlotValue]
    /// Whether the order was there before this call.
    package var isKnown = false

    package init(
        id: String, kind: String, state: String, office: Office, escalateTo: Office?, priority: Priority, created: Moment, due: Moment?,
        urges: Int = 0, slots: [String: SlotValue]
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.office = office
        self.escalateTo = escalateTo
        self.priority = priority
        self.created = created
        self.due = due
        self.urges = urges
        self.slots = slots
    }
}
