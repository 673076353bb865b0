package import Dialogue
package import JSONText
internal import LanguageUnderstanding
package import MiddleOffice
internal import PowerDomain
internal import TextAnalysis

/// Writes a turn as CONTRACT §3 shapes it.
package struct TurnShape: Sendable {
    /// Whether personal values are hidden: for the role `customer`.
    package let isMasked: Bool

    /// The slots' forms, which decide how their values are masked.
    private let flows: FlowBook

    package init(isMasked: Bool, flows: FlowBook = .empty) {
        self.isMasked = isMasked
        self.flows = flows
    }

    package func json(_ turn: Turn) -> JSONValue {
        let answer = turn.answer
        let finished = answer.finished.map { flow -> JSONValue in
            var members: [(key: String, value: JSONValue)] = [
                ("flow", .string(flow.flow)), ("status", .string(flow.status.rawValue)), ("slots", slots(flow.slots, flow.flow)),
            ]
            if let order = flow.order { members.append(("order", .string(order))) }
            if !flow.corrected.isEmpty { members.append(("corrected", .array(flow.corrected.sorted().map(JSONValue.string)))) }
            return .object(JSONObject(members))
        }
        return [
            "session": .string(turn.session), "turn": JSONValue(turn.number), "seq": JSONValue(turn.sequence),
            "reply": AnswerShape.json(turn.answer), "understanding": understanding(turn),
            "flow": flow(answer), "finished": .array(finished), "orders": .array(answer.orders.map(order)),
            "handoff": answer.handOff.map(handOff) ?? .null, "documents": [],
            "amounts": .array(
                answer.amounts.map { ["label": .string($0.label), "value": Self.number($0.value), "unit": .string($0.unit)] }),
        ]
    }

    /// The flow that goes on; else the one that ended in this turn.
    private func flow(_ answer: Answer) -> JSONValue {
        if let flow = answer.flow {
            let isConfirming = flow.asking == "confirm" || flow.asking == "change"
            var asking = flow.asking ?? ""
            if isConfirming {
                asking = "confirm"
            } else if let definition = flows.flows[flow.flow], asking != "verify" {
                asking = definition.group(of: asking).first ?? asking
            }
            var members: [(key: String, value: JSONValue)] = [
                ("id", .string(flow.flow)), ("status", .string(isConfirming ? "confirming" : "collecting")),
                ("slots", slots(flow.slots, flow.flow)), ("asking", asking.isEmpty ? .null : .string(asking)),
                ("missing", .array(answer.missing.map(JSONValue.string))),
            ]
            if !flow.corrected.isEmpty { members.append(("corrected", .array(flow.corrected.sorted().map(JSONValue.string)))) }
            return .object(JSONObject(members))
        }
        guard let last = answer.finished.last else { return .null }
        var members: [(key: String, value: JSONValue)] = [("id", .string(last.flow)), ("status", .string(last.status.rawValue))]
        if !last.slots.isEmpty { members.append(("slots", slots(last.slots, last.flow))) }
        return .object(JSONObject(members))
    }

    private func slots(_ slots: [String: SlotValue], _ flow: String) -> JSONValue {
        let order = flows.flows[flow]?.slots ?? []
        let names = order.filter { slots[$0] != nil } + slots.keys.sorted().filter { !order.contains($0) }
        return .object(JSONObject(names.compactMap { name in slots[name].map { (name, value($0, flows.slot(name, in: flow))) } }))
    }

    private func value(_ value: SlotValue, _ slot: SlotDefinition?) -> JSONValue {
        switch isMasked ? ValueText.masked(value, slot) : value {
        case .text(let text): .string(text)
        case .number(let decimal): Self.number(decimal)
        case .flag(let flag): .bool(flag)
        case .range(let from, let to): ["from": .string(from), "to": .string(to)]
        case .parts(let parts): .object(JSONObject(parts.sorted { $0.key < $1.key }.map { ($0.key, Self.number($0.value)) }))
        case .document(let name): ["document": .string(name)]
        }
    }

    private static func number(_ decimal: String) -> JSONValue { JSONNumber(decimal: decimal).map(JSONValue.number) ?? .string(decimal) }

    private func order(_ order: OrderReceipt) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("id", .string(order.id)), ("kind", .string(order.kind)), ("office", .string(order.office.rawValue)),
            ("priority", .string(order.priority.rawValue)), ("state", .string(order.state)),
            ("due", order.due.map { .string($0.description) } ?? .null),
        ]
        if let next = order.escalateTo { members.append(("escalate_to", .string(next.rawValue))) }
        return .object(JSONObject(members))
    }

    private func handOff(_ record: HandOff) -> JSONValue {
        [
            "office": .string(record.office.rawValue), "queue": .string(record.queue), "priority": .string(record.priority.rawValue),
            "reason": .string(record.reason), "summary": .string(record.summary),
        ]
    }

    package func json(_ event: SessionEvent, session: String) -> JSONValue {
        let head: [(key: String, value: JSONValue)] = [("session", .string(session)), ("seq", JSONValue(event.sequence))]
        switch event {
        case .opened(_, let answer):
            return .object(JSONObject(head + [("type", "opened"), ("reply", AnswerShape.json(answer))]))
        case .turn(let turn):
            let body: [(key: String, value: JSONValue)] = [
                ("type", "turn"), ("turn", JSONValue(turn.number)), ("text", .string(hidden(turn))),
                ("reply", AnswerShape.json(turn.answer)),
            ]
            return .object(JSONObject(head + body))
        case .closed: return .object(JSONObject(head + [("type", "session_closed")]))
        }
    }

    private func understanding(_ turn: Turn) -> JSONValue {
        var writer = JSONWriter()
        UnderstandingShape(isMasked: isMasked)
            .write(turn.understanding, FoldedText(turn.expanded), source: Array(turn.expanded.utf8)[...], to: &writer)
        return (try? JSONReader.read(writer.bytes[...]))?.value ?? .null
    }

    /// The customer's message; personal numbers in it are masked where the role asks for it.
    private func hidden(_ turn: Turn) -> String {
        guard isMasked, turn.message == turn.expanded else { return turn.message }
        if turn.understanding.signals.contains("secret") { return "•••" }
        var scalars = Array(turn.message.unicodeScalars)
        let text = FoldedText(turn.message)
        for entity in turn.understanding.entities where Mask.hides(entity.kind) {
            let range = text.sourceRange(ofScalars: entity.range)
            let hidden = Array(Mask.hide(String(String.UnicodeScalarView(scalars[range])), entity.kind).unicodeScalars)
            if hidden.count == range.count { scalars.replaceSubrange(range, with: hidden) }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}

/// Writes the `reply` of a turn.
enum AnswerShape {
    static func json(_ answer: Answer) -> JSONValue {
        [
            "text": .string(ShownText.clean(answer.text)), "language": .string(answer.language.rawValue),
            "quick_replies": .array(answer.quickReplies.map(JSONValue.string)),
            "sources": .array(
                answer.sources.map { source in
                    [
                        "title": .string(source.document), "valid_from": source.validFrom.map(JSONValue.string) ?? .null,
                        "confidence": .string(source.confidence.rawValue),
                    ]
                }),
        ]
    }
}
