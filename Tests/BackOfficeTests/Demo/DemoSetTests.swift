import BackOffice
import PowerDomain
import Testing

struct DemoSetTests {
    private static let today = CalendarDay("2026-11-25") ?? Sample.start.day
    private static let lines = DemoSet(seed: 7, today: today).lines()

    @Test("the same seed and day give the same bytes, another seed gives others")
    func determinism() {
        #expect(Self.lines == DemoSet(seed: 7, today: Self.today).lines())
        #expect(Self.lines != DemoSet(seed: 8, today: Self.today).lines())
        #expect(Hexadecimal.text(SHA256.digest(Array(Self.lines.utf8)).prefix(4)).count == 8)
    }

    @Test("the set is taken in whole and has all that was promised", arguments: Backend.allCases)
    func contents(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let file = try BusinessImport(Array(Self.lines.utf8))
            let report = try await store.take(file, by: .system, at: Sample.start)
            #expect(report.added[.account] == 300 && report.added[.bill] == 7200 && report.added[.usage] == 18_000)
            #expect(report.added[.product] == 16 && (report.added[.staff] ?? 0) >= 12 && report.added[.hall] == 12)
            #expect(report.added[.outage] == 8)
            let calendar = try await store.read { records throws(StoreFailure) in try records.workingCalendar() }
            #expect(calendar.isWorkingDay(CalendarDay("2026-02-14") ?? Self.today))
            #expect(!calendar.isWorkingDay(CalendarDay("2026-10-07") ?? Self.today))
            #expect(!calendar.isWorkingDay(CalendarDay("2027-02-08") ?? Self.today))
        }
    }

    @Test("every line is marked, the seven lines and all regions are there, 2027 is provisional")
    func marks() throws {
        let records = DemoSet(seed: 7, today: Self.today).records()
        #expect(Self.lines.split(separator: "\n").allSatisfy { $0.hasSuffix(",\"demo\":true}") })
        var lines: Set<String> = [], regions: [Region: Int] = [:]
        for record in records {
            switch record {
            case .account(let account):
                regions[account.region, default: 0] += 1
                #expect(account.address.contains("演示"))
                #expect(account.number.digits.dropFirst(4).hasPrefix("9999"))
                if let identity = account.identityNumber { #expect(IdentityNumberCheck().flaw(in: identity) == nil) }
            case .product(let product): lines.insert(product.line)
            case .holiday(let holiday): #expect(holiday.isProvisional == (holiday.day.year == 2027))
            default: break
            }
        }
        #expect(
            lines.isSuperset(of: [
                "integrated_energy", "energy_efficiency", "electrification", "ev_service", "market_sale", "smart_grid",
                "equipment_maintenance",
            ]))
        #expect(regions.count == 6 && regions.values.allSatisfy { $0 == 50 })
    }

    @Test("a month's bill is the sum of its days, and some bills are open")
    func sums() throws {
        let set = DemoSet(seed: 7, today: Self.today)
        var october: [AccountNumber: Energy] = [:], bills: [AccountNumber: Energy] = [:], open = 0
        for record in set.records() {
            if case .usage(let usage) = record, usage.day.month == 10 {
                october[usage.account] = (october[usage.account] ?? .zero) + usage.energy
            }
            guard case .bill(let bill) = record else { continue }
            if bill.period.description == "2026-10" { bills[bill.account] = bill.energy }
            if bill.paid == nil { open += 1 }
            #expect(bill.amount > .zero && bill.amount.isWholeCents)
        }
        #expect(bills == october && bills.count == 300)
        #expect(open >= 60)
    }

    @Test("a newcomer gets an account of each region with its secret")
    func samples() {
        let samples = DemoSet(seed: 7, today: Self.today).samples()
        #expect(Set(samples.map(\.region)).count == 6)
        #expect(samples.allSatisfy { $0.isSecret(String($0.phone?.suffix(4) ?? "")) })
    }
}
