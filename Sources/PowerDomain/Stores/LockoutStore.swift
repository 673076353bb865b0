/// Failed identity checks, by account and by source, also of accounts that do not exist.
package protocol LockoutStore {
    /// When checks of the subject failed after `first`, oldest first.
    func failures(of subject: LockoutSubject, after first: Moment) throws(StoreFailure) -> [Moment]
    func recordFailure(of subject: LockoutSubject, at now: Moment) throws(StoreFailure)
    /// Removes what no rule looks at any more; answers how many.
    func removeFailures(before first: Moment) throws(StoreFailure) -> Int
}

/// Whom failures count against.
package enum LockoutSubject: Hashable, Sendable {
    case account(AccountNumber)
    /// A connection or a token.
    case source(String)

    /// The key under which a store keeps it.
    package var key: String {
        switch self {
        case .account(let number): "account:" + number.digits
        case .source(let name): "source:" + name
        }
    }
}

/// When failures lock (CONTRACT §5): each `first` failures of an account within a day lock it for a while, `most` for the
/// rest of the day; each `ofSource` failures of a source within a day stop it for a while.
package struct LockoutRule: Hashable, Sendable {
    package let first: Int
    package let firstMinutes: Int
    package let most: Int
    package let ofSource: Int
    package let sourceMinutes: Int

    package init(first: Int, firstMinutes: Int, most: Int, ofSource: Int, sourceMinutes: Int) {
        self.first = first
        self.firstMinutes = firstMinutes
        self.most = most
        self.ofSource = ofSource
        self.sourceMinutes = sourceMinutes
    }

    /// How far back failures matter: a lock that began yesterday may still hold.
    package static let memoryHours = 48

    /// Seconds until the subject may try again; nil if it may now. Failures of the future, left by a clock that was set
    /// back, count as of now.
    package func secondsLocked(_ subject: LockoutSubject, failures: [Moment], at now: Moment) -> Int? {
        let failures = failures.map { min($0, now) }.sorted()
        let until: Moment? =
            switch subject {
            case .account: accountLock(failures)
            case .source: sourceLock(failures)
            }
        return until.flatMap { $0 > now ? $0 - now : nil }
    }

    private func accountLock(_ failures: [Moment]) -> Moment? {
        let days = Dictionary(grouping: failures, by: \.day)
        return days.compactMap { day, times -> Moment? in
            let short = times.count >= first ? times[first - 1].adding(minutes: firstMinutes) : nil
            guard times.count >= most else { return short }
            // The rest of the day, and never shorter than the shorter lock.
            return max(Moment(day.adding(days: 1)), times[most - 1].adding(minutes: firstMinutes))
        }.max()
    }

    private func sourceLock(_ failures: [Moment]) -> Moment? {
        let days = Dictionary(grouping: failures, by: \.day).values
        return days.flatMap { times in stride(from: ofSource - 1, to: times.count, by: ofSource).map { times[$0] } }
            .max()?.adding(minutes: sourceMinutes)
    }
}

extension LockoutStore {
    /// Seconds until the subject may try again; nil if it may now.
    package func secondsLocked(_ subject: LockoutSubject, by rule: LockoutRule, at now: Moment) throws(StoreFailure) -> Int? {
        let first = now.adding(hours: -LockoutRule.memoryHours)
        return rule.secondsLocked(subject, failures: try failures(of: subject, after: first), at: now)
    }
}
