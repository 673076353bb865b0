/// Why something cannot be done with an order.
package enum OrderFlaw: Error, Hashable, Sendable {
    case illegalStep(from: OrderState, to: OrderState)
    /// The holder's agreement has to be recorded first.
    case holderCheckMissing
    case noHolderCheckAsked
    /// An order that is given back needs a word why.
    case noteMissing
    /// Work in progress that goes to others needs a record of what is known.
    case handOverMissing
    /// The order has ended.
    case ended(OrderState)
    /// Only what is done can be rated.
    case notFinished(OrderState)
    case alreadyRated
    case scoreOutOfRange
    /// An order cannot become part of itself.
    case mergedIntoItself
}

extension WorkOrder {
    /// Takes a step of the life cycle (`models/commitments.yaml` holds its limits, `OrderState.steps` its steps).
    package mutating func advance(
        to next: OrderState, by actor: Actor, at now: Moment, note: String? = nil, handOver: HandOver? = nil
    ) throws(OrderFlaw) {
        guard next != .merged, state.steps.contains(next) else { throw .illegalStep(from: state, to: next) }
        if next.isBeyondAcceptance, holderCheck == .required { throw .holderCheckMissing }
        if state == .dispatched, next == .created, note?.isEmpty ?? true { throw .noteMissing }
        if state == .inProgress, next == .dispatched, handOver == nil { throw .handOverMissing }
        if let handOver {
            office = handOver.to
            if escalateTo == handOver.to { escalateTo = nil }
        }
        if next == .created || next == .dispatched { assignee = nil }
        state = next
        record(.step(next), actor, now, note, handOver)
    }

    /// Gives the order to a person; a created one is dispatched by it.
    package mutating func assign(to person: String, by actor: Actor, at now: Moment) throws(OrderFlaw) {
        guard state.isOpen else { throw .ended(state) }
        if state == .created { try advance(to: .dispatched, by: actor, at: now) }
        assignee = person
        record(.assigned(to: person), actor, now)
    }

    /// Writes down that the holder of the account agreed.
    package mutating func recordHolderCheck(by actor: Actor, at now: Moment, note: String? = nil) throws(OrderFlaw) {
        guard holderCheck == .required else { throw .noHolderCheckAsked }
        guard state.isOpen else { throw .ended(state) }
        holderCheck = .done
        record(.holderChecked, actor, now, note)
    }

    /// The customer asks to hurry: counted each time, the priority rises the first time only.
    package mutating func urge(by actor: Actor, at now: Moment) throws(OrderFlaw) {
        guard state.isOpen else { throw .ended(state) }
        if urges == 0 { priority = max(priority, .high) }
        urges += 1
        record(.urged, actor, now)
    }

    /// Takes the customer's opinion, once; tells whether somebody has to ring because of it.
    /// - Parameter lowest: the lowest score that needs no call.
    package mutating func rate(
        _ score: Int, comment: String?, by actor: Actor, at now: Moment, callBackBelow lowest: Int
    ) throws(OrderFlaw) -> Bool {
        guard state == .done || state == .closed else { throw .notFinished(state) }
        guard rating == nil else { throw .alreadyRated }
        guard let rating = Rating(score: score, comment: comment, at: now) else { throw .scoreOutOfRange }
        self.rating = rating
        record(.rated(score: score), actor, now)
        guard score < lowest else { return false }
        record(.callBackOpened, .system, now)
        return true
    }

    /// Makes `member` part of this incident; it keeps its number and its customer, state and clock are those of the incident.
    package mutating func take(in member: inout WorkOrder, by actor: Actor, at now: Moment) throws(OrderFlaw) {
        guard member.id != id else { throw .mergedIntoItself }
        guard state.isOpen else { throw .ended(state) }
        guard member.state.steps.contains(.merged) else { throw .illegalStep(from: member.state, to: .merged) }
        member.state = .merged
        member.mergedInto = id
        member.due = due
        member.record(.step(.merged), actor, now)
        // What had joined the member moves along, so that nobody has to follow a chain.
        let joined = [member.id] + member.members
        member.members = []
        for number in joined where !members.contains(number) {
            members.append(number)
            record(.memberJoined(number), actor, now)
        }
        priority = max(priority, member.priority)
    }

    /// Points at the incident that this order belongs to without becoming part of it.
    package mutating func link(to incident: OrderNumber, by actor: Actor, at now: Moment) {
        linkedTo = incident
        record(.linked(incident), actor, now)
    }

    /// Follows an incident that became part of another.
    package mutating func follow(_ incident: OrderNumber) { mergedInto = incident }

    /// History never runs backwards, even if a clock was set back.
    private mutating func record(
        _ kind: OrderEvent.Kind, _ actor: Actor, _ now: Moment, _ note: String? = nil, _ handOver: HandOver? = nil
    ) {
        let at = max(now, history.last?.at ?? now)
        history.append(OrderEvent(at: at, by: actor, kind: kind, note: note, handOver: handOver))
    }
}
