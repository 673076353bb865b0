import BackOffice
import Foundation
import PowerDomain

/// Makes orders without end from several writers and says so on stdout: `SENT key` before, `ACK key number` after the order
/// is durable. Ends by being killed.
struct OrderingChild {
    let folder: String
    let round: Int
    let writers: Int

    func run() async throws {
        let store = try SQLiteStore(HallFolder(folder))
        say("READY")
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<writers { group.addTask { await order(writer, store) } }
        }
        await store.close()
    }

    private func order(_ writer: Int, _ store: SQLiteStore) async {
        let session = "r\(round)w\(writer)"
        var count = 0
        while true {
            let key = "\(session)-\(count)"
            count += 1
            say("SENT \(key)")
            do {
                say("ACK \(key) \(try await Sample.makeOrder(key, session: session, in: store))")
            } catch {
                say("FAIL \(key) \(error)")
            }
        }
    }

    /// One write a line, so that lines of several writers do not mix and none waits in a buffer.
    private func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }
}
