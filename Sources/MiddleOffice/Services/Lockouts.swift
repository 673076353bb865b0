/// Failed identity checks by account and by source, and who is locked out (CONTRACT §5); holds in every session.
package struct Lockouts: Sendable {
    private struct Failures {
        /// Seconds at which they happened.
        var times: [Double] = []
        var lockedUntil = 0.0
    }

    private var accounts: [String: Failures] = [:]
    private var sources: [String: Failures] = [:]

    package init() {}

    private static let minute = 60.0, hour = 3600.0, day = 86_400.0

    /// Seconds that the check stays locked; nil: it is open.
    package mutating func locked(_ account: String, source: String, at now: Double) -> Int? {
        let until = max(accounts[account]?.lockedUntil ?? 0, sources[source]?.lockedUntil ?? 0)
        return until > now ? Int((until - now).rounded(.up)) : nil
    }

    package mutating func failed(_ account: String, source: String, at now: Double) {
        var own = accounts[account] ?? Failures()
        own.times = own.times.filter { $0 > now - Self.day } + [now]
        // Ten in a day lock for the day, each five for half an hour.
        if own.times.count >= 10 {
            own.lockedUntil = now + Self.day
        } else if own.times.count % 5 == 0 {
            own.lockedUntil = now + 30 * Self.minute
        }
        accounts[account] = own
        var other = sources[source] ?? Failures()
        other.times = other.times.filter { $0 > now - Self.hour } + [now]
        if other.times.count >= 20 { other.lockedUntil = now + Self.hour }
        sources[source] = other
        if accounts.count > 50_000 { accounts = accounts.filter { $0.value.lockedUntil > now } }
    }
}
