internal import GRDB
internal import PowerDomain

extension SQLiteRecords {
    // MARK: Writing

    func put(_ record: BusinessRecord) throws(StoreFailure) -> PutOutcome {
        switch record {
        case .account(let account): try put(account)
        case .bill(let bill):
            try put(
                "bill", keys: "account, period", columns: "account, period, energy, amount, due, paid",
                [
                    bill.account.digits, bill.period.description, bill.energy.millionths, bill.amount.tenThousandths,
                    bill.due.description, bill.paid?.description,
                ])
        case .usage(let usage):
            try put(
                "usage", keys: "account, day", columns: "account, day, energy",
                [usage.account.digits, usage.day.description, usage.energy.millionths])
        case .outage(let notice):
            try put(
                "outage", keys: "key", columns: "key, region, starts, ends, body",
                [record.key, notice.region.rawValue, notice.from.seconds, notice.to?.seconds, BusinessLine.text(record)])
        case .hall, .staff, .product, .holiday, .commitment:
            try put(
                "record", keys: "kind, key", columns: "kind, key, body",
                [record.kind.rawValue, record.key, BusinessLine.text(record)])
        }
    }

    private func put(_ account: AccountRecord) throws(StoreFailure) -> PutOutcome {
        try put(
            "account", keys: "number", columns: "number, region, name, phone, id_no, address, category, meter_no",
            [
                account.number.digits, account.region.rawValue, account.name, account.phone, account.identityNumber, account.address,
                account.category, account.meterNumber,
            ])
    }

    /// Writes a row unless it is there already; the first columns are the keys.
    private func put(
        _ table: String, keys: String, columns: String, _ values: [(any DatabaseValueConvertible)?]
    ) throws(StoreFailure) -> PutOutcome {
        let names = columns.split(separator: ",").map { $0.drop { $0 == " " } }
        let keyCount = keys.split(separator: ",").count
        let match = names.prefix(keyCount).map { "\($0) = ?" }.joined(separator: " AND ")
        let found = try row("SELECT \(columns) FROM \(table) WHERE \(match)", StatementArguments(values.prefix(keyCount)))
        if let found {
            let isSame = values.indices.allSatisfy { found[$0] as DatabaseValue == values[$0]?.databaseValue ?? .null }
            if isSame { return .unchanged }
        }
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        try execute("INSERT OR REPLACE INTO \(table) (\(columns)) VALUES (\(marks))", StatementArguments(values))
        return found == nil ? .added : .changed
    }

    // MARK: Reading

    func account(_ number: AccountNumber) throws(StoreFailure) -> AccountRecord? {
        let sql = "SELECT number, region, name, phone, id_no, address, category, meter_no FROM account WHERE number = ?"
        return try row(sql, [number.digits]).map { row throws(StoreFailure) in try Self.account(row) }
    }

    func bills(of account: AccountNumber, from first: BillingPeriod) throws(StoreFailure) -> [BillRecord] {
        let sql = """
            SELECT account, period, energy, amount, due, paid FROM bill WHERE account = ? AND period >= ? ORDER BY period DESC
            """
        return try rows(sql, [account.digits, first.description]).map { row throws(StoreFailure) in try Self.bill(row) }
    }

    func usage(of account: AccountNumber, from first: CalendarDay) throws(StoreFailure) -> [UsageRecord] {
        let sql = "SELECT account, day, energy FROM usage WHERE account = ? AND day >= ? ORDER BY day DESC"
        return try rows(sql, [account.digits, first.description]).map { row throws(StoreFailure) in try Self.usage(row) }
    }

    func outages(in regions: [Region], endingAfter first: Moment) throws(StoreFailure) -> [OutageNotice] {
        var notices: [OutageNotice] = []
        for region in Set(regions) {
            let sql = "SELECT body FROM outage WHERE region = ? AND (ends IS NULL OR ends >= ?)"
            for row in try rows(sql, [region.rawValue, first.seconds]) {
                guard case .outage(let notice) = try Self.record(try row.value(0)) else { throw .damaged }
                notices.append(notice)
            }
        }
        return notices.sorted { ($0.from, $0.reason) < ($1.from, $1.reason) }
    }

    func halls() throws(StoreFailure) -> [HallRecord] {
        try records(.hall).compactMap { if case .hall(let hall) = $0 { hall } else { nil } }
    }

    func staff() throws(StoreFailure) -> [StaffMember] {
        try records(.staff).compactMap { if case .staff(let member) = $0 { member } else { nil } }
    }

    func products() throws(StoreFailure) -> [ProductRecord] {
        try records(.product).compactMap { if case .product(let product) = $0 { product } else { nil } }
    }

    func holidays() throws(StoreFailure) -> [HolidayRecord] {
        try records(.holiday).compactMap { if case .holiday(let holiday) = $0 { holiday } else { nil } }
    }

    func commitments() throws(StoreFailure) -> [ServiceCommitment] {
        try records(.commitment).compactMap { if case .commitment(let commitment) = $0 { commitment } else { nil } }
    }

    private func records(_ kind: BusinessRecord.Kind) throws(StoreFailure) -> [BusinessRecord] {
        try rows("SELECT body FROM record WHERE kind = ? ORDER BY key", [kind.rawValue])
            .map { row throws(StoreFailure) in try Self.record(try row.value(0)) }
    }

    func forEach(_ kind: BusinessRecord.Kind, _ body: (BusinessRecord) throws(StoreFailure) -> Void) throws(StoreFailure) {
        switch kind {
        case .account:
            let sql = "SELECT number, region, name, phone, id_no, address, category, meter_no FROM account ORDER BY number"
            try forEachRow(sql) { row throws(StoreFailure) in try body(.account(try Self.account(row))) }
        case .bill:
            let sql = "SELECT account, period, energy, amount, due, paid FROM bill ORDER BY account, period"
            try forEachRow(sql) { row throws(StoreFailure) in try body(.bill(try Self.bill(row))) }
        case .usage:
            let sql = "SELECT account, day, energy FROM usage ORDER BY account, day"
            try forEachRow(sql) { row throws(StoreFailure) in try body(.usage(try Self.usage(row))) }
        case .outage:
            try forEachRow("SELECT body FROM outage ORDER BY key") { row throws(StoreFailure) in try body(try Self.record(try row.value(0)))
            }
        case .hall, .staff, .product, .holiday, .commitment:
            for record in try records(kind) { try body(record) }
        }
    }

    // MARK: Rows

    private static func record(_ text: String) throws(StoreFailure) -> BusinessRecord {
        do { return try BusinessLine.read(text) } catch { throw .damaged }
    }

    private static func account(_ row: Row) throws(StoreFailure) -> AccountRecord {
        guard let region = Region(rawValue: try row.value(1)) else { throw .damaged }
        return AccountRecord(
            try number(row), region: region, name: try row.value(2), phone: try row.optional(3), identityNumber: try row.optional(4),
            address: try row.value(5), category: try row.value(6), meterNumber: try row.optional(7))
    }

    private static func bill(_ row: Row) throws(StoreFailure) -> BillRecord {
        let paid: String? = try row.optional(5)
        guard let period = BillingPeriod(try row.value(1) as String), let due = CalendarDay(try row.value(4) as String) else {
            throw .damaged
        }
        return BillRecord(
            try number(row), period, energy: Energy(millionths: try row.value(2)), amount: Money(tenThousandths: try row.value(3)),
            due: due,
            paid: paid.flatMap { CalendarDay($0) })
    }

    private static func usage(_ row: Row) throws(StoreFailure) -> UsageRecord {
        guard let day = CalendarDay(try row.value(1) as String) else { throw .damaged }
        return UsageRecord(try number(row), day, energy: Energy(millionths: try row.value(2)))
    }

    /// The account number in the first column.
    private static func number(_ row: Row) throws(StoreFailure) -> AccountNumber {
        do { return try AccountNumber(try row.value(0) as String) } catch { throw .damaged }
    }
}
