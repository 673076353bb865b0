internal import Dialogue
internal import LanguageUnderstanding
package import PowerDomain

/// A conversation as the hall keeps it.
struct Session {
    let id: String
    var state: DialogueState
    private(set) var events: [SessionEvent] = []
    private var sequence = 0
    var turns = 0
    var attachments = 0
    var papers = SessionPapers()
    var isClosed = false
    /// Answers by idempotency key.
    var answered: [String: (fingerprint: String, turn: Turn)] = [:]
    /// Seconds at which the last messages came, for the rate limit.
    var recent: [Double] = []

    init(id: String, state: DialogueState) {
        self.id = id
        self.state = state
    }

    /// Number of the next event.
    var nextSequence: Int { sequence + 1 }

    /// Adds an event; beyond `limit` the oldest go, a quarter at a time.
    mutating func record(_ event: SessionEvent, limit: Int) {
        sequence += 1
        events.append(event)
        if events.count > limit { events.removeFirst(max(1, limit / 4)) }
    }

    /// Takes out of the history what was read from papers.
    mutating func forgetPapers() {
        for index in events.indices { if case .turn(var turn) = events[index] { turn.documents = []; events[index] = .turn(turn) } }
        for key in answered.keys { answered[key]?.turn.documents = [] }
    }

    func turn(_ number: Int?) -> Turn? {
        for event in events.reversed() {
            if case .turn(let turn) = event, number == nil || turn.number == number { return turn }
        }
        return nil
    }
}

/// What the hall needs from outside: the day, the seconds for limits, and names for sessions.
package struct Surroundings: Sendable {
    /// What counts as today.
    package let today: @Sendable () -> CalendarDay
    /// Seconds of a clock that only goes forward.
    package let seconds: @Sendable () -> Double
    /// A new name that nobody can guess: at least 128 random bits.
    package let newName: @Sendable () -> String
    /// Minutes since midnight in the utility's time zone.
    package let minute: @Sendable () -> Int

    package init(
        today: @escaping @Sendable () -> CalendarDay, seconds: @escaping @Sendable () -> Double,
        newName: @escaping @Sendable () -> String, minute: @escaping @Sendable () -> Int = { 0 }
    ) {
        self.minute = minute
        self.today = today
        self.seconds = seconds
        self.newName = newName
    }
}
