internal import Foundation
internal import GRDB
package import PowerDomain

/// A file that a backup wrote.
package struct BackupFile: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// Whether it is a whole database of this program, its audit chain unbroken; throws what is wrong.
    package func check() throws(StoreFailure) {
        guard access(path, F_OK) == 0 else { throw .notFound }
        try StoreFailure.catching {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.read { database in
                guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == Schema.applicationID else { throw StoreFailure.damaged }
                if try Schema.migrator.hasBeenSuperseded(database) { throw StoreFailure.newerFormat }
                let complaints = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
                guard complaints == ["ok"] else { throw StoreFailure.damaged }
                try Self.checkRecords(database, entries: .max)
            }
            try queue.close()
        }
    }

    /// Puts its content in the place of a folder's database. The file is checked first, and its copy once more; what is there
    /// is replaced at the end in one step, which the next start finishes if it was cut off.
    package func restore(into folder: HallFolder) throws(StoreFailure) {
        try check()
        let draft = folder.draft
        try? FileManager.default.removeItem(atPath: draft)
        defer { try? FileManager.default.removeItem(atPath: draft) }
        do {
            try FileManager.default.copyItem(atPath: path, toPath: draft)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft)
        } catch {
            throw .diskFull
        }
        try BackupFile(draft).check()
        try HallFolder.syncFile(draft)
        guard rename(draft, folder.pending) == 0 else { throw StoreFailure(errno: errno) }
        try HallFolder.syncFolder(folder.path)
        try folder.finishRestoring()
    }

    /// Looks at the tables and at the last entries of the audit log.
    static func checkRecords(_ database: Database, entries: Int) throws {
        guard try Schema.isWhole(database) else { throw StoreFailure.damaged }
        let records = SQLiteRecords(database)
        let verdict = try entries == .max ? records.verifyAudit() : records.verifyAuditTail(entries)
        guard verdict.isIntact else { throw StoreFailure.damaged }
    }

    /// Looks at every page; an empty file has none.
    static func checkPages(_ database: Database) throws {
        let complaints = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
        guard complaints == ["ok"] else { throw StoreFailure.damaged }
    }
}
