internal import JSONText
internal import PowerDomain

/// Writes an order as the JSON text that stores keep.
struct OrderText {
    private var writer = JSONWriter(capacity: 512)

    static func bytes(_ order: WorkOrder) -> [UInt8] {
        var text = OrderText()
        text.write(order)
        return text.writer.bytes
    }

    private mutating func write(_ order: WorkOrder) {
        writer.beginObject()
        writer.field("id", order.id.text)
        writer.field("kind", order.kind)
        writer.field("state", order.state.rawValue)
        writer.field("office", order.office.rawValue)
        writer.field("escalate_to", order.escalateTo?.rawValue)
        writer.field("priority", order.priority.rawValue)
        writer.number("created", String(order.created.seconds))
        writer.number("due", (order.due?.seconds).map(String.init))
        writer.number("late_after", (order.lateAfter?.seconds).map(String.init))
        writer.key("slots")
        write(.record(order.slots))
        writer.field("customer", order.customer?.digits)
        writer.field("session", order.session)
        writer.field("phone", order.phone)
        if let report = order.report { write(report) }
        writer.field("assignee", order.assignee)
        writer.field("holder_check", order.holderCheck?.rawValue)
        writer.key("history")
        writer.beginArray()
        for event in order.history { write(event) }
        writer.endArray()
        if let promise = order.promise { write(promise) }
        if !order.members.isEmpty { writer.list("members", order.members.map(\.text)) }
        writer.field("merged_into", order.mergedInto?.text)
        writer.field("linked_to", order.linkedTo?.text)
        if order.urges > 0 { writer.number("urges", String(order.urges)) }
        if let rating = order.rating { write(rating) }
        writer.endObject()
    }

    private mutating func write(_ report: FaultReport) {
        writer.key("report")
        writer.beginObject()
        writer.field("scope", report.scope.rawValue)
        writer.field("severity", report.severity.rawValue)
        writer.field("area", report.place.area)
        writer.field("building", report.place.building)
        writer.field("home", report.place.home)
        writer.endObject()
    }

    private mutating func write(_ event: OrderEvent) {
        writer.beginObject()
        writer.number("at", String(event.at.seconds))
        writer.field("by", event.by.description)
        writer.field("event", event.kind.word)
        writer.field("subject", event.kind.subject)
        writer.field("note", event.note)
        if let handOver = event.handOver {
            writer.key("hand_over")
            writer.beginObject()
            writer.field("to", handOver.to.rawValue)
            writer.field("why", handOver.why)
            writer.field("known", handOver.known)
            writer.number("by", (handOver.by?.seconds).map(String.init))
            writer.endObject()
        }
        writer.endObject()
    }

    private mutating func write(_ promise: Promise) {
        writer.key("promise")
        writer.beginObject()
        switch promise.limit {
        case .elapsed(let seconds): writer.number("seconds", String(seconds))
        case .workingDays(let days): writer.number("working_days", String(days))
        }
        writer.field("met_by", promise.metBy.rawValue)
        writer.endObject()
    }

    private mutating func write(_ rating: Rating) {
        writer.key("rating")
        writer.beginObject()
        writer.number("score", String(rating.score))
        writer.field("comment", rating.comment)
        writer.number("at", String(rating.at.seconds))
        writer.endObject()
    }

    private mutating func write(_ value: OrderValue) {
        switch value {
        case .text(let text): writer.value(text)
        case .number(let literal):
            // What is no number after all is kept as a text, not lost.
            if let number = JSONNumber(decimal: literal) { writer.value(number) } else { writer.value(literal) }
        case .flag(let flag): writer.value(flag)
        case .list(let values):
            writer.beginArray()
            for value in values { write(value) }
            writer.endArray()
        case .record(let slots):
            writer.beginObject()
            for slot in slots {
                writer.key(slot.name)
                write(slot.value)
            }
            writer.endObject()
        }
    }
}
