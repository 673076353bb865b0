package import PowerDomain

/// What a conversation remembers from turn to turn.
package struct DialogueState: Hashable, Sendable {
    package var language: Language
    /// Set by the customer; a message's own language no longer matters.
    package var fixedLanguage: Language?
    package var region: Region?
    /// Texts that a number stands for in the next turn.
    package var quickReplies: [String] = []
    /// The last intent that was answered, for a follow-up that only names a place.
    package var lastIntent: String?
    /// Turns in a row in which nothing was understood.
    package var misses = 0
    package var angryTurns = 0
    package var lastReply: String?
    /// Where a danger is was asked last.
    package var awaitsPlace = false
    /// The flow that is going on.
    package var flow: FlowState?
    /// Flows that wait until the present one is done, the next one first.
    package var queue: [FlowState] = []
    /// What the last reply offered beside its question.
    package var offer: Offer?
    /// The last messages before a flow began: what was just said is not asked again.
    package var recent: [EarlierMessage] = []
    /// What was told in earlier flows of this session and holds in the next one too.
    package var known: [String: SlotValue] = [:]
    package var verification: Verification?
    /// Orders made in this session, the last one last.
    package var orders: [OrderReceipt] = []
    package var flowsBegun = 0
    /// A person has taken over: the hall says nothing but words of danger.
    package var isWithPerson = false
    package var isHandedOff = false

    package init(language: Language = .zhHans, region: Region? = nil) {
        self.language = language
        self.region = region
    }
}

/// What the hall answers in one turn.
package struct Answer: Hashable, Sendable {
    package var text: String
    package var language: Language
    package var quickReplies: [String] = []
    package var sources: [Figure.Source] = []
    /// Flows that ended in this turn.
    package var finished: [FinishedFlow] = []
    /// The flow that goes on after this turn.
    package var flow: FlowState?
    /// What it still needs.
    package var missing: [String] = []
    package var orders: [OrderReceipt] = []
    package var handOff: HandOff?
    package var amounts: [NamedAmount] = []

    package init(text: String, language: Language) {
        self.text = text
        self.language = language
    }
}

/// A flow that ended: done, given up, or a question answered at once.
package struct FinishedFlow: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable {
        case submitted, answered, cancelled, rejected, handedOff = "handed_off", refused
    }

    package let flow: String
    package let status: Status
    package let slots: [String: SlotValue]
    package let corrected: Set<String>
    /// The number of the order that was made.
    package let order: String?

    package init(
        flow: String, status: Status, slots: [String: SlotValue] = [:], corrected: Set<String> = [], order: String? = nil
    ) {
        self.flow = flow
        self.status = status
        self.slots = slots
        self.corrected = corrected
        self.order = order
    }
}
