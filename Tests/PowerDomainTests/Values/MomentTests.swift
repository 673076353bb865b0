import PowerDomain
import Testing

struct MomentTests {
    @Test(
        "a time is read with its zone and written in China's",
        arguments: [
            ("2026-11-24T10:20:00+08:00", "2026-11-24T10:20:00+08:00"), ("2026-11-24T02:20:00Z", "2026-11-24T10:20:00+08:00"),
            ("2026-11-24T10:20", "2026-11-24T10:20:00+08:00"), ("2026-11-24", "2026-11-24T00:00:00+08:00"),
            ("2026-12-31T20:00:00-04:00", "2027-01-01T08:00:00+08:00"), ("1969-12-31T23:59:59Z", "1970-01-01T07:59:59+08:00"),
        ])
    func reading(_ text: String, _ written: String) { #expect(Moment(text)?.description == written) }

    @Test(
        "what is no time is none",
        arguments: [
            "", "now", "2026-02-30", "2026-11-24T24:00", "2026-11-24T10:60", "2026-11-24T1:20", "2026-11-24T10:20Zx", "2026-11-24T",
        ])
    func refusing(_ text: String) { #expect(Moment(text) == nil) }

    @Test("the day turns at China's midnight")
    func days() throws {
        let midnight = try #require(Moment("2026-11-24T16:00:00Z"))
        #expect(midnight.day.description == "2026-11-25")
        #expect(midnight.secondOfDay == 0)
        #expect(midnight.adding(seconds: -1).day.description == "2026-11-24")
        #expect(midnight.adding(seconds: -1).secondOfDay == 86_399)
        #expect(Moment(seconds: -8 * 3600 - 1).day.description == "1969-12-31")
    }
}
