/// The utility's own records as they were imported (CONTRACT §5).
package protocol AccountStore {
    /// Writes a record in place of one with the same key.
    func put(_ record: BusinessRecord) throws(StoreFailure) -> PutOutcome
    func account(_ number: AccountNumber) throws(StoreFailure) -> AccountRecord?
    /// An account's bills from a month on, latest first.
    func bills(of account: AccountNumber, from first: BillingPeriod) throws(StoreFailure) -> [BillRecord]
    /// An account's daily use from a day on, latest first.
    func usage(of account: AccountNumber, from first: CalendarDay) throws(StoreFailure) -> [UsageRecord]
    /// Outages of a region, `guangdong` for its cities too, that end at `first` or later or have no end, by their beginning.
    func outages(in regions: [Region], endingAfter first: Moment) throws(StoreFailure) -> [OutageNotice]
    func halls() throws(StoreFailure) -> [HallRecord]
    func staff() throws(StoreFailure) -> [StaffMember]
    /// All versions of all products, by code and first day.
    func products() throws(StoreFailure) -> [ProductRecord]
    func holidays() throws(StoreFailure) -> [HolidayRecord]
    func commitments() throws(StoreFailure) -> [ServiceCommitment]
    /// Hands over every record of a kind, in the order of their keys.
    func forEach(_ kind: BusinessRecord.Kind, _ body: (BusinessRecord) throws(StoreFailure) -> Void) throws(StoreFailure)
}

/// What writing a record did.
package enum PutOutcome: Hashable, Sendable {
    case added, changed, unchanged
}

extension AccountStore {
    /// The calendar of the imported holidays.
    package func workingCalendar() throws(StoreFailure) -> WorkingCalendar {
        WorkingCalendar(exceptions: Dictionary(try holidays().map { ($0.day, $0.isWorked) }) { _, last in last })
    }
}
