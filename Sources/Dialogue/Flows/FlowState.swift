package import LanguageUnderstanding
package import PowerDomain

/// How far a flow is.
package struct FlowState: Hashable, Sendable {
    package let flow: String
    package var slots: [String: SlotValue] = [:]
    /// Slots in the order in which they were filled, the last one last.
    package var order: [String] = []
    /// What the customer does not know or have: not asked again.
    package var skipped: Set<String> = []
    /// Optional slots that were asked.
    package var offered: Set<String> = []
    /// What the reply asked for: a slot, `confirm`, `verify`, `change`; state, never recomputed.
    package var asking: String?
    /// Answers in a row to the same question that were not understood.
    package var misses = 0
    package var corrected: Set<String> = []
    /// The customer's own words that go to the order.
    package var notes: [String] = []
    package var priority = OrderReceipt.Priority.normal
    /// Doubts of the business rules, by name.
    package var flags: Set<String> = []

    package init(flow: String) { self.flow = flow }

    package mutating func fill(_ slot: String, _ value: SlotValue) {
        slots[slot] = value
        order.removeAll { $0 == slot }
        order.append(slot)
        skipped.remove(slot)
    }
}

/// Something that the last reply offered and that `yes` takes.
package enum Offer: Hashable, Sendable {
    case person
    case resume
    /// A number for a call-back.
    case callBack(summary: String)
}

/// A verified account in this session.
package struct Verification: Hashable, Sendable {
    package let account: String
    package let secret: AccountSecret
    package var lastUsed: Moment
}

/// A message with what it was understood as, kept for a flow that begins a turn later.
package struct EarlierMessage: Hashable, Sendable {
    package let message: String
    package let understanding: Understanding
}

/// Hands a conversation to a person: who, how urgent, why, and what is known.
package struct HandOff: Hashable, Sendable {
    package var office: OrderReceipt.Office
    package var queue: String
    package var priority: OrderReceipt.Priority
    package var reason: String
    package var summary: String

    package init(office: OrderReceipt.Office, queue: String, priority: OrderReceipt.Priority, reason: String, summary: String) {
        self.office = office
        self.queue = queue
        self.priority = priority
        self.reason = reason
        self.summary = summary
    }
}

/// A figure of a reply that a program may use.
package struct NamedAmount: Hashable, Sendable {
    package let label: String
    /// A plain decimal.
    package let value: String
    package let unit: String

    package init(label: String, value: String, unit: String) {
        self.label = label
        self.value = value
        self.unit = unit
    }
}
