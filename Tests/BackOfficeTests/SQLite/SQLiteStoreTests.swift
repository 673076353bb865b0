import BackOffice
import Foundation
import GRDB
import PowerDomain
import Testing

struct SQLiteStoreTests {
    private static func open(_ path: String, _ change: (inout SQLiteStore.Options) -> Void = { _ in }) throws -> SQLiteStore {
        var options = SQLiteStore.Options()
        change(&options)
        return try SQLiteStore(HallFolder(path), options: options)
    }

    private static func makeOrder(_ store: SQLiteStore, size: Int = 10) async throws(StoreFailure) -> OrderNumber {
        try await store.write { records throws(StoreFailure) in
            let request = OrderRequest("vas.catalog", slots: [OrderSlot("content", .text(String(repeating: "x", count: size)))])
            return try Sample.book.open(request, in: records, at: Sample.start).id
        }
    }

    private static func count(_ store: SQLiteStore) async throws -> Int {
        var query = OrderQuery()
        query.limit = 100_000
        let wanted = query
        return try await store.read { records throws(StoreFailure) in try records.orders(wanted).orders.count }
    }

    @Test("what was acknowledged is there after a restart")
    func restart() async throws {
        try await withFolder { path in
            let first = try Self.open(path)
            let number = try await Self.makeOrder(first)
            try await first.write { records throws(StoreFailure) in
                try records.save(KeptSession(id: "s", version: 1, bytes: [1], expires: Sample.start.adding(hours: 24)))
            }
            await first.close()
            let second = try Self.open(path)
            let (order, session) = try await second.read { records throws(StoreFailure) in
                (try records.order(number), try records.session("s", at: Sample.start.adding(hours: 23)))
            }
            #expect(order?.id == number)
            #expect(session?.bytes == [1])
            await second.close()
        }
    }

    @Test("a data folder belongs to one at a time")
    func lock() async throws {
        try await withFolder { path in
            let store = try Self.open(path)
            #expect(throws: StoreFailure.folderInUse) { try HallFolder(path) }
            #expect(StoreFailure.folderInUse.isTemporary)
            await store.close()
        }
    }

    @Test("a second process ends with exit code 75")
    func secondProcess() async throws {
        try await withFolder { path in
            let store = try Self.open(path)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Child.path)
            process.arguments = ["bench", path, "1", "1"]
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 75)
            await store.close()
        }
    }

    @Test("only the owner can read the folder")
    func permissions() async throws {
        try await withFolder { path in
            let store = try Self.open(path)
            _ = try await Self.makeOrder(store)
            for name in try FileManager.default.contentsOfDirectory(atPath: path) {
                let mode = try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int
                #expect(mode == 0o600, "\(name)")
            }
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o700)
            await store.close()
        }
    }

    @Test("a full disk is an error, keeps what was there, and passes when there is room again")
    func fullDisk() async throws {
        try await withFolder { path in
            let small = try Self.open(path) { $0.maximumPages = 80 }
            var made: [OrderNumber] = [], failures: [StoreFailure] = []
            for _ in 0..<100 where failures.count < 3 {
                do throws(StoreFailure) { made.append(try await Self.makeOrder(small, size: 4000)) } catch { failures.append(error) }
            }
            #expect(failures == [.diskFull, .diskFull, .diskFull])
            #expect(!made.isEmpty)
            #expect(try await Self.count(small) == made.count)
            await small.close()
            let roomy = try Self.open(path)
            #expect(try await Self.count(roomy) == made.count)
            _ = try await Self.makeOrder(roomy, size: 4000)
            #expect(try await Self.count(roomy) == made.count + 1)
            await roomy.close()
        }
    }

    @Test("with many writers a full disk refuses some and acknowledges nothing that is not there")
    func fullDiskTogether() async throws {
        try await withFolder { path in
            let store = try Self.open(path) { $0.maximumPages = 120 }
            let made = await withTaskGroup(of: OrderNumber?.self) { group in
                for _ in 0..<200 { group.addTask { try? await Self.makeOrder(store, size: 4000) } }
                return await group.reduce(into: [OrderNumber]()) { list, number in if let number { list.append(number) } }
            }
            #expect(!made.isEmpty && made.count < 200)
            #expect(try await Self.count(store) == made.count)
            for number in made {
                let order = try await store.read { records throws(StoreFailure) in try records.order(number) }
                #expect(order != nil)
            }
            let verdict = try await store.read { records throws(StoreFailure) in try records.verifyAudit() }
            #expect(verdict == AuditVerdict(entries: made.count, firstBad: nil))
            await store.close()
        }
    }

    @Test(
        "a file that is no database is damaged",
        arguments: [[UInt8]("this is no database, but long enough to be looked at".utf8), [UInt8](repeating: 0x53, count: 8192)])
    func noDatabase(_ bytes: [UInt8]) async throws {
        try await withFolder { path in
            _ = try HallFolder(path)
            try Data(bytes).write(to: URL(fileURLWithPath: path + "/hall.sqlite"))
            #expect(throws: StoreFailure.damaged) { try Self.open(path) }
        }
    }

    @Test("a flipped byte is found at the start or harmless, and never ends the process", arguments: 0..<12)
    func flippedByte(_ turn: Int) async throws {
        try await withFolder { path in
            let store = try Self.open(path)
            for _ in 0..<20 { _ = try await Self.makeOrder(store, size: 300) }
            await store.close()
            let file = path + "/hall.sqlite"
            var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
            var random = SystemRandomNumberGenerator()
            for _ in 0...turn { bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random) }
            try Data(bytes).write(to: URL(fileURLWithPath: file))
            do throws(StoreFailure) {
                let again = try SQLiteStore(HallFolder(path))
                let verdict = try await again.read { records throws(StoreFailure) in try records.verifyAudit() }
                #expect(verdict == AuditVerdict(entries: 20, firstBad: nil))
                await again.close()
            } catch {
                #expect([.damaged, .newerFormat].contains(error), "\(error)")
            }
        }
    }

    @Test("a changed audit entry is found at the start")
    func changedAudit() async throws {
        try await withFolder { path in
            let store = try Self.open(path)
            for _ in 0..<5 { _ = try await Self.makeOrder(store) }
            await store.close()
            try Self.tamper(path, "UPDATE audit SET actor = 'admin' WHERE sequence = 3")
            #expect(throws: StoreFailure.damaged) { try Self.open(path) }
            let unchecked = try Self.open(path) { $0.isChecked = false }
            let verdict = try await unchecked.read { records throws(StoreFailure) in try records.verifyAudit() }
            #expect(verdict == AuditVerdict(entries: 5, firstBad: 3))
            await unchecked.close()
        }
    }

    @Test("a change before the part of the log that a start looks at is found by the whole check")
    func longLog() async throws {
        try await withFolder { path in
            let store = try Self.open(path)
            for _ in 0..<30 { _ = try await Self.makeOrder(store) }
            try await store.check()
            await store.close()
            try Self.tamper(path, "UPDATE audit SET actor = 'admin' WHERE sequence = 3")
            let again = try Self.open(path) { $0.checkedEntries = 10 }
            await #expect(throws: StoreFailure.damaged) { try await again.check() }
            await again.close()
            try Self.tamper(path, "UPDATE audit SET actor = 'admin' WHERE sequence = 25")
            #expect(throws: StoreFailure.damaged) { try Self.open(path) { $0.checkedEntries = 10 } }
        }
    }

    @Test(
        "a missing table is damage", arguments: ["DROP TABLE salt", "ALTER TABLE session RENAME TO sessiom", "DROP INDEX order_by_state"])
    func missingTable(_ sql: String) async throws {
        try await withFolder { path in
            let store = try Self.open(path)
            await store.close()
            try Self.tamper(path, sql)
            #expect(throws: StoreFailure.damaged) { try Self.open(path) }
        }
    }

    @Test("a file of a newer program is left alone")
    func newer() async throws {
        try await withFolder { path in
            let store = try Self.open(path)
            await store.close()
            try Self.tamper(path, "INSERT INTO grdb_migrations VALUES ('99 later')")
            #expect(throws: StoreFailure.newerFormat) { try Self.open(path) }
        }
    }

    @Test("after closing, work is refused")
    func closed() async throws {
        try await withFolder { path in
            let store = try Self.open(path)
            await store.close()
            await #expect(throws: StoreFailure.closed) { try await Self.makeOrder(store) }
        }
    }

    /// Changes a database behind the store's back.
    private static func tamper(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path + "/hall.sqlite")
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }
}

/// The executable that the trials start.
enum Child {
    /// It is built beside the tests.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("torture").path
    }()
}
