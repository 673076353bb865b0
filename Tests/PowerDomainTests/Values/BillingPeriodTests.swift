import PowerDomain
import Testing

@Suite("A billing period is a month of a year")
struct BillingPeriodTests {
    @Test("a period is read and written as YYYY-MM")
    func read() throws {
        let period = try #require(BillingPeriod("2026-02"))
        #expect(period.description == "2026-02")
        #expect(period.firstDay == CalendarDay("2026-02-01"))
    }

    @Test(
        "other texts are no period",
        arguments: ["2026-13", "2026-00", "2026-2", "202602", "2026-1-", "20266-1", "226-011", "2026--1", "-026-11", "二〇二六", ""])
    func refused(text: String) { #expect(BillingPeriod(text) == nil) }

    @Test("periods are ordered by year, then month")
    func order() throws {
        let earlier = try #require(BillingPeriod("2025-12")), later = try #require(BillingPeriod("2026-01"))
        #expect(earlier < later)
    }
}
