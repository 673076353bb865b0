/// How far a crew has to drive, as promises tell places apart.
package enum ServiceArea: String, CaseIterable, Hashable, Sendable {
    case urban, rural, remote
}

/// What the utility promises for a kind of order (服务承诺): data of the utility, read from `models/commitments.yaml` and
/// replaced by what is imported.
package struct ServiceCommitment: Hashable, Sendable {
    /// How long the promise gives.
    package enum Limit: Hashable, Sendable {
        /// Minutes until somebody arrives, by kind of place, day and night.
        case arrival(minutes: [ServiceArea: Int])
        /// Hours, day and night.
        case hours(Int)
        /// Working days; more where a line from outside is needed.
        case workingDays(Int, withExternalLine: Int?)
    }

    /// The kind of order.
    package let kind: String
    package let limit: Limit
    /// What is promised, where it is not the end of the work.
    package let what: String?
    /// The state that keeps the promise: `inProgress` for an arrival, `done` for the work.
    package let metBy: OrderState
    /// The least priority of such an order.
    package let priority: Priority?
    /// Whether a storm withdraws it for the areas named.
    package let isWithdrawnInStorm: Bool
    /// Where the figure is from.
    package let source: String
    package let confidence: RuleSource.Confidence

    package init(
        _ kind: String, _ limit: Limit, what: String? = nil, metBy: OrderState = .done, priority: Priority? = nil,
        isWithdrawnInStorm: Bool = false, source: String, confidence: RuleSource.Confidence
    ) {
        self.kind = kind
        self.limit = limit
        self.what = what
        self.metBy = metBy
        self.priority = priority
        self.isWithdrawnInStorm = isWithdrawnInStorm
        self.source = source
        self.confidence = confidence
    }

    /// The clock for an order of this kind; nil if nothing is promised in a storm. Where the kind of place is not known the
    /// longest limit counts: no more is promised than is on record.
    package func clock(for request: OrderRequest, calendar: WorkingCalendar) -> ServiceClock? {
        if request.isInStorm, isWithdrawnInStorm { return nil }
        switch limit {
        case .arrival(let minutes):
            guard let minutes = request.area.flatMap({ minutes[$0] }) ?? minutes.values.max() else { return nil }
            return ServiceClock(.elapsed(seconds: minutes * 60), calendar: calendar)
        case .hours(let hours): return ServiceClock(.elapsed(seconds: hours * 3600), calendar: calendar)
        case .workingDays(let days, let longer):
            let days = request.needsExternalLine ? longer ?? days : days
            return ServiceClock(.workingDays(days), calendar: calendar)
        }
    }
}

/// What the utility sets for its orders: promises, holder checks, the rules of incidents, urging and rating.
package struct WorkOrderRules: Hashable, Sendable {
    /// By kind of order.
    package var commitments: [String: ServiceCommitment]
    /// Kinds that need the holder's agreement before they are carried out.
    package var holderChecked: Set<String>
    package var incidents: IncidentRule
    package var repeats: RepeatedOutageRule
    /// A rating below this opens a call-back.
    package var callBackBelow: Int
    /// The kind of order that a call-back is.
    package var callBackKind: String

    package init(
        commitments: [ServiceCommitment], holderChecked: Set<String>, incidents: IncidentRule, repeats: RepeatedOutageRule,
        callBackBelow: Int, callBackKind: String
    ) {
        self.commitments = Dictionary(commitments.map { ($0.kind, $0) }) { _, last in last }
        self.holderChecked = holderChecked
        self.incidents = incidents
        self.repeats = repeats
        self.callBackBelow = callBackBelow
        self.callBackKind = callBackKind
    }

    /// What is asked for, but not less than such an order always has.
    package func priority(of request: OrderRequest) -> Priority {
        max(request.priority, commitments[request.kind]?.priority ?? .low)
    }

    /// These rules with the utility's own commitments in place of the general ones.
    package func replacing(_ imported: [ServiceCommitment]) -> WorkOrderRules {
        var rules = self
        for commitment in imported { rules.commitments[commitment.kind] = commitment }
        return rules
    }
}
