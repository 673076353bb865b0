/// What the utility knows of its accounts, as far as a conversation may tell it after verification (CONTRACT §5).
///
/// Nil means that the account is unknown, which a caller never tells apart from a wrong secret.
package protocol AccountDirectory: Sendable {
    /// Which registered secret the four characters are the end of; nil for none and for an unknown account.
    func secret(_ lastFour: String, of account: String) -> AccountSecret?
    /// Bills of the months `from` … `to` (`2026-10`), the newest first; nil if the register is out of reach.
    func bills(of account: String, from: String, to: String) -> [BillFact]?
    /// Consumption by day; nil if the register is out of reach.
    func usage(of account: String, from: CalendarDay, to: CalendarDay) -> [UsageFact]?
}

/// By which secret somebody was verified: the values of the slot `verify`.
package enum AccountSecret: String, Hashable, Sendable { case phone4, id4, code }

/// One month's bill.
package struct BillFact: Hashable, Sendable {
    package let period: String
    /// Plain decimals.
    package let kwh: String
    package let amount: String
    package let due: CalendarDay?
    package let paid: CalendarDay?

    package init(period: String, kwh: String, amount: String, due: CalendarDay?, paid: CalendarDay?) {
        self.period = period
        self.kwh = kwh
        self.amount = amount
        self.due = due
        self.paid = paid
    }
}

/// One day's consumption.
package struct UsageFact: Hashable, Sendable {
    package let day: CalendarDay
    package let kwh: String

    package init(day: CalendarDay, kwh: String) {
        self.day = day
        self.kwh = kwh
    }
}
