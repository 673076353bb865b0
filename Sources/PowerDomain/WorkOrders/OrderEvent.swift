/// One line of an order's history: when, who, what.
package struct OrderEvent: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A step of the life cycle, the first one included.
        case step(OrderState)
        /// Given to a person.
        case assigned(to: String)
        case urged
        case rated(score: Int)
        /// A rating so low that somebody has to ring.
        case callBackOpened
        /// The holder agreed.
        case holderChecked
        /// Another report became part of this incident.
        case memberJoined(OrderNumber)
        /// An urgent report of the same fault keeps an order of its own.
        case linked(OrderNumber)
    }

    package let at: Moment
    package let by: Actor
    package let kind: Kind
    package let note: String?
    package let handOver: HandOver?

    package init(at: Moment, by: Actor, kind: Kind, note: String? = nil, handOver: HandOver? = nil) {
        self.at = at
        self.by = by
        self.kind = kind
        self.note = note
        self.handOver = handOver
    }
}

/// What goes along when work passes to another office or person: to whom, why, what is known, by when.
package struct HandOver: Hashable, Sendable {
    package let to: Office
    package let why: String
    package let known: String
    package let by: Moment?

    package init(to: Office, why: String, known: String, by: Moment? = nil) {
        self.to = to
        self.why = why
        self.known = known
        self.by = by
    }
}

extension OrderEvent.Kind {
    /// The word of the wire: `dispatched`, `urged`, `member_joined` …
    package var word: String {
        switch self {
        case .step(let state): state.rawValue
        case .assigned: "assigned"
        case .urged: "urged"
        case .rated: "rated"
        case .callBackOpened: "call_back_opened"
        case .holderChecked: "holder_checked"
        case .memberJoined: "member_joined"
        case .linked: "linked"
        }
    }

    /// What the word is about: a person, a score, an order; nil for the others.
    package var subject: String? {
        switch self {
        case .assigned(let person): person
        case .rated(let score): String(score)
        case .memberJoined(let number), .linked(let number): number.text
        case .step, .urged, .callBackOpened, .holderChecked: nil
        }
    }

    /// Reads `word` and `subject`; nil if they do not go together.
    package init?(word: String, subject: String?) {
        if let state = OrderState(rawValue: word) { self = .step(state); return }
        switch word {
        case "assigned": self = .assigned(to: subject ?? "")
        case "urged": self = .urged
        case "call_back_opened": self = .callBackOpened
        case "holder_checked": self = .holderChecked
        case "rated":
            guard let score = subject.flatMap({ Int($0) }) else { return nil }
            self = .rated(score: score)
        case "member_joined", "linked":
            guard let number = subject.flatMap({ OrderNumber($0) }) else { return nil }
            self = word == "linked" ? .linked(number) : .memberJoined(number)
        default: return nil
        }
    }
}
