import BackOffice
import Foundation
import PowerDomain
import Synchronization

/// Measures durable turns: each saves its session, a keyed answer and an audit line, every fourth makes an order.
struct TurnBench {
    let folder: String
    let writers: Int
    let seconds: Double

    func run() async throws -> String {
        let store = try SQLiteStore(HallFolder(folder))
        let times = Mutex<[Double]>([])
        let start = Date()
        let run = UInt64(start.timeIntervalSince1970 * 1000)
        try await withThrowingTaskGroup(of: [Double].self) { group in
            for writer in 0..<writers {
                group.addTask {
                    var own: [Double] = [], turn = 0
                    while Date().timeIntervalSince(start) < seconds {
                        turn += 1
                        let begin = Date()
                        try await take(turn, of: "b\(run)-\(writer)", store)
                        own.append(Date().timeIntervalSince(begin))
                    }
                    return own
                }
            }
            for try await own in group { times.withLock { $0 += own } }
        }
        let elapsed = Date().timeIntervalSince(start)
        await store.close()
        let sorted = times.withLock { $0.sorted() }
        func milliseconds(_ share: Double) -> Double {
            (sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] * 10_000).rounded() / 10
        }
        return "\(writers) writers: \(Int(Double(sorted.count) / elapsed)) durable turns/s, p50 \(milliseconds(0.5)) ms, "
            + "p99 \(milliseconds(0.99)) ms, max \(milliseconds(1)) ms"
    }

    private func take(_ turn: Int, of session: String, _ store: SQLiteStore) async throws {
        let now = Sample.now()
        let state = [UInt8](repeating: UInt8(truncatingIfNeeded: turn), count: 1500)
        _ = try await store.write { records throws(StoreFailure) in
            let key = RequestKey(scope: session, key: String(turn))
            return try records.once(key, fingerprint: SHA256.digest(state.prefix(64)), at: now) { () throws(StoreFailure) in
                if turn % 4 == 0 {
                    _ = try Sample.book.open(Sample.request(String(turn), session: session), in: records, at: now)
                } else {
                    try records.append(AuditDraft(at: now, by: .customer, action: "chat.send"))
                }
                try records.save(KeptSession(id: session, version: turn, bytes: state, expires: now.adding(hours: 24)))
                return [UInt8](repeating: 0x41, count: 600)
            }
        }
    }
}
