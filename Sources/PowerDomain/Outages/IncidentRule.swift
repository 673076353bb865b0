/// When reports of a fault are one incident (`models/commitments.yaml`).
///
/// Each says `building` or `area` at the same place, within the window of the first report, with the same severity; or the
/// same home reports again, with the same address and phone. One home's fault never joins a neighbour's. An urgent report
/// keeps an order of its own and is linked.
package struct IncidentRule: Hashable, Sendable {
    package let windowMinutes: Int

    package init(windowMinutes: Int) { self.windowMinutes = windowMinutes }

    /// What becomes of a report beside an open one.
    package enum Verdict: Hashable, Sendable {
        /// Nothing in common.
        case apart
        /// The same home reports again: the order that there is gets counted, no new one.
        case sameHome
        /// One incident.
        case joins
        /// The same fault, but somebody is in danger: an order of its own that points at the incident.
        case linked
    }

    package func verdict(on report: IncidentReport, beside first: IncidentReport) -> Verdict {
        guard report.kind == first.kind, isWithinWindow(report.at, of: first.at) else { return .apart }
        if isSameHome(report, first) { return report.severity > first.severity ? .linked : .sameHome }
        guard isSamePlace(report, first) else { return .apart }
        if report.severity == .urgent { return .linked }
        return report.severity == first.severity ? .joins : .apart
    }

    /// A clock may have been set back between the two.
    private func isWithinWindow(_ now: Moment, of first: Moment) -> Bool { abs(now - first) <= windowMinutes * 60 }

    private func isSameHome(_ report: IncidentReport, _ first: IncidentReport) -> Bool {
        guard let phone = report.phone, phone == first.phone else { return false }
        return report.place == first.place
    }

    private func isSamePlace(_ report: IncidentReport, _ first: IncidentReport) -> Bool {
        guard report.place.area == first.place.area else { return false }
        switch (report.scope, first.scope) {
        case (.single, _), (_, .single): return false
        // What reaches over the area holds its buildings; a building does not hold the area.
        case (_, .area): return true
        case (.area, .building): return false
        case (.building, .building): return report.place.building != nil && report.place.building == first.place.building
        }
    }
}

/// When outages of one place are so many that the back office has to look: three in two months.
package struct RepeatedOutageRule: Hashable, Sendable {
    package let count: Int
    package let days: Int

    package init(count: Int, days: Int) {
        self.count = count
        self.days = days
    }

    /// - Parameter times: when outages of the place began.
    package func isRepeated(_ times: [Moment], at now: Moment) -> Bool {
        let first = now.adding(seconds: -days * Moment.secondsOfDay)
        return times.count { $0 > first && $0 <= now } >= count
    }
}
