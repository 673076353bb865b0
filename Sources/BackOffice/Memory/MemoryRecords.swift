internal import PowerDomain

/// One transaction of a memory store; remembers how to take back what it wrote.
final class MemoryRecords: HallRecords {
    private(set) var state: MemoryState
    private var undoing: [(inout MemoryState) -> Void] = []

    init(_ state: MemoryState) { self.state = state }

    /// Takes back everything.
    func undo() {
        for step in undoing.reversed() { step(&state) }
        undoing = []
    }

    /// Sets a value of a table and remembers the one before.
    private func set<Key: Hashable, Value>(_ table: WritableKeyPath<MemoryState, [Key: Value]>, _ key: Key, _ value: Value?) {
        let before = state[keyPath: table][key]
        undoing.append { $0[keyPath: table][key] = before }
        state[keyPath: table][key] = value
    }

    // MARK: Orders

    func nextOrderNumber(on day: CalendarDay) throws(StoreFailure) -> OrderNumber {
        let running = (state.lastNumber[day] ?? 0) + 1
        set(\.lastNumber, day, running)
        return OrderNumber(day: day, running: running)
    }

    func order(_ id: OrderNumber) throws(StoreFailure) -> WorkOrder? { state.orders[id] }

    func insert(_ order: WorkOrder) throws(StoreFailure) {
        guard state.orders[order.id] == nil else { throw .duplicate }
        set(\.orders, order.id, order)
    }

    func update(_ order: WorkOrder) throws(StoreFailure) {
        guard state.orders[order.id] != nil else { throw .outdated }
        set(\.orders, order.id, order)
    }

    func orders(_ query: OrderQuery) throws(StoreFailure) -> OrderPage {
        let limit = max(1, query.limit)
        let found = state.orders.values.filter(query.fits).sorted { $0.id < $1.id }.prefix(limit + 1)
        let page = Array(found.prefix(limit))
        return OrderPage(orders: page, next: found.count > limit ? page.last?.id : nil)
    }

    func reports(kind: String, area: String, since first: Moment) throws(StoreFailure) -> [WorkOrder] {
        let found = state.orders.values.filter { order in
            order.kind == kind && order.report?.place.area == area && order.created >= first
                && (order.state.isOpen || order.state == .merged)
        }
        return found.sorted { $0.id < $1.id }
    }

    // MARK: Sessions and keys

    func session(_ id: String, at now: Moment) throws(StoreFailure) -> KeptSession? {
        state.sessions[id].flatMap { $0.expires > now ? $0 : nil }
    }

    func save(_ session: KeptSession) throws(StoreFailure) {
        guard state.sessions[session.id]?.version ?? 0 == session.version - 1 else { throw .outdated }
        set(\.sessions, session.id, session)
    }

    func removeSession(_ id: String) throws(StoreFailure) { set(\.sessions, id, nil) }

    func removeExpiredSessions(at now: Moment) throws(StoreFailure) -> Int {
        let expired = state.sessions.values.filter { $0.expires <= now }
        for session in expired { set(\.sessions, session.id, nil) }
        return expired.count
    }

    func result(of key: RequestKey, at now: Moment) throws(StoreFailure) -> KeyedResult? {
        state.results[key].flatMap { $0.expires > now ? $0 : nil }
    }

    func keep(_ result: KeyedResult, of key: RequestKey, at now: Moment) throws(StoreFailure) {
        guard try self.result(of: key, at: now) == nil else { throw .duplicate }
        set(\.results, key, result)
    }

    func removeExpiredResults(at now: Moment) throws(StoreFailure) -> Int {
        let expired = state.results.filter { $0.value.expires <= now }
        for key in expired.keys { set(\.results, key, nil) }
        return expired.count
    }

    // MARK: Audit

    func append(_ draft: AuditDraft) throws(StoreFailure) -> AuditEntry {
        let entry = AuditEntry(draft, behind: try auditHead())
        state.audit.append(entry)
        undoing.append { $0.audit.removeLast() }
        return entry
    }

    func auditTail(_ count: Int) throws(StoreFailure) -> [AuditEntry] { state.audit.suffix(max(0, count)) }

    func auditHead() throws(StoreFailure) -> AuditHead {
        state.audit.last.map { AuditHead(sequence: $0.sequence, hash: $0.hash) } ?? .start
    }

    func verifyAudit() throws(StoreFailure) -> AuditVerdict {
        var chain = AuditChain()
        for entry in state.audit { chain.accept(entry) }
        return chain.verdict
    }

    func salt(of person: String, fresh: [UInt8]) throws(StoreFailure) -> [UInt8] {
        if let salt = state.salts[person] { return salt }
        set(\.salts, person, fresh)
        return fresh
    }

    func eraseSalt(of person: String) throws(StoreFailure) { set(\.salts, person, nil) }

    // MARK: Failures

    func failures(of subject: LockoutSubject, after first: Moment) throws(StoreFailure) -> [Moment] {
        (state.failures[subject.key] ?? []).filter { $0 > first }.sorted()
    }

    func recordFailure(of subject: LockoutSubject, at now: Moment) throws(StoreFailure) {
        set(\.failures, subject.key, (state.failures[subject.key] ?? []) + [now])
    }

    func removeFailures(before first: Moment) throws(StoreFailure) -> Int {
        var removed = 0
        for (key, times) in state.failures {
            let kept = times.filter { $0 >= first }
            guard kept.count < times.count else { continue }
            removed += times.count - kept.count
            set(\.failures, key, kept.isEmpty ? nil : kept)
        }
        return removed
    }

    // MARK: Business records

    func put(_ record: BusinessRecord) throws(StoreFailure) -> PutOutcome {
        let kind = record.kind, key = record.key
        let before = state.business[kind]?[key]
        guard before != record else { return .unchanged }
        undoing.append { $0.business[kind, default: [:]][key] = before }
        state.business[kind, default: [:]][key] = record
        return before == nil ? .added : .changed
    }

    func records(_ kind: BusinessRecord.Kind) -> [BusinessRecord] {
        (state.business[kind] ?? [:]).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    }

    func forEach(_ kind: BusinessRecord.Kind, _ body: (BusinessRecord) throws(StoreFailure) -> Void) throws(StoreFailure) {
        for record in records(kind) { try body(record) }
    }

    func account(_ number: AccountNumber) throws(StoreFailure) -> AccountRecord? {
        if case .account(let account)? = state.business[.account]?[number.digits] { account } else { nil }
    }
}
