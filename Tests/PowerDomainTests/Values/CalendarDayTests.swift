import PowerDomain
import Testing
import TextAnalysis

@Suite("Calendar days")
struct CalendarDayTests {
    @Test("1970-01-01 is day 0")
    func epoch() {
        #expect(CalendarDay(year: 1970, month: 1, day: 1)?.daysSince1970 == 0)
        #expect(CalendarDay(daysSince1970: 0).description == "1970-01-01")
    }

    @Test("numbering days and back is the identity", arguments: 0..<40)
    func roundTrip(_ seed: UInt64) {
        var sequence = FixedSequence(seed: seed)
        for _ in 0..<500 {
            // 0001-01-01 … 9999-12-31
            let number = Int.random(in: -719_162...2_932_896, using: &sequence)
            let day = CalendarDay(daysSince1970: number)
            #expect(day.daysSince1970 == number)
            #expect(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
            #expect(CalendarDay(day.description) == day)
        }
    }

    @Test("consecutive numbers are consecutive days over four hundred years")
    func consecutive() {
        var day = CalendarDay(daysSince1970: -170_000)
        for number in -169_999 ... -169_999 + 146_097 {
            let next = CalendarDay(daysSince1970: number)
            let isNewMonth = day.day == CalendarDay.length(ofMonth: day.month, in: day.year)
            #expect(next.day == (isNewMonth ? 1 : day.day + 1))
            #expect(next.month == (isNewMonth ? day.month % 12 + 1 : day.month))
            #expect(next.year == (isNewMonth && day.month == 12 ? day.year + 1 : day.year))
            #expect(day < next)
            day = next
        }
    }

    @Test(
        "weekdays of known dates, Monday being 1",
        arguments: [
            ("2026-11-24", 2), ("1970-01-01", 4), ("1969-12-31", 3), ("2000-02-29", 2), ("1900-01-01", 1), ("2024-02-29", 4),
            ("1949-10-01", 6), ("2100-03-01", 1), ("1582-10-15", 5), ("9999-12-31", 5),
        ])
    func weekday(_ text: String, _ weekday: Int) throws {
        #expect(try #require(CalendarDay(text)).weekday == weekday)
    }

    @Test(
        "a day that does not exist is refused",
        arguments: [
            "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "0000-01-01", "10000-01-01", "2026-11",
            "2026-11-24-01", "", "--", "2026/11/24", "二〇二六-11-24", "-2026-11-24",
        ])
    func refused(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test("a sign is no part of a date", arguments: ["+2026-11-24", "2026-+11-24", "2026-11-+4", "2026--11-24", "2026-11--4"])
    func signs(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test("29 February exists in leap years only", arguments: [2000, 2024, 2028, 2400])
    func leapYears(_ year: Int) {
        #expect(CalendarDay(year: year, month: 2, day: 29) != nil)
        #expect(CalendarDay(year: year + 1, month: 2, day: 29) == nil)
        #expect(CalendarDay(year: year, month: 2, day: 30) == nil)
    }

    @Test(
        "adding days crosses months and years both ways",
        arguments: [
            ("2026-12-31", 1, "2027-01-01"), ("2026-03-01", -1, "2026-02-28"), ("2024-02-28", 2, "2024-03-01"),
            ("2026-11-24", 0, "2026-11-24"),
        ])
    func adding(_ start: String, _ days: Int, _ end: String) throws {
        #expect(try #require(CalendarDay(start)).adding(days: days).description == end)
    }

    @Test("descriptions are padded, so that they sort as the days do", arguments: 0..<20)
    func order(_ seed: UInt64) {
        var sequence = FixedSequence(seed: seed)
        let days = (0..<100).map { _ in CalendarDay(daysSince1970: Int.random(in: -719_162...2_932_896, using: &sequence)) }
        #expect(days.sorted().map(\.description) == days.map(\.description).sorted())
        #expect(days.allSatisfy { $0.description.count == 10 })
    }
}
