import PowerDomain
import Testing

struct OrderNumberTests {
    @Test("a number is the day and a running number")
    func form() {
        #expect(OrderNumber(day: Sample.day("2026-11-24"), running: 17).text == "WO202611240017")
        #expect(OrderNumber(day: Sample.day("2026-11-24"), running: 12_345).text == "WO2026112412345")
    }

    @Test(
        "numbers are read back, others refused",
        arguments: ["WO20261324001", "WO202613240017", "wo202611240017", "WO2026112400x7", "202611240017"])
    func refusing(_ text: String) { #expect(OrderNumber(text) == nil) }

    @Test("numbers sort by age, beyond ten thousand a day too")
    func sorting() throws {
        let day = Sample.day("2026-11-24")
        let numbers = [9_999, 10_000, 1, 10_001].map { OrderNumber(day: day, running: $0) }
        #expect(numbers.sorted().map(\.text) == ["WO202611240001", "WO202611249999", "WO2026112410000", "WO2026112410001"])
        #expect(OrderNumber(day: day, running: 10_000) < OrderNumber(day: day.adding(days: 1), running: 1))
        #expect(OrderNumber("WO2026112410000") == OrderNumber(day: day, running: 10_000))
    }
}
