internal import Foundation
internal import GRDB
internal import PowerDomain

/// Work that waits for a commit.
protocol WaitingWork: AnyObject, Sendable {
    /// Reads and writes; what it throws undoes its own writes only.
    func perform(_ records: SQLiteRecords) throws(StoreFailure)
    /// Lets the caller go on: after the commit, or with the reason why there is none.
    func release(_ failure: StoreFailure?)
}

/// The one writer of a database: a thread that takes all the work that is ready, up to 64 pieces, commits it together and
/// only then lets the callers go on.
///
/// It waits up to 2 ms for as many as shared the commit before: those have just been answered and are about to come back.
/// A caller that is alone never waits.
final class GroupWriter: @unchecked Sendable {
    static let largestGroup = 64
    static let patience: TimeInterval = 0.002

    private let pool: DatabasePool
    /// Guards everything below.
    private let condition = NSCondition()
    private var waiting: [any WaitingWork] = []
    private var wanted = 1
    private var isClosed = false
    private var hasEnded = false

    init(_ pool: DatabasePool) {
        self.pool = pool
        let thread = Thread { [self] in run() }
        thread.name = "hall writer"
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// Hands in work; it is released sooner or later, whatever happens.
    func submit(_ work: any WaitingWork) {
        condition.lock()
        guard !isClosed else {
            condition.unlock()
            work.release(.closed)
            return
        }
        waiting.append(work)
        if waiting.count >= wanted { condition.broadcast() }
        condition.unlock()
    }

    /// Takes no more work, finishes what was handed in.
    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        while !hasEnded { condition.wait() }
        condition.unlock()
    }

    private func run() {
        var last = 1
        while true {
            let group = next(expecting: last)
            guard !group.isEmpty else { break }
            last = group.count
            commit(group)
        }
        condition.lock()
        hasEnded = true
        condition.broadcast()
        condition.unlock()
    }

    /// The next group; none at the end.
    private func next(expecting count: Int) -> [any WaitingWork] {
        condition.lock()
        defer { condition.unlock() }
        wanted = 1
        while waiting.isEmpty, !isClosed { condition.wait() }
        wanted = min(count, Self.largestGroup)
        let deadline = Date(timeIntervalSinceNow: Self.patience)
        while waiting.count < wanted, !isClosed {
            guard condition.wait(until: deadline) else { break }
        }
        // Whoever comes during the commit need not wake anybody.
        wanted = .max
        let group = Array(waiting.prefix(Self.largestGroup))
        waiting.removeFirst(group.count)
        return group
    }

    private func commit(_ group: [any WaitingWork]) {
        var failures = [StoreFailure?](repeating: nil, count: group.count)
        var whole: StoreFailure?
        do {
            try pool.writeWithoutTransaction { database in try Self.commit(group, &failures, database) }
        } catch {
            whole = StoreFailure(error)
        }
        for (work, failure) in zip(group, failures) { work.release(failure ?? whole) }
    }

    private static func commit(_ group: [any WaitingWork], _ failures: inout [StoreFailure?], _ database: Database) throws {
        let records = SQLiteRecords(database)
        try records.execute("BEGIN IMMEDIATE")
        do {
            for (index, work) in group.enumerated() {
                try records.execute("SAVEPOINT work")
                do {
                    try work.perform(records)
                } catch {
                    // SQLite gives up the whole transaction after some failures: then nobody's work is kept.
                    guard database.isInsideTransaction else { throw error }
                    failures[index] = error
                    try records.execute("ROLLBACK TO work")
                }
                try records.execute("RELEASE work")
            }
            try records.execute("COMMIT")
        } catch {
            if database.isInsideTransaction { try? records.execute("ROLLBACK") }
            throw error
        }
    }
}
