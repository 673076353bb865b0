/// An entry of the outage register: where supply is off, from when to when, why.
package struct OutageNotice: Hashable, Sendable {
    /// Folded names; an address that contains one of them is concerned.
    package let areas: [String]
    package let region: Region
    package let isPlanned: Bool
    package let from: Moment
    /// Nil while nobody knows.
    package let to: Moment?
    package let reason: String

    package init(areas: [String], region: Region, isPlanned: Bool, from: Moment, to: Moment?, reason: String) {
        self.areas = areas
        self.region = region
        self.isPlanned = isPlanned
        self.from = from
        self.to = to
        self.reason = reason
    }

    /// Whether it covers an address at a moment.
    /// - Parameters:
    ///   - fold: brings names and addresses into one script and width.
    package func concerns(_ address: String, at now: Moment, fold: (String) -> String) -> Bool {
        guard from <= now, to.map({ now <= $0 }) ?? true else { return false }
        let address = fold(address)
        return areas.contains { area in
            let area = fold(area)
            return !area.isEmpty && address.contains(area)
        }
    }
}

/// What is done with a report of an outage where a planned notice may explain it (`models/commitments.yaml`): the notice is
/// told with reason and end, and the reply asks whether place and time fit; an order is made if they do not, if the end has
/// passed, or if there is danger or a life depends on supply.
package enum PlannedOutageRule {
    package enum Verdict: Hashable, Sendable {
        /// Tell this notice and ask.
        case tell(OutageNotice)
        case order
    }

    /// - Parameters:
    ///   - notices: planned ones that cover the place, whatever their times.
    ///   - fits: what the customer answered; nil before the question.
    ///   - isUrgent: danger, or a life depends on supply.
    package static func verdict(_ notices: [OutageNotice], at now: Moment, fits: Bool?, isUrgent: Bool) -> Verdict {
        guard !isUrgent, fits != false else { return .order }
        let current = notices.filter { $0.isPlanned && $0.from <= now && ($0.to.map { now <= $0 } ?? false) }
        // The one that ends last is what the customer has to wait for.
        guard let notice = current.max(by: { ($0.to ?? $0.from) < ($1.to ?? $1.from) }) else { return .order }
        return .tell(notice)
    }
}
