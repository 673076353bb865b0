internal import Dialogue
package import JSONText
internal import LanguageUnderstanding
package import MiddleOffice
internal import PowerDomain
internal import TextAnalysis

/// Writes a turn as CONTRACT §3 shapes it.
package struct TurnShape: Sendable {
    /// Whether personal values are hidden: for the role `customer`.
    package let isMasked: Bool
    /// Writes the documents of a turn; nil where there are none.
    private let documents: DocumentShape?

    package init(isMasked: Bool, documents: DocumentShape? = nil) {
        self.isMasked = isMasked
        self.documents = documents
    }

    package func json(_ turn: Turn) -> JSONValue {
        let finished = turn.answer.finished.map { flow -> JSONValue in
            ["flow": .string(flow.flow), "status": .string(flow.status.rawValue), "slots": .object(JSONObject())]
        }
        let last = turn.answer.finished.last
        return [
            "session": .string(turn.session), "turn": JSONValue(turn.number), "seq": JSONValue(turn.sequence),
            "reply": AnswerShape.json(turn.answer), "understanding": understanding(turn),
            "flow": last.map { ["id": .string($0.flow), "status": .string($0.status.rawValue)] } ?? .null,
            "finished": .array(finished), "orders": [], "handoff": .null,
            "documents": .array(documents.map { shape in turn.documents.map { shape.json($0, hasRaw: false) } } ?? []), "amounts": [],
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
