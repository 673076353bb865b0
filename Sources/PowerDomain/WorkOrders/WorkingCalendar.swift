/// Which days are worked: Monday to Friday, but for holidays, and for the weekend days that are worked in exchange
/// (调休), both as imported.
package struct WorkingCalendar: Hashable, Sendable {
    private let exceptions: [CalendarDay: Bool]

    /// - Parameter exceptions: days that differ from the week, `true` for a day that is worked.
    package init(exceptions: [CalendarDay: Bool] = [:]) { self.exceptions = exceptions }

    package func isWorkingDay(_ day: CalendarDay) -> Bool { exceptions[day] ?? (day.weekday <= 5) }
}
