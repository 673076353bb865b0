import BackOffice
import Foundation
import PowerDomain
import Testing

struct BackupTests {
    private static func fill(_ store: SQLiteStore, _ kind: String, _ count: Int) async throws {
        try await store.write { records throws(StoreFailure) in
            for _ in 0..<count { _ = try Sample.book.open(OrderRequest(kind), in: records, at: Sample.start) }
        }
    }

    private static func kinds(_ store: SQLiteStore) async throws -> [String] {
        var query = OrderQuery()
        query.limit = 1000
        let wanted = query
        return try await store.read { records throws(StoreFailure) in try records.orders(wanted).orders.map(\.kind) }
    }

    @Test("a backup made while others write holds a moment of it, and a restore brings it back")
    func roundTrip() async throws {
        try await withFolder { path in
            let store = try SQLiteStore(HallFolder(path + "/hall"))
            try await Self.fill(store, "before", 30)
            let writing = Task {
                for _ in 0..<40 { try? await Self.fill(store, "during", 1) }
            }
            let file = path + "/copy.sqlite"
            try store.backup(to: file)
            await writing.value
            await store.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["copy.sqlite", "hall"])
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
            try BackupFile(file).check()
            let folder = try HallFolder(path + "/hall")
            try BackupFile(file).restore(into: folder)
            let restored = try SQLiteStore(folder)
            let kinds = try await Self.kinds(restored)
            #expect(kinds.prefix(30) == ArraySlice(repeating: "before", count: 30))
            #expect(kinds.count < 70)
            try await Self.fill(restored, "after", 1)
            #expect(try await restored.read { records throws(StoreFailure) in try records.verifyAudit() }.isIntact)
            await restored.close()
        }
    }

    @Test("a bad backup replaces nothing", arguments: ["cut", "flipped", "other", "missing", "audit"])
    func bad(_ fault: String) async throws {
        try await withFolder { path in
            let store = try SQLiteStore(HallFolder(path + "/hall"))
            try await Self.fill(store, "mine", 20)
            let file = path + "/copy.sqlite"
            try store.backup(to: file)
            await store.close()
            try Self.spoil(file, fault)
            let folder = try HallFolder(path + "/hall")
            #expect(throws: fault == "missing" ? StoreFailure.notFound : .damaged) { try BackupFile(file).restore(into: folder) }
            let again = try SQLiteStore(folder)
            #expect(try await Self.kinds(again).count == 20)
            await again.close()
        }
    }

    private static func spoil(_ file: String, _ fault: String) throws {
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        switch fault {
        case "cut": bytes.removeLast(bytes.count / 2)
        case "flipped": for index in stride(from: 4200, to: bytes.count, by: 4096) { bytes[index - 100] ^= 0xFF; bytes[index] ^= 0xFF }
        case "audit": bytes = Self.replacing(bytes, Array("order.create".utf8), Array("order.cheats".utf8))
        case "other": bytes = Array("no database".utf8)
        default:
            try FileManager.default.removeItem(atPath: file)
            return
        }
        try Data(bytes).write(to: URL(fileURLWithPath: file))
    }

    private static func replacing(_ bytes: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
        guard let range = bytes.firstRange(of: old) else { return [] }
        return Array(bytes[..<range.lowerBound]) + new + bytes[range.upperBound...]
    }

    @Test("a restore that was cut off before its last step is finished at the next start")
    func cutOff() async throws {
        try await withFolder { path in
            let store = try SQLiteStore(HallFolder(path + "/hall"))
            try await Self.fill(store, "old", 3)
            let file = path + "/copy.sqlite"
            try store.backup(to: file)
            try await Self.fill(store, "new", 3)
            await store.close()
            // As a kill leaves it: the restored file stands ready, the database and its log are the old ones.
            try FileManager.default.copyItem(atPath: file, toPath: path + "/hall/hall.restored")
            try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: path + "/hall/hall.sqlite-wal"))
            let again = try SQLiteStore(HallFolder(path + "/hall"))
            #expect(try await Self.kinds(again) == ["old", "old", "old"])
            await again.close()
        }
    }

    @Test("a damaged database is replaced by a backup")
    func repair() async throws {
        try await withFolder { path in
            let store = try SQLiteStore(HallFolder(path + "/hall"))
            try await Self.fill(store, "old", 3)
            let file = path + "/copy.sqlite"
            try store.backup(to: file)
            await store.close()
            try Data(repeating: 1, count: 9000).write(to: URL(fileURLWithPath: path + "/hall/hall.sqlite"))
            let folder = try HallFolder(path + "/hall")
            #expect(throws: StoreFailure.damaged) { try SQLiteStore(folder) }
            try BackupFile(file).restore(into: folder)
            let again = try SQLiteStore(folder)
            #expect(try await Self.kinds(again).count == 3)
            await again.close()
        }
    }
}
