import BackOffice
import PowerDomain
import Testing

struct ImportTests {
    static let good = """
        {"kind":"account","account_no":"0800 1234 5678 9012","region":"guangdong","name":"王小明","phone":"13912345670","id_no":"440106199003074627","address":"天河区天河路1号","category":"resident","meter_no":"A1"}
        {"kind":"bill","account_no":"0800123456789012","period":"2026-10","kwh":312.5,"amount":201.34,"due":"2026-11-15","paid":null}

        {"kind":"bill","account_no":"0800123456789012","period":"2026-09","kwh":400,"amount":260,"due":"2026-10-15","paid":"2026-10-01"}
        {"kind":"usage","account_no":"0800123456789012","date":"2026-11-20","kwh":9.81}
        {"kind":"outage","areas":["天河路","体育西路"],"region":"guangzhou","planned":true,"from":"2026-11-25T08:00:00+08:00","to":"2026-11-25T12:00:00+08:00","reason":"检修"}
        {"kind":"hall","city":"广州市","district":"天河区","name":"天河营业厅","address":"天河路2号","hours":"09:00-17:00","phone":"95598"}
        {"kind":"staff","id":"S1","name":"李","office":"middle","skills":["outage","bill.high_dispute"],"capacity":3,"duty":[{"days":"working","from":510,"to":1050}]}
        {"kind":"product","code":"P1","line":"ev_service","name":{"zh-Hans":"充电桩","en":"Charger"},"segments":["resident"],"regions":["guangzhou"],"price":1200,"unit":"台","eligibility":null,"requires":["phone"],"sla_days":7,"valid_from":"2026-01-01"}
        {"kind":"holiday","date":"2026-10-10","work":true}
        {"kind":"commitment","order_kind":"bill.high_dispute","days":3,"source":"own pledge","confidence":"high","unknown":[1]}
        """

    @Test("a file is taken whole, told again and the same twice changes nothing", arguments: Backend.allCases)
    func good(_ backend: Backend) async throws {
        try await backend.withStore { store in
            let file = try BusinessImport(Array(Self.good.utf8))
            let first = try await store.take(file, by: .admin, at: Sample.start)
            #expect(
                first.added == [
                    .account: 1, .bill: 2, .usage: 1, .outage: 1, .hall: 1, .staff: 1, .product: 1, .holiday: 1, .commitment: 1,
                ])
            let exported = try await Self.export(store)
            let second = try await store.take(file, by: .admin, at: Sample.start)
            #expect(second.isWithoutEffect)
            #expect(try await Self.export(store) == exported)
            #expect(try await store.read { records throws(StoreFailure) in try records.auditHead().sequence } == 1)
            try await Self.checkGood(store)
        }
    }

    private static func checkGood(_ store: any HallStore) async throws {
        let number = try Sample.number("0800123456789012"), today = Sample.start.day
        let account = try await store.read { records throws(StoreFailure) in try records.account(number) }
        #expect(account?.isSecret("5670") == true)
        #expect(account?.isSecret("4627") == true)
        #expect(account?.isSecret("0000") == false)
        let bills = try await store.read { records throws(StoreFailure) in
            try records.bills(of: number, from: BillingPeriod("2026-10") ?? BillingPeriod(today))
        }
        #expect(bills.map(\.amount.description) == ["201.34"])
        let usage = try await store.read { records throws(StoreFailure) in try records.usage(of: number, from: today.adding(days: -10)) }
        #expect(usage.count == 1)
        let (outages, late) = try await store.read { records throws(StoreFailure) in
            (
                try records.outages(in: [.guangzhou, .guangdong], endingAfter: Sample.start),
                try records.outages(in: [.guangzhou], endingAfter: Sample.start.adding(hours: 999))
            )
        }
        #expect(outages.map(\.areas) == [["天河路", "体育西路"]])
        #expect(late.isEmpty)
        let (calendar, commitments, staff) = try await store.read { records throws(StoreFailure) in
            (try records.workingCalendar(), try records.commitments(), try records.staff())
        }
        #expect(calendar.isWorkingDay(CalendarDay("2026-10-10") ?? today))
        #expect(commitments.map(\.limit) == [.workingDays(3, withExternalLine: nil)])
        #expect(staff[0].canDo("outage.report") && !staff[0].canDo("bill.query_amount"))
    }

    @Test("an export taken in elsewhere exports the same bytes")
    func acrossBackends() async throws {
        let memory = MemoryStore()
        _ = try await memory.take(try BusinessImport(Array(Self.good.utf8)), by: .admin, at: Sample.start)
        let exported = try await Self.export(memory)
        try await Backend.sqlite.withStore { store in
            _ = try await store.take(try BusinessImport(exported), by: .admin, at: Sample.start)
            #expect(try await Self.export(store) == exported)
        }
    }

    @Test("a changed line takes the place of the one there")
    func changing() async throws {
        let store = MemoryStore()
        _ = try await store.take(try BusinessImport(Array(Self.good.utf8)), by: .admin, at: Sample.start)
        let paid = Self.good.split(separator: "\n")[1].replacing("null", with: "\"2026-11-02\"")
        let report = try await store.take(try BusinessImport(Array(paid.utf8)), by: .admin, at: Sample.start)
        #expect(report.changed == [.bill: 1] && report.added.isEmpty)
    }

    @Test(
        "a bad line refuses the file with its number and the reason",
        arguments: [
            ("{", "line 2: not JSON: byte 1: expected"), ("[]", "line 2: not a JSON object"),
            ("{\"kind\":\"car\"}", "line 2: unknown kind"),
            ("{}", "line 2: kind: missing"),
            ("{\"kind\":\"holiday\",\"date\":\"2026-13-01\",\"work\":true}", "line 2: date: expected a day"),
            ("{\"kind\":\"holiday\",\"date\":\"2026-10-11\"}", "line 2: work: missing"),
            ("{\"kind\":\"holiday\",\"kind\":\"holiday\"}", "line 2: a field stands twice"),
            ("{\"kind\":\"bill\",\"account_no\":\"123\",\"period\":\"2026-10\"}", "line 2: account_no: expected 16 digits"),
            ("{\"kind\":\"usage\",\"account_no\":\"0800123456789012\",\"date\":\"2026-10-10\",\"kwh\":-1}", "line 2: kwh: expected"),
            ("{\"kind\":\"usage\",\"account_no\":\"0800123456789012\",\"date\":\"2026-10-10\",\"kwh\":1e400}", "line 2: kwh: expected"),
            ("{\"kind\":\"holiday\",\"date\":\"2026-10-10\",\"work\":false}", "line 2: contradicts line 1"),
        ])
    func bad(_ line: String, _ reason: String) {
        let text = "{\"kind\":\"holiday\",\"date\":\"2026-10-10\",\"work\":true}\n" + line + "\n"
        do {
            _ = try BusinessImport(Array(text.utf8))
            Issue.record("the file should be refused")
        } catch {
            #expect(error.description.hasPrefix(reason), "\(error)")
        }
    }

    @Test("a refusal tells nothing of the customer")
    func secrecy() {
        let line = Self.good.split(separator: "\n")[0].replacing("guangdong", with: "秘密地方13912345670")
        do {
            _ = try BusinessImport(Array(line.utf8))
            Issue.record("the file should be refused")
        } catch {
            #expect(!error.description.contains("1391") && !error.description.contains("秘密") && !error.description.contains("王"))
        }
    }

    @Test("what describes a record shows no personal value")
    func descriptions() throws {
        let record = try BusinessLine.read(String(Self.good.split(separator: "\n")[0]))
        var dumped = ""
        dump(record, to: &dumped)
        for shown in ["\(record)", String(reflecting: record), dumped] {
            for secret in ["王小明", "13912345670", "440106199003074627", "天河路", "0800123456789012"] { #expect(!shown.contains(secret)) }
        }
    }

    static func export(_ store: any HallStore) async throws -> [UInt8] {
        try await store.read { records throws(StoreFailure) in
            var bytes: [UInt8] = []
            try BusinessExport.write(from: records) { bytes += $0 }
            return bytes
        }
    }
}
