internal import GRDB
internal import PowerDomain

/// One transaction of a database.
final class SQLiteRecords: HallRecords {
    let database: Database

    init(_ database: Database) { self.database = database }

    /// Runs a statement that was prepared before, if it was.
    func execute(_ sql: String, _ arguments: StatementArguments = []) throws(StoreFailure) {
        try StoreFailure.catching { try database.cachedStatement(sql: sql).execute(arguments: arguments) }
    }

    /// The first row.
    func row(_ sql: String, _ arguments: StatementArguments = []) throws(StoreFailure) -> Row? {
        try StoreFailure.catching { try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments) }
    }

    /// All rows.
    func rows(_ sql: String, _ arguments: StatementArguments = []) throws(StoreFailure) -> [Row] {
        try StoreFailure.catching { try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments) }
    }

    /// Each row in turn, without holding all of them.
    func forEachRow(
        _ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws(StoreFailure) -> Void
    ) throws(StoreFailure) {
        try StoreFailure.catching {
            let cursor = try Row.fetchCursor(database.makeStatement(sql: sql), arguments: arguments)
            while let row = try cursor.next() { try body(row) }
        }
    }

    var changes: Int { database.changesCount }

    // MARK: Sessions

    func session(_ id: String, at now: Moment) throws(StoreFailure) -> KeptSession? {
        let row = try row("SELECT version, expires, body FROM session WHERE id = ? AND expires > ?", [id, now.seconds])
        guard let row else { return nil }
        return KeptSession(id: id, version: try row.value(0), bytes: try row.bytes(2), expires: try row.moment(1))
    }

    func save(_ session: KeptSession) throws(StoreFailure) {
        let values: StatementArguments = [
            session.version, session.expires.seconds, session.bytes.databaseBytes, session.id, session.version - 1,
        ]
        try execute("UPDATE session SET version = ?, expires = ?, body = ? WHERE id = ? AND version = ?", values)
        if changes == 1 { return }
        guard session.version == 1, try row("SELECT 1 FROM session WHERE id = ?", [session.id]) == nil else { throw .outdated }
        try execute(
            "INSERT INTO session (id, version, expires, body) VALUES (?, 1, ?, ?)",
            [session.id, session.expires.seconds, session.bytes.databaseBytes])
    }

    func removeSession(_ id: String) throws(StoreFailure) { try execute("DELETE FROM session WHERE id = ?", [id]) }

    func removeExpiredSessions(at now: Moment) throws(StoreFailure) -> Int {
        try execute("DELETE FROM session WHERE expires <= ?", [now.seconds])
        return changes
    }

    // MARK: Keys

    func result(of key: RequestKey, at now: Moment) throws(StoreFailure) -> KeyedResult? {
        let sql = "SELECT fingerprint, expires, result FROM keyed_result WHERE scope = ? AND key = ? AND expires > ?"
        guard let row = try row(sql, [key.scope, key.key, now.seconds]) else { return nil }
        return KeyedResult(fingerprint: try row.bytes(0), result: try row.bytes(2), expires: try row.moment(1))
    }

    func keep(_ result: KeyedResult, of key: RequestKey, at now: Moment) throws(StoreFailure) {
        try execute(
            "DELETE FROM keyed_result WHERE scope = ? AND key = ? AND expires <= ?", [key.scope, key.key, now.seconds])
        try execute(
            "INSERT INTO keyed_result (scope, key, fingerprint, expires, result) VALUES (?, ?, ?, ?, ?)",
            [key.scope, key.key, result.fingerprint.databaseBytes, result.expires.seconds, result.result.databaseBytes])
    }

    func removeExpiredResults(at now: Moment) throws(StoreFailure) -> Int {
        try execute("DELETE FROM keyed_result WHERE expires <= ?", [now.seconds])
        return changes
    }

    // MARK: Failures

    func failures(of subject: LockoutSubject, after first: Moment) throws(StoreFailure) -> [Moment] {
        try rows("SELECT at FROM failure WHERE subject = ? AND at > ? ORDER BY at", [subject.key, first.seconds])
            .map { row throws(StoreFailure) in try row.moment(0) }
    }

    func recordFailure(of subject: LockoutSubject, at now: Moment) throws(StoreFailure) {
        try execute("INSERT INTO failure (subject, at) VALUES (?, ?)", [subject.key, now.seconds])
    }

    func removeFailures(before first: Moment) throws(StoreFailure) -> Int {
        try execute("DELETE FROM failure WHERE at < ?", [first.seconds])
        return changes
    }
}
