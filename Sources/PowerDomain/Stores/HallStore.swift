/// Everything that the hall keeps, as one transaction sees it: what was read stays true until the transaction ends.
/// Not to be used after it, nor by two tasks.
package typealias HallRecords = WorkOrderStore & SessionStore & IdempotencyStore & AuditLog & AccountStore & LockoutStore

/// Where the hall keeps everything. Backends live in `BackOffice`; one contract suite runs on all of them.
package protocol HallStore: Sendable {
    /// Runs `work` and answers only once all that it wrote is durable. What `work` throws undoes its own writes only;
    /// several works may share a commit, one after the other, and a later one sees what an earlier one wrote.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (any HallRecords) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value

    /// Runs `work` on what is durable; what it writes is refused or lost.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (any HallRecords) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value

    /// Whether an acknowledged write survives the end of the process.
    var isDurable: Bool { get }

    /// Finishes what was begun and lets go of the files.
    func close() async
}
