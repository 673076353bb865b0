internal import PowerDomain

/// Holidays of 2026 as the State Council's office announced them in November 2025, and the statutory days of 2027, which are
/// provisional: the exchange of weekends is announced late in 2026.
enum DemoHolidays {
    static let records: [HolidayRecord] =
        off("2026-01-01", 3) + off("2026-02-15", 9) + off("2026-04-04", 3) + off("2026-05-01", 5) + off("2026-06-19", 3)
        + off("2026-09-25", 3) + off("2026-10-01", 7)
        + ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"].map {
            HolidayRecord(day($0), isWorked: true)
        }
        + off("2027-01-01", 1, isProvisional: true) + off("2027-02-05", 4, isProvisional: true)
        + off("2027-04-05", 1, isProvisional: true) + off("2027-05-01", 2, isProvisional: true)
        + off("2027-06-09", 1, isProvisional: true) + off("2027-09-15", 1, isProvisional: true)
        + off("2027-10-01", 3, isProvisional: true)

    private static func off(_ first: String, _ count: Int, isProvisional: Bool = false) -> [HolidayRecord] {
        (0..<count).map { HolidayRecord(day(first).adding(days: $0), isWorked: false, isProvisional: isProvisional) }
    }

    private static func day(_ text: String) -> CalendarDay {
        guard let day = CalendarDay(text) else { preconditionFailure("no such day") }
        return day
    }
}
