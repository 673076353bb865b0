internal import Foundation
internal import GRDB
package import PowerDomain

/// Keeps everything in a SQLite database of a locked folder: write-ahead log, every commit flushed to the disk.
package final class SQLiteStore: HallStore {
    private let folder: HallFolder
    private let pool: DatabasePool
    private let writer: GroupWriter

    /// Choices for opening a store.
    package struct Options: Sendable {
        /// Whether the tables, the pages and the end of the audit log are looked at first.
        package var isChecked = true
        /// Pages are looked at in a file of at most so many bytes (128 MiB take about 0.2 s); `check` looks at any.
        package var checkedBytes = 128 << 20
        /// So many of the last audit entries are looked at (about 0.1 s); `check` looks at all.
        package var checkedEntries = 20_000
        /// The most pages of 4 KiB that the file may have; nil: as many as the disk holds. For tests of a full disk.
        package var maximumPages: Int?

        package init() {}
    }

    /// Opens the store of a folder, makes what is missing, checks what is there.
    package init(_ folder: HallFolder, options: Options = Options()) throws(StoreFailure) {
        self.folder = folder
        try folder.finishRestoring()
        try folder.prepareDatabase()
        let path = folder.database
        pool = try StoreFailure.catching { try DatabasePool(path: path, configuration: Self.configuration(options)) }
        try Self.prepare(pool, options)
        writer = GroupWriter(pool)
    }

    package var isDurable: Bool { true }

    package func write<Value: Sendable>(
        _ work: @escaping @Sendable (any HallRecords) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
            writer.submit(Work(work, continuation))
        }
        return try result.get()
    }

    package func read<Value: Sendable>(
        _ work: @escaping @Sendable (any HallRecords) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
            pool.asyncRead { database in
                do {
                    continuation.resume(returning: .success(try work(SQLiteRecords(try database.get()))))
                } catch {
                    continuation.resume(returning: .failure(StoreFailure(error)))
                }
            }
        }
        return try result.get()
    }

    package func close() async {
        writer.close()
        // The log goes into the file, which is then whole by itself; the next start would do it otherwise.
        try? await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try? pool.close()
        folder.release()
    }

    /// Looks at every page and every audit entry while others go on; throws what is wrong.
    package func check() async throws(StoreFailure) {
        try await read { records throws(StoreFailure) in
            guard let records = records as? SQLiteRecords else { return }
            try StoreFailure.catching {
                try BackupFile.checkPages(records.database)
                try BackupFile.checkRecords(records.database, entries: .max)
            }
        }
    }

    // MARK: Copies

    /// Writes a copy of everything to a file, complete and checked, or not at all; others may go on writing.
    package func backup(to path: String) throws(StoreFailure) {
        let draft = path + ".draft"
        try? FileManager.default.removeItem(atPath: draft)
        defer { try? FileManager.default.removeItem(atPath: draft) }
        guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw .notWritable
        }
        try StoreFailure.catching {
            let copy = try DatabaseQueue(path: draft)
            try pool.backup(to: copy)
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        }
        try BackupFile(draft).check()
        try HallFolder.syncFile(draft)
        guard rename(draft, path) == 0 else { throw StoreFailure(errno: errno) }
        try HallFolder.syncFolder((path as NSString).deletingLastPathComponent.isEmpty ? "." : (path as NSString).deletingLastPathComponent)
    }

    // MARK: Opening

    private static func configuration(_ options: Options) -> Configuration {
        var configuration = Configuration()
        configuration.label = "hall"
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // Erased rows are overwritten, not only unlinked.
            try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
            if let pages = options.maximumPages { _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages)") }
        }
        return configuration
    }

    private static func prepare(_ pool: DatabasePool, _ options: Options) throws(StoreFailure) {
        do {
            try migrate(pool, options)
            try pool.writeWithoutTransaction { database in
                // The pool comes with less: a commit would survive the process, but not a power cut.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else { throw StoreFailure.notWritable }
            }
            if options.isChecked { try pool.read { try BackupFile.checkRecords($0, entries: options.checkedEntries) } }
        } catch {
            let failure = StoreFailure(error)
            // A file on which our own statements make no sense is not what we wrote, nor is one that says it is read-only
            // while the system would let us write.
            if case .other = failure { throw .damaged }
            throw failure == .notWritable && access(pool.path, W_OK) == 0 ? .damaged : failure
        }
    }

    private static func migrate(_ pool: DatabasePool, _ options: Options) throws {
        if try pool.read(Schema.migrator.hasBeenSuperseded) { throw StoreFailure.newerFormat }
        if options.isChecked, try pool.read(Self.size) <= options.checkedBytes { try pool.read(BackupFile.checkPages) }
        try Schema.migrator.migrate(pool)
    }

    private static func size(_ database: Database) throws -> Int {
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        return try pages * (Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
    }
}

/// A piece of work and who waits for it. The writer's thread alone touches the value.
private final class Work<Value: Sendable>: WaitingWork, @unchecked Sendable {
    private let body: @Sendable (any HallRecords) throws(StoreFailure) -> Value
    private let continuation: CheckedContinuation<Result<Value, StoreFailure>, Never>
    private var value: Value?

    init(
        _ body: @escaping @Sendable (any HallRecords) throws(StoreFailure) -> Value,
        _ continuation: CheckedContinuation<Result<Value, StoreFailure>, Never>
    ) {
        self.body = body
        self.continuation = continuation
    }

    func perform(_ records: SQLiteRecords) throws(StoreFailure) { value = try body(records) }

    func release(_ failure: StoreFailure?) {
        if let failure { return continuation.resume(returning: .failure(failure)) }
        continuation.resume(returning: value.map(Result.success) ?? .failure(.closed))
    }
}
