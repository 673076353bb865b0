import PowerDomain
import Testing

struct RecordContractTests {
    @Test("a session is kept by version and forgotten after its time", arguments: Backend.allCases)
    func sessions(_ backend: Backend) async throws {
        try await backend.withStore { store in
            func save(_ version: Int) async throws(StoreFailure) {
                let session = KeptSession(
                    id: "s_1", version: version, bytes: [0, 255, UInt8(version)],
                    expires: Sample.start.adding(hours: KeptSession.lifetimeHours))
                try await store.write { records throws(StoreFailure) in try records.save(session) }
            }
            await #expect(throws: StoreFailure.outdated) { try await save(2) }
            try await save(1)
            await #expect(throws: StoreFailure.outdated) { try await save(1) }
            try await save(2)
            await #expect(throws: StoreFailure.outdated) { try await save(4) }
            func find(_ id: String, after hours: Int) async throws -> KeptSession? {
                try await store.read { records throws(StoreFailure) in try records.session(id, at: Sample.start.adding(hours: hours)) }
            }
            #expect(try await find("s_1", after: 0)?.bytes == [0, 255, 2])
            #expect(try await find("s_1", after: 24) == nil)
            #expect(try await find("s_2", after: 0) == nil)
            let removed = try await store.write { records throws(StoreFailure) in
                [
                    try records.removeExpiredSessions(at: Sample.start),
                    try records.removeExpiredSessions(at: Sample.start.adding(hours: 25)),
                ]
            }
            #expect(removed == [0, 1])
        }
    }

    @Test("a key answers the same again, and refuses other parameters, for seven days", arguments: Backend.allCases)
    func keys(_ backend: Backend) async throws {
        try await backend.withStore { store in
            func ask(_ fingerprint: [UInt8], after hours: Int, answer: UInt8) async throws -> KeyedOutcome {
                try await store.write { records throws(StoreFailure) in
                    let key = RequestKey(scope: "customer s_1 order.create", key: "k")
                    return try records.once(key, fingerprint: fingerprint, at: Sample.start.adding(hours: hours)) {
                        () throws(StoreFailure) in
                        _ = try Sample.book.open(OrderRequest("vas.catalog"), in: records, at: Sample.start)
                        return [answer]
                    }
                }
            }
            #expect(try await ask([1], after: 0, answer: 1) == .fresh([1]))
            #expect(try await ask([1], after: 1, answer: 2) == .repeated([1]))
            #expect(try await ask([2], after: 1, answer: 3) == .keyReused)
            #expect(try await ask([1], after: 167, answer: 4) == .repeated([1]))
            let count = try await store.read { records throws(StoreFailure) in try records.orders(OrderQuery()).orders.count }
            #expect(count == 1)
            #expect(try await ask([2], after: 168, answer: 5) == .fresh([5]))
            let removed = try await store.write { records throws(StoreFailure) in
                try records.removeExpiredResults(at: Sample.start.adding(hours: 1000))
            }
            #expect(removed == 1)
        }
    }

    @Test("the audit log chains its entries and keeps no personal value", arguments: Backend.allCases)
    func audit(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let entries = try await store.write { records throws(StoreFailure) in
                let salt = try records.salt(of: "p1", fresh: [1, 2, 3]), again = try records.salt(of: "p1", fresh: [9])
                #expect(again == salt)
                for index in 0..<5 {
                    try records.append(
                        AuditDraft(
                            at: Sample.start.adding(seconds: index), by: .staff("S1"), action: "customer.export",
                            object: .person(PersonalDigest("0800123456789012", salt: salt)),
                            digests: [PersonalDigest("13912345670", salt: salt)]))
                }
                try records.append(AuditDraft(at: Sample.start, by: .system, action: "start"))
                return try records.auditTail(2)
            }
            #expect(entries.map(\.sequence) == [5, 6])
            #expect(entries[0].digests.count == 1 && entries[1].digests.isEmpty)
            #expect(!entries.contains { $0.canonicalText.contains("13912345670") || $0.canonicalText.contains("0800123456789012") })
            let (verdict, head) = try await store.read { records throws(StoreFailure) in
                (try records.verifyAudit(), try records.auditHead())
            }
            #expect(verdict == AuditVerdict(entries: 6, firstBad: nil))
            #expect(head == AuditHead(sequence: 6, hash: entries[1].hash))
            let fresh = try await store.write { records throws(StoreFailure) in
                try records.eraseSalt(of: "p1")
                return try records.salt(of: "p1", fresh: [7])
            }
            #expect(fresh == [7])
        }
    }

    @Test("failures are counted by account and by source", arguments: Backend.allCases)
    func failures(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let account = LockoutSubject.account(try Sample.number("0800123456789012")), source = LockoutSubject.source("tcp:1")
            let rule = LockoutRule(first: 5, firstMinutes: 30, most: 10, ofSource: 20, sourceMinutes: 60)
            try await store.write { records throws(StoreFailure) in
                for second in 0..<5 {
                    try records.recordFailure(of: account, at: Sample.start.adding(seconds: second))
                    try records.recordFailure(of: source, at: Sample.start.adding(seconds: second))
                }
            }
            let now = Sample.start.adding(seconds: 4)
            func locked(_ subject: LockoutSubject) async throws -> Int? {
                try await store.read { records throws(StoreFailure) in try records.secondsLocked(subject, by: rule, at: now) }
            }
            #expect(try await locked(account) == 1800)
            #expect(try await locked(source) == nil)
            let recent = try await store.read { records throws(StoreFailure) in
                try records.failures(of: source, after: now.adding(seconds: -2))
            }
            #expect(recent.count == 2)
            let removed = try await store.write { records throws(StoreFailure) in
                try records.removeFailures(before: Sample.start.adding(hours: 48))
            }
            #expect(removed == 10)
        }
    }

    @Test("what a reader writes is not kept", arguments: Backend.allCases)
    func reading(_ backend: Backend) async throws {
        try await backend.withStore { store in
            _ = try? await store.read { records throws(StoreFailure) in
                try Sample.book.open(OrderRequest("vas.catalog"), in: records, at: Sample.start)
            }
            let count = try await store.read { records throws(StoreFailure) in try records.orders(OrderQuery()).orders.count }
            #expect(count == 0)
        }
    }
}
