package import Dialogue
package import LanguageUnderstanding

/// One message of a customer and what the hall answered.
package struct Turn: Sendable {
    package let session: String
    /// Number of the turn in its session, from 1 on.
    package let number: Int
    /// Number among all events of the session.
    package let sequence: Int
    /// What the customer wrote.
    package let message: String
    /// The message as it was understood: differs where a number picked a choice.
    package let expanded: String
    package let understanding: Understanding
    package let answer: Answer
    /// Papers read from its attachments, or corrected in it.
    package var documents: [KeptDocument] = []
}

/// Something that happened in a session, in the order of `sequence`.
package enum SessionEvent: Sendable {
    case opened(sequence: Int, Answer)
    case turn(Turn)
    case closed(sequence: Int)

    package var sequence: Int {
        switch self {
        case .opened(let sequence, _), .closed(let sequence): sequence
        case .turn(let turn): turn.sequence
        }
    }
}

/// Why a request to the hall was not carried out.
package enum ServiceError: Error, Hashable, Sendable {
    case unknownSession
    case unknownTurn
    /// More characters than one message may have.
    case textTooLong(limit: Int)
    case tooManyAttachments(limit: Int)
    /// The same key came with other parameters before.
    case keyReused
    /// Seconds until the next message is taken.
    case tooMany(retryAfter: Int)
    case sessionClosed
}
