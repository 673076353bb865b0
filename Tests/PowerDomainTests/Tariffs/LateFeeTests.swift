import PowerDomain
import Testing

@Suite("The daily charge on arrears")
struct LateFeeTests {
    private static func fee(_ amount: String, _ days: Int, _ kind: LateFee.Class, paid: String) throws -> String {
        let rule = LateFee(
            resident: try .init(percent: "0.1"), other: try .init(percent: "0.2"), otherCrossYear: try .init(percent: "0.3"),
            minimum: try Money("1"))
        let day = try #require(CalendarDay(paid))
        return rule.amount(for: try Money(amount), days: days, class: kind, paid: day).description
    }

    @Test("a resident pays a thousandth a day, at least the minimum, and nothing on the day it is due")
    func resident() throws {
        #expect(try Self.fee("325.60", 12, .resident, paid: "2026-11-24") == "3.91")
        #expect(try Self.fee("100", 3, .resident, paid: "2026-11-24") == "1.00")
        #expect(try Self.fee("325.60", 0, .resident, paid: "2026-11-24") == "0.00")
        #expect(try Self.fee("0", 30, .resident, paid: "2026-11-24") == "0.00")
    }

    @Test(
        "others pay the higher rate only for days after the year in which the bill fell due",
        arguments: [
            (20, "2026-11-24", "40.00"), (30, "2026-01-10", "70.00"), (10, "2026-01-10", "30.00"), (9, "2026-01-10", "18.00"),
            (400, "2026-01-10", "1175.00"),
        ])
    func other(days: Int, paid: String, expected: String) throws {
        #expect(try Self.fee("1000", days, .other, paid: paid) == expected)
    }

    @Test("the longest delay of the greatest amount does not overflow")
    func greatest() throws {
        #expect(try Self.fee("999999999.99", 99_999, .resident, paid: "2026-11-24") == "99998999999.00")
    }
}
