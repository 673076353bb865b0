internal import JSONText
package import PowerDomain

/// A line of business data in the form of CONTRACT §5, read and written.
package enum BusinessLine {
    /// A line longer than this is refused.
    package static let maximumBytes = 1 << 20

    /// Reads a line; fields that are not known are left out.
    package static func read(_ line: ArraySlice<UInt8>) throws(LineFlaw) -> BusinessRecord {
        guard line.count <= maximumBytes else { throw .tooLong(bytes: maximumBytes) }
        let document: JSONDocument
        do { document = try JSONReader.read(line) } catch { throw .notJSON(error) }
        guard let object = document.value.object else { throw .notObject }
        guard document.duplicateKey == nil else { throw .repeatedField }
        let fields = RecordFields(object)
        guard let kind = BusinessRecord.Kind(rawValue: try fields.text("kind")) else { throw .unknownKind }
        return try read(fields, kind)
    }

    /// Reads a line.
    package static func read(_ line: String) throws(LineFlaw) -> BusinessRecord { try read(Array(line.utf8)[...]) }

    private static func read(_ fields: RecordFields, _ kind: BusinessRecord.Kind) throws(LineFlaw) -> BusinessRecord {
        switch kind {
        case .account: .account(try account(fields))
        case .bill:
            .bill(
                BillRecord(
                    try fields.account("account_no"), try fields.period("period"), energy: try fields.energy("kwh"),
                    amount: try fields.amount("amount"), due: try fields.day("due"), paid: try fields.optionalDay("paid")))
        case .usage:
            .usage(UsageRecord(try fields.account("account_no"), try fields.day("date"), energy: try fields.energy("kwh")))
        case .outage: .outage(try outage(fields))
        case .hall:
            .hall(
                HallRecord(
                    city: try fields.text("city"), district: try fields.text("district"), name: try fields.text("name"),
                    address: try fields.text("address"), hours: try fields.text("hours"), phone: try fields.optionalText("phone")))
        case .staff: .staff(try staff(fields))
        case .product: .product(try product(fields))
        case .holiday:
            .holiday(
                HolidayRecord(
                    try fields.day("date"), isWorked: try fields.flag("work"),
                    isProvisional: try fields.optionalFlag("provisional") ?? false))
        case .commitment: .commitment(try commitment(fields))
        }
    }

    private static func account(_ fields: RecordFields) throws(LineFlaw) -> AccountRecord {
        AccountRecord(
            try fields.account("account_no"), region: try fields.choice("region", Region.self), name: try fields.text("name"),
            phone: try fields.optionalText("phone"), identityNumber: try fields.optionalText("id_no"),
            address: try fields.text("address"), category: try fields.text("category"),
            meterNumber: try fields.optionalText("meter_no"))
    }

    private static func outage(_ fields: RecordFields) throws(LineFlaw) -> OutageNotice {
        let one = try fields.optionalText("area")
        let areas = (one.map { [$0] } ?? []) + (try fields.texts("areas")).filter { $0 != one }
        guard !areas.isEmpty, areas.allSatisfy({ !$0.isEmpty }) else { throw .missing(field: "area") }
        let from = try fields.moment("from"), to = try fields.optionalMoment("to")
        if let to, to < from { throw .wrong(field: "to", expected: "a time not before `from`") }
        return OutageNotice(
            areas: areas, region: try fields.choice("region", Region.self), isPlanned: try fields.flag("planned"), from: from, to: to,
            reason: try fields.optionalText("reason") ?? "")
    }

    private static func staff(_ fields: RecordFields) throws(LineFlaw) -> StaffMember {
        let capacity = try fields.int("capacity")
        guard (0...10_000).contains(capacity) else { throw .wrong(field: "capacity", expected: "a number from 0 to 10000") }
        var duty: [DutyHours] = []
        for hours in try fields.records("duty") {
            let from = try hours.int("from"), to = try hours.int("to")
            guard (0..<1440).contains(from), (from + 1...from + 1440).contains(to) else {
                throw .wrong(field: "duty", expected: "minutes of the day, from before to")
            }
            duty.append(DutyHours(try hours.choice("days", DutyHours.Days.self), minutes: from..<to))
        }
        return StaffMember(
            try fields.code("id"), name: try fields.text("name"), office: try fields.choice("office", Office.self),
            skills: try fields.texts("skills"), capacity: capacity, duty: duty)
    }

    private static func product(_ fields: RecordFields) throws(LineFlaw) -> ProductRecord {
        var names: [Language: String] = [:]
        guard let given = try fields.record("name") else { throw .missing(field: "name") }
        for language in Language.allCases { names[language] = try given.optionalText(language.rawValue) }
        guard names[.zhHans] != nil else { throw .missing(field: "name.zh-Hans") }
        return ProductRecord(
            try fields.text("code"), line: try fields.text("line"), name: names, segments: try fields.texts("segments"),
            regions: try fields.choices("regions", Region.self), price: try fields.optionalMoney("price"),
            unit: try fields.optionalText("unit"), eligibility: try fields.optionalText("eligibility"),
            requires: try fields.texts("requires"), serviceDays: try fields.optionalInt("sla_days"),
            validFrom: try fields.day("valid_from"))
    }

    private static func commitment(_ fields: RecordFields) throws(LineFlaw) -> ServiceCommitment {
        let limit: ServiceCommitment.Limit
        if let minutes = try fields.record("arrival_minutes") {
            var limits: [ServiceArea: Int] = [:]
            for area in ServiceArea.allCases { limits[area] = try minutes.optionalInt(area.rawValue) }
            guard !limits.isEmpty else { throw .wrong(field: "arrival_minutes", expected: "minutes by area") }
            limit = .arrival(minutes: limits)
        } else if let hours = try fields.optionalInt("hours") {
            limit = .hours(hours)
        } else {
            limit = .workingDays(try fields.int("days"), withExternalLine: try fields.optionalInt("with_external_line"))
        }
        guard limit.isPossible else { throw .wrong(field: "days", expected: "a limit above zero") }
        return ServiceCommitment(
            try fields.text("order_kind"), limit, what: try fields.optionalText("what"),
            metBy: fields.has("met_by") ? try fields.choice("met_by", OrderState.self) : .done,
            priority: fields.has("priority") ? try fields.choice("priority", Priority.self) : nil,
            isWithdrawnInStorm: try fields.optionalFlag("withdrawn_in_storm") ?? false, source: try fields.text("source"),
            confidence: try fields.choice("confidence", RuleSource.Confidence.self))
    }
}

extension ServiceCommitment.Limit {
    /// Whether every figure is above zero and no longer than ten years.
    var isPossible: Bool {
        let figures: [Int] =
            switch self {
            case .arrival(let minutes): Array(minutes.values)
            case .hours(let hours): [hours]
            case .workingDays(let days, let longer): [days] + (longer.map { [$0] } ?? [])
            }
        return figures.allSatisfy { (1...87_600).contains($0) }
    }
}
