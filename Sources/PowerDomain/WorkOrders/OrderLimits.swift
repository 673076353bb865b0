/// Time limits by kind of order, and the kinds that end, reduce or redirect supply and so need a check of the holder.
package struct OrderLimits: Hashable, Sendable {
    package enum Limit: Hashable, Sendable {
        /// Minutes until a crew is there, day and night.
        case arrival(urban: Int, rural: Int, remote: Int)
        /// Hours, day and night.
        case hours(Int)
        case workingDays(Int)
    }

    package var limits: [String: Limit] = [:]
    package var holderChecks: Set<String> = []

    package init() {}

    /// When an order of `kind` that is made `now` is due; nil where no limit is on record.
    package func due(_ kind: String, from now: Moment, address: String?) -> Moment? {
        switch limits[kind] {
        case nil: return nil
        case .arrival(let urban, let rural, _)?: return now.adding(minutes: Self.isRural(address) ? rural : urban)
        case .hours(let hours)?: return now.adding(minutes: hours * 60)
        case .workingDays(let days)?:
            var day = now.day, left = days
            while left > 0 {
                day = day.adding(days: 1)
                if day.weekday <= 5 { left -= 1 }
            }
            return Moment(day: day, minute: now.minute)
        }
    }

    private static func isRural(_ address: String?) -> Bool {
        guard let address else { return false }
        let isVillage = ["镇", "鎮", "乡", "鄉", "屯", "组", "村委", "village"].contains { address.contains($0) }
        return isVillage || (address.contains("村") && !address.contains("区") && !address.contains("路"))
    }
}
