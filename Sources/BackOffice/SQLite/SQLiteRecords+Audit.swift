internal import GRDB
internal import PowerDomain

extension SQLiteRecords {
    private static let columns = "sequence, at, actor, action, object, result, digests, hash"

    func append(_ draft: AuditDraft) throws(StoreFailure) -> AuditEntry {
        let entry = AuditEntry(draft, behind: try auditHead())
        try execute(
            "INSERT INTO audit (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                entry.sequence, entry.at, entry.by, entry.action, entry.object, entry.result, entry.digests.joined(separator: " "),
                entry.hash.databaseBytes,
            ])
        return entry
    }

    func auditTail(_ count: Int) throws(StoreFailure) -> [AuditEntry] {
        try rows("SELECT \(Self.columns) FROM audit ORDER BY sequence DESC LIMIT ?", [max(0, count)]).reversed()
            .map { row throws(StoreFailure) in try Self.entry(row) }
    }

    func auditHead() throws(StoreFailure) -> AuditHead {
        let last = try row("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1")
        guard let last else { return .start }
        return AuditHead(sequence: try last.value(0), hash: try last.bytes(1))
    }

    func verifyAudit() throws(StoreFailure) -> AuditVerdict { try verifyAudit(behind: .start) }

    /// Checks the last `count` entries only, which takes the same time however long the log is.
    func verifyAuditTail(_ count: Int) throws(StoreFailure) -> AuditVerdict {
        let first = try auditHead().sequence - count
        guard first > 0, let row = try row("SELECT sequence, hash FROM audit WHERE sequence = ?", [first]) else { return try verifyAudit() }
        return try verifyAudit(behind: AuditHead(sequence: try row.value(0), hash: try row.bytes(1)))
    }

    private func verifyAudit(behind head: AuditHead) throws(StoreFailure) -> AuditVerdict {
        var chain = AuditChain(behind: head)
        let sql = "SELECT \(Self.columns) FROM audit WHERE sequence > ? ORDER BY sequence"
        try forEachRow(sql, [head.sequence]) { row throws(StoreFailure) in
            if let entry = try? Self.entry(row) { chain.accept(entry) } else { chain.acceptUnreadable() }
        }
        return chain.verdict
    }

    private static func entry(_ row: Row) throws(StoreFailure) -> AuditEntry {
        let digests: String = try row.value(6)
        return AuditEntry(
            sequence: try row.value(0), at: try row.value(1), by: try row.value(2), action: try row.value(3), object: try row.value(4),
            result: try row.value(5),
            digests: digests.isEmpty ? [] : digests.split(separator: " ", omittingEmptySubsequences: false).map(String.init),
            hash: try row.bytes(7))
    }

    func salt(of person: String, fresh: [UInt8]) throws(StoreFailure) -> [UInt8] {
        if let row = try row("SELECT salt FROM salt WHERE person = ?", [person]) { return try row.bytes(0) }
        try execute("INSERT INTO salt (person, salt) VALUES (?, ?)", [person, fresh.databaseBytes])
        return fresh
    }

    func eraseSalt(of person: String) throws(StoreFailure) { try execute("DELETE FROM salt WHERE person = ?", [person]) }
}
