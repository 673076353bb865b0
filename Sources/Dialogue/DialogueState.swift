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

    package init(text: String, language: Language) {
        self.text = text
        self.language = language
    }
}

/// A flow that ended: a question answered at once, or a line refused.
package struct FinishedFlow: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable {
        case submitted, answered, cancelled, rejected, handedOff = "handed_off", refused
    }

    package let flow: String
    package let status: Status

    package init(flow: String, status: Status) {
        self.flow = flow
        self.status = status
    }
}
