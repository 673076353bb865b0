/// How urgent an order is; raw values are those of the wire.
package enum Priority: String, CaseIterable, Hashable, Comparable, Sendable {
    /// Suggestions, leads without a date.
    case low
    case normal
    /// Urged once; a second contact on the same matter within hours; hospital, school, waterworks.
    case high
    /// Danger; a life depends on supply; over-voltage; somebody shut in.
    case urgent

    private var rank: Int {
        switch self {
        case .low: 0
        case .normal: 1
        case .high: 2
        case .urgent: 3
        }
    }

    package static func < (first: Priority, second: Priority) -> Bool { first.rank < second.rank }
}
