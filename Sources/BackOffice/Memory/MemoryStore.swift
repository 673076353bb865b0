package import PowerDomain
internal import Synchronization

/// Keeps everything in memory: for tests, and for a hall that promises no order.
package final class MemoryStore: HallStore {
    private let state = Mutex(MemoryState())

    package init() {}

    package var isDurable: Bool { false }

    package func write<Value: Sendable>(
        _ work: @escaping @Sendable (any HallRecords) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value { try run(work, keeps: true) }

    package func read<Value: Sendable>(
        _ work: @escaping @Sendable (any HallRecords) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value { try run(work, keeps: false) }

    package func close() async {}

    private func run<Value: Sendable>(
        _ work: (any HallRecords) throws(StoreFailure) -> Value, keeps: Bool
    ) throws(StoreFailure) -> Value {
        try state.withLock { state throws(StoreFailure) in
            let records = MemoryRecords(state)
            // The records hold the only reference now, so that nothing is copied.
            state = MemoryState()
            var isKept = false
            defer {
                if !isKept { records.undo() }
                state = records.state
            }
            let value = try work(records)
            isKept = keeps
            return value
        }
    }
}

/// All that a memory store holds.
struct MemoryState {
    var lastNumber: [CalendarDay: Int] = [:]
    var orders: [OrderNumber: WorkOrder] = [:]
    var sessions: [String: KeptSession] = [:]
    var results: [RequestKey: KeyedResult] = [:]
    var audit: [AuditEntry] = []
    var salts: [String: [UInt8]] = [:]
    var failures: [String: [Moment]] = [:]
    var business: [BusinessRecord.Kind: [String: BusinessRecord]] = [:]
}
