/// Conversations of a transaction, as bytes that only the hall understands.
package protocol SessionStore {
    /// Nil if there is none or it has expired.
    func session(_ id: String, at now: Moment) throws(StoreFailure) -> KeptSession?
    /// Keeps a conversation; `outdated` unless the version kept is the one before this (no row counts as version 0).
    func save(_ session: KeptSession) throws(StoreFailure)
    func removeSession(_ id: String) throws(StoreFailure)
    /// Removes what has expired; answers how many.
    func removeExpiredSessions(at now: Moment) throws(StoreFailure) -> Int
}

/// A conversation as it is kept.
package struct KeptSession: Hashable, Sendable {
    package let id: String
    /// Rises by one with each turn, from 1.
    package let version: Int
    package let bytes: [UInt8]
    package let expires: Moment

    /// How long a conversation is kept after its last turn.
    package static let lifetimeHours = 24

    package init(id: String, version: Int, bytes: [UInt8], expires: Moment) {
        self.id = id
        self.version = version
        self.bytes = bytes
        self.expires = expires
    }
}
