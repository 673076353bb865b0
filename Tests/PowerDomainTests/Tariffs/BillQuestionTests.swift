import PowerDomain
import Testing

@Suite("The parameters of a calculation are checked by name")
struct BillQuestionTests {
    private static let today = CalendarDay(daysSince1970: 20_781)  // 2026-11-24

    /// One value put into a good question, and the field and reason with which it is refused.
    static let faults: [(field: String, value: String, names: String, reason: TariffError.Reason)] = [
        ("region", "beijing", "region", .unknown), ("kwh", "abc", "kwh", .notNumber), ("kwh", "-1", "kwh", .negative),
        ("kwh", "1e12", "kwh", .tooLarge), ("kwh", "0.0000001", "kwh", .tooManyDecimals), ("month", "13", "month", .noSuchMonth),
        ("month", "0", "month", .noSuchMonth), ("month", "2026-6", "month", .noSuchMonth), ("ytd_kwh", "-5", "ytd_kwh", .negative),
        ("category", "shop", "category", .unknown), ("household_size", "0", "household_size", .tooSmall),
        ("household_size", "2.5", "household_size", .tooManyDecimals), ("split.peak", "-3", "split.peak", .negative),
        ("split.valley", "3", "split", .sum), ("free_kwh", "x", "free_kwh", .notNumber), ("late.days", "3", "late.amount", .missing),
        ("late.amount", "3", "late.days", .missing), ("as_of", "2026-02-30", "as_of", .noSuchDay),
    ]

    @Test("a bad value is refused by name, with the reason", arguments: faults.indices)
    func refused(index: Int) {
        let fault = Self.faults[index]
        let fields = ["region": "guangzhou", "kwh": "100"].merging([fault.field: fault.value]) { $1 }
        #expect(throws: TariffError.invalidValue(field: fault.names, reason: fault.reason)) {
            try BillQuestion(fields: fields, today: Self.today)
        }
    }

    @Test("arrears want days, amount in cents and class")
    func arrears() {
        let good = ["region": "guangzhou", "kwh": "1", "late.days": "3", "late.amount": "10.50", "late.class": "other"]
        #expect(throws: Never.self) { try BillQuestion(fields: good, today: Self.today) }
        for (field, value, reason) in [
            ("late.days", "-1", TariffError.Reason.negative), ("late.days", "100000", .tooLarge), ("late.amount", "-1", .negative),
            ("late.amount", "0.001", .tooManyDecimals), ("late.class", "shop", .unknown),
        ] {
            #expect(throws: TariffError.invalidValue(field: field, reason: reason)) {
                try BillQuestion(fields: good.merging([field: value]) { $1 }, today: Self.today)
            }
        }
    }

    @Test("region and energy are needed; the energy may be the sum of its parts")
    func needed() throws {
        #expect(throws: TariffError.invalidValue(field: "region", reason: .missing)) {
            try BillQuestion(fields: ["kwh": "1"], today: Self.today)
        }
        #expect(throws: TariffError.invalidValue(field: "kwh", reason: .missing)) {
            try BillQuestion(fields: ["region": "hainan"], today: Self.today)
        }
        let question = try BillQuestion(fields: ["region": "hainan", "split.peak": "1.5", "split.valley": "2"], today: Self.today)
        #expect(question.energy.description == "3.5")
    }

    @Test("a bare month is one of today's year, as-of counts as today, and no month is the present one")
    func month() throws {
        let fields = ["region": "hainan", "kwh": "1"]
        #expect(try BillQuestion(fields: fields, today: Self.today).period.description == "2026-11")
        #expect(try BillQuestion(fields: fields.merging(["month": "6"]) { $1 }, today: Self.today).period.description == "2026-06")
        let earlier = try BillQuestion(fields: fields.merging(["month": "6", "as_of": "2024-03-05"]) { $1 }, today: Self.today)
        #expect(earlier.period.description == "2024-06")
        #expect(earlier.ruleDay.description == "2024-03-05")
    }
}
