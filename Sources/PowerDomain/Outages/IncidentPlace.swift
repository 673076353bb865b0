/// Where a fault is, in parts that were folded before: one script, one width, no spaces.
package struct IncidentPlace: Hashable, Sendable, CustomReflectable, CustomStringConvertible {
    /// The street or the estate with its district: 福田区百花二路.
    package let area: String
    /// The building in it, nil if it was not named: 48号.
    package let building: String?
    /// The home in it, nil if it was not named: 1302.
    package let home: String?

    package init(area: String, building: String? = nil, home: String? = nil) {
        self.area = area
        self.building = building
        self.home = home
    }

    /// Nothing of the address.
    package var description: String { "place" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// How far a fault reaches as far as the customer can see; raw values are those of the slot `scope`.
package enum OutageScope: String, CaseIterable, Hashable, Sendable {
    case single, building, area
}

/// A report of a fault, as the rules of incidents look at it.
package struct IncidentReport: Hashable, Sendable {
    package let kind: String
    package let scope: OutageScope
    package let place: IncidentPlace
    /// Digits of the caller's phone.
    package let phone: String?
    package let at: Moment
    package let severity: Priority

    package init(kind: String, scope: OutageScope, place: IncidentPlace, phone: String?, at: Moment, severity: Priority) {
        self.kind = kind
        self.scope = scope
        self.place = place
        self.phone = phone
        self.at = at
        self.severity = severity
    }
}
