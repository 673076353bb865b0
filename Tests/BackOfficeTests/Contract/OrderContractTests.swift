import PowerDomain
import Testing

struct OrderContractTests {
    @Test("an order comes back as it was kept, whatever its slots hold", arguments: Backend.allCases)
    func roundTrip(_ backend: Backend) async throws {
        try await backend.withStore { store in
            var request = OrderRequest(
                "outage.report",
                slots: [
                    OrderSlot("address", .text("天河路\"12\"号\u{1B}[0m\n👨‍👩‍👧")), OrderSlot("kwh", .number("325.60")),
                    OrderSlot("agreed", .flag(true)),
                    OrderSlot("items", .list([.text("冰箱"), .number("2")])),
                    OrderSlot("range", .record([OrderSlot("from", .text("2026-11-01"))])),
                ])
            request.customer = try Sample.number("0800123456789012")
            request.session = "s_1"
            request.phone = "13900000001"
            request.note = String(repeating: "很长的话", count: 4_000)
            request.escalateTo = .back
            request.report = FaultReport(.building, at: IncidentPlace(area: "天河路", building: "12号", home: nil))
            let sent = request
            let made = try await store.write { records throws(StoreFailure) in try Sample.book.open(sent, in: records, at: Sample.start) }
            #expect(made.id.text == "WO202611240001")
            let kept = try await store.read { records throws(StoreFailure) in try records.order(made.id) }
            #expect(kept == made)
            let steps: [OrderState] = [.dispatched, .accepted, .inProgress, .done]
            let done = try await store.write { records throws(StoreFailure) in
                var last: OrderBook.Outcome = .failure(.unknownOrder)
                for step in steps {
                    let handOver = HandOver(to: .back, why: "", known: "电表读数", by: Sample.start)
                    last = try Sample.book.advance(
                        made.id, to: step, by: .staff("S1"), in: records, at: Sample.start, note: "", handOver: handOver)
                }
                return last
            }
            let rated = try await store.write { records throws(StoreFailure) in
                try Sample.book.rate(made.id, 1, comment: "慢", by: .customer, in: records, at: Sample.start)
            }
            #expect(try done.get().state == .done)
            let (order, callBack) = try rated.get()
            #expect(callBack?.kind == "service.callback")
            let again = try await store.read { records throws(StoreFailure) in try records.order(made.id) }
            // An empty note is no note.
            #expect(again?.history.count == order.history.count)
            #expect(again?.rating == order.rating)
            #expect(again?.promise == order.promise)
        }
    }

    @Test("numbers of a day rise from one, each is used once", arguments: Backend.allCases)
    func numbers(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let made = try await withThrowingTaskGroup(of: OrderNumber.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        try await store.write { records throws(StoreFailure) in
                            try Sample.book.open(OrderRequest("vas.catalog"), in: records, at: Sample.start).id
                        }
                    }
                }
                return try await group.reduce(into: [OrderNumber]()) { $0.append($1) }
            }
            #expect(made.sorted() == (1...200).map { OrderNumber(day: Sample.start.day, running: $0) })
            let next = try await store.write { records throws(StoreFailure) in
                try Sample.book.open(OrderRequest("vas.catalog"), in: records, at: Sample.start.adding(hours: 24)).id
            }
            #expect(next.text == "WO202611250001")
        }
    }

    @Test("what fails undoes its own writes and nobody else's", arguments: Backend.allCases)
    func undoing(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<60 {
                    group.addTask {
                        do throws(StoreFailure) {
                            try await store.write { records throws(StoreFailure) in
                                _ = try Sample.book.open(OrderRequest("k\(index)"), in: records, at: Sample.start)
                                if index % 3 == 0 { throw .duplicate }
                            }
                            return true
                        } catch {
                            #expect(error == .duplicate)
                            return false
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 40)
            var query = OrderQuery()
            query.limit = 1000
            let wanted = query
            let page = try await store.read { records throws(StoreFailure) in try records.orders(wanted) }
            #expect(page.orders.count == 40)
            #expect(page.orders.map(\.id) == (1...40).map { OrderNumber(day: Sample.start.day, running: $0) }, "no number was lost")
            let verdict = try await store.read { records throws(StoreFailure) in try records.verifyAudit() }
            #expect(verdict == AuditVerdict(entries: 40, firstBad: nil))
        }
    }

    @Test("orders are listed by state, office, kind, session and lateness, page by page", arguments: Backend.allCases)
    func listing(_ backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.write { records throws(StoreFailure) in
                for index in 0..<25 {
                    var request = OrderRequest(index % 2 == 0 ? "outage.report" : "vas.catalog", office: index % 5 == 0 ? .back : .middle)
                    request.session = "s\(index % 3)"
                    let order = try Sample.book.open(request, in: records, at: Sample.start.adding(minutes: index))
                    if index % 10 == 0 { _ = try Sample.book.assign(order.id, to: "S1", by: .admin, in: records, at: Sample.start) }
                }
            }
            func count(_ change: (inout OrderQuery) -> Void) async throws -> Int {
                var query = OrderQuery()
                query.limit = 100
                change(&query)
                let wanted = query
                return try await store.read { records throws(StoreFailure) in try records.orders(wanted).orders.count }
            }
            #expect(try await count { $0.state = .dispatched } == 3)
            #expect(try await count { $0.office = .back } == 5)
            #expect(try await count { $0.kind = "outage.report" } == 13)
            #expect(try await count { $0.session = "s1" } == 8)
            #expect(
                try await count {
                    $0.assignee = "S1"; $0.kind = "outage.report"
                } == 3)
            #expect(try await count { $0.overdueAt = Sample.start.adding(minutes: 121) } == 1)
            #expect(try await count { $0.overdueAt = Sample.start.adding(hours: 9) } == 13)
            var query = OrderQuery(), seen: [OrderNumber] = []
            query.limit = 10
            repeat {
                let wanted = query
                let page = try await store.read { records throws(StoreFailure) in try records.orders(wanted) }
                seen += page.orders.map(\.id)
                query.after = page.next
            } while query.after != nil
            #expect(seen == (1...25).map { OrderNumber(day: Sample.start.day, running: $0) })
        }
    }

    @Test("reports of one building become one incident; a lone home and a life in danger do not", arguments: Backend.allCases)
    func incidents(_ backend: Backend) async throws {
        try await backend.withStore { store in
            func report(_ request: OrderRequest, minutes: Int) async throws -> ReportOutcome {
                try await store.write { records throws(StoreFailure) in
                    try Sample.book.report(request, in: records, at: Sample.start.adding(minutes: minutes))
                }
            }
            let first = try await report(Sample.report(.building, home: "1302", phone: "1"), minutes: 0)
            guard case .opened(let incident) = first else { Issue.record("a first report opens an order"); return }
            guard case .joined(let member, _) = try await report(Sample.report(.building, home: "502", phone: "2"), minutes: 30) else {
                Issue.record("the second joins")
                return
            }
            guard case .opened = try await report(Sample.report(.single, home: "801", phone: "3"), minutes: 31) else {
                Issue.record("one home's fault is its own")
                return
            }
            guard
                case .linked(let urgent, _) = try await report(
                    Sample.report(.building, home: "901", phone: "4", priority: .urgent), minutes: 32)
            else { Issue.record("an urgent one keeps its order"); return }
            #expect(urgent.linkedTo == incident.id)
            #expect(urgent.state == .created)
            guard case .known(let known) = try await report(Sample.report(.building, home: "502", phone: "2"), minutes: 40) else {
                Issue.record("the same home is known")
                return
            }
            #expect(known.id == member.id)
            let kept = try await store.read { records throws(StoreFailure) in try records.order(incident.id) }
            #expect(kept?.members == [member.id])
            #expect(member.mergedInto == incident.id)
            #expect(member.due == incident.due)
            // Urging a member urges its incident, and makes no order.
            let urged = try await store.write { records throws(StoreFailure) in
                try Sample.book.urge(member.id, by: .customer, in: records, at: Sample.start.adding(minutes: 50))
            }
            #expect(try urged.get().id == incident.id)
            guard case .opened = try await report(Sample.report(.building, home: "303", phone: "5"), minutes: 121) else {
                Issue.record("after two hours it is another incident")
                return
            }
        }
    }

    @Test("a merge takes all orders in or none", arguments: Backend.allCases)
    func merging(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let ids = try await store.write { records throws(StoreFailure) in
                var ids: [OrderNumber] = []
                for _ in 0..<4 { ids.append(try Sample.book.open(OrderRequest("outage.report"), in: records, at: Sample.start).id) }
                _ = try Sample.book.advance(ids[3], to: .cancelled, by: .admin, in: records, at: Sample.start)
                return ids
            }
            let refused = try await store.write { records throws(StoreFailure) in
                try Sample.book.merge([ids[1], ids[3]], into: ids[0], by: .admin, in: records, at: Sample.start)
            }
            #expect(refused == .failure(.flaw(.illegalStep(from: .cancelled, to: .merged))))
            let untouched = try await store.read { records throws(StoreFailure) in try records.order(ids[1]) }
            #expect(untouched?.state == .created)
            let merged = try await store.write { records throws(StoreFailure) in
                _ = try Sample.book.merge([ids[2]], into: ids[1], by: .admin, in: records, at: Sample.start)
                return try Sample.book.merge([ids[1]], into: ids[0], by: .admin, in: records, at: Sample.start)
            }
            #expect(try merged.get().members == [ids[1], ids[2]])
            let follower = try await store.read { records throws(StoreFailure) in try records.order(ids[2]) }
            #expect(follower?.mergedInto == ids[0])
        }
    }

    @Test("an unknown order is refused, a taken number is a duplicate", arguments: Backend.allCases)
    func refusing(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let unknown = OrderNumber(day: Sample.start.day, running: 99)
            let outcome = try await store.write { records throws(StoreFailure) in
                try Sample.book.urge(unknown, by: .customer, in: records, at: Sample.start)
            }
            #expect(outcome == .failure(.unknownOrder))
            let order = try await store.write { records throws(StoreFailure) in
                try Sample.book.open(OrderRequest("vas.catalog"), in: records, at: Sample.start)
            }
            await #expect(throws: StoreFailure.duplicate) {
                try await store.write { records throws(StoreFailure) in try records.insert(order) }
            }
        }
    }
}
