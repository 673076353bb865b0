internal import GRDB
internal import PowerDomain

extension StoreFailure {
    /// What GRDB threw; its texts may quote values and are left behind.
    init(_ error: any Error) {
        if let failure = error as? StoreFailure { self = failure; return }
        // Anything but a DatabaseError is a row that does not hold what the schema says.
        guard let error = error as? DatabaseError else { self = .damaged; return }
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull
            case .SQLITE_IOERR: .inputOutput(code: error.extendedResultCode.rawValue)
            case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: .damaged
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: .notWritable
            case .SQLITE_BUSY, .SQLITE_LOCKED: .folderInUse
            case .SQLITE_CONSTRAINT: .duplicate
            default: .other(code: error.extendedResultCode.rawValue)
            }
    }

    /// Runs what GRDB does and turns what it throws into a failure.
    static func catching<Value>(_ body: () throws -> Value) throws(StoreFailure) -> Value {
        do { return try body() } catch { throw StoreFailure(error) }
    }
}
