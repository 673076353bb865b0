/// Where a work order stands; raw values are those of the wire.
package enum OrderState: String, CaseIterable, Hashable, Sendable {
    case created, dispatched, accepted
    case inProgress = "in_progress"
    case waitingCustomer = "waiting_customer"
    case done, closed, cancelled, merged

    /// The states that may follow.
    package var steps: [OrderState] {
        switch self {
        case .created: [.dispatched, .cancelled, .merged]
        case .dispatched: [.accepted, .created, .cancelled, .merged]
        case .accepted: [.inProgress, .dispatched, .waitingCustomer, .cancelled, .merged]
        case .inProgress: [.waitingCustomer, .done, .dispatched, .cancelled, .merged]
        case .waitingCustomer: [.inProgress, .done, .cancelled]
        case .done: [.closed, .inProgress]
        case .closed, .cancelled, .merged: []
        }
    }

    /// Whether the work is still to be done.
    package var isOpen: Bool {
        switch self {
        case .created, .dispatched, .accepted, .inProgress, .waitingCustomer: true
        case .done, .closed, .cancelled, .merged: false
        }
    }

    /// Whether the order is carried out past its acceptance, which an open holder check forbids.
    var isBeyondAcceptance: Bool {
        switch self {
        case .inProgress, .waitingCustomer, .done, .closed: true
        case .created, .dispatched, .accepted, .cancelled, .merged: false
        }
    }
}
