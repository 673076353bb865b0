package import PowerDomain

/// What a conversation asks of the business: performed at once by the hall, whose answer goes on in the same turn.
package protocol ServiceDesk {
    func perform(_ call: ServiceCall) -> ServiceAnswer
}

package enum ServiceCall: Hashable, Sendable {
    case open(OrderDraft)
    case order(id: String)
    case orders(phone: String)
    case urge(id: String)
    /// Four characters that may be the end of a registered secret.
    case verify(account: String, secret: String)
    case bills(account: String, from: String, to: String)
    case usage(account: String, from: CalendarDay, to: CalendarDay)
    /// Sessions in the last two hours in which this phone was given, this one included.
    case contacts(phone: String)
    /// A calculation from what a flow collected: the tariff calculator.
    case calculate(flow: String, slots: [String: SlotValue], language: Language)
    /// How many people wait before this one; nil if nobody is on duty.
    case handOff(HandOff)
}

package enum ServiceAnswer: Hashable, Sendable {
    case order(OrderReceipt?)
    case orders([OrderReceipt])
    case verified(AccountSecret)
    case refused
    /// Seconds until another attempt is taken.
    case locked(seconds: Int)
    case bills([BillFact])
    case usage([UsageFact])
    case count(Int)
    case waiting(Int?)
    case told(text: String, amounts: [NamedAmount], sources: [Figure.Source])
    /// The register does not answer.
    case outOfReach
}

/// No business behind the conversation: every register is out of reach.
package struct NoDesk: ServiceDesk {
    package init() {}
    package func perform(_ call: ServiceCall) -> ServiceAnswer {
        if case .handOff = call { return .waiting(nil) }
        return .outOfReach
    }
}
