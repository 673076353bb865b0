/// What requests with a key were answered, so that a repeated one is answered the same.
package protocol IdempotencyStore {
    /// Nil if the key was not used or has expired.
    func result(of key: RequestKey, at now: Moment) throws(StoreFailure) -> KeyedResult?
    /// Keeps a result; `duplicate` if the key is in use and has not expired.
    func keep(_ result: KeyedResult, of key: RequestKey, at now: Moment) throws(StoreFailure)
    /// Removes what has expired; answers how many.
    func removeExpiredResults(at now: Moment) throws(StoreFailure) -> Int
}

/// A key and where it is valid: role, session or customer, method.
package struct RequestKey: Hashable, Sendable {
    package let scope: String
    package let key: String

    package init(scope: String, key: String) {
        self.scope = scope
        self.key = key
    }
}

/// What a request with a key was answered.
package struct KeyedResult: Hashable, Sendable {
    /// Digest of the parameters in canonical form.
    package let fingerprint: [UInt8]
    package let result: [UInt8]
    package let expires: Moment

    /// How long an answer is kept.
    package static let lifetimeDays = 7

    package init(fingerprint: [UInt8], result: [UInt8], expires: Moment) {
        self.fingerprint = fingerprint
        self.result = result
        self.expires = expires
    }
}

/// What became of a request with a key.
package enum KeyedOutcome: Hashable, Sendable {
    /// Done now.
    case fresh([UInt8])
    /// Done before: the first answer.
    case repeated([UInt8])
    /// The key was used with other parameters: nothing was done.
    case keyReused

    /// The answer, nil where the key was used for something else.
    package var result: [UInt8]? {
        switch self {
        case .fresh(let bytes), .repeated(let bytes): bytes
        case .keyReused: nil
        }
    }
}

extension IdempotencyStore {
    /// Does `work` once for a key; its answer is kept in the transaction of its effect.
    package func once(
        _ key: RequestKey, fingerprint: [UInt8], at now: Moment, _ work: () throws(StoreFailure) -> [UInt8]
    ) throws(StoreFailure) -> KeyedOutcome {
        if let earlier = try result(of: key, at: now) {
            return earlier.fingerprint == fingerprint ? .repeated(earlier.result) : .keyReused
        }
        let result = try work()
        let expires = now.adding(hours: 24 * KeyedResult.lifetimeDays)
        try keep(KeyedResult(fingerprint: fingerprint, result: result, expires: expires), of: key, at: now)
        return .fresh(result)
    }
}
