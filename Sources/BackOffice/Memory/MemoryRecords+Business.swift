internal import PowerDomain

extension MemoryRecords {
    func bills(of account: AccountNumber, from first: BillingPeriod) throws(StoreFailure) -> [BillRecord] {
        records(.bill).compactMap { if case .bill(let bill) = $0 { bill } else { nil } }
            .filter { $0.account == account && $0.period >= first }.sorted { $0.period > $1.period }
    }

    func usage(of account: AccountNumber, from first: CalendarDay) throws(StoreFailure) -> [UsageRecord] {
        records(.usage).compactMap { if case .usage(let usage) = $0 { usage } else { nil } }
            .filter { $0.account == account && $0.day >= first }.sorted { $0.day > $1.day }
    }

    func outages(in regions: [Region], endingAfter first: Moment) throws(StoreFailure) -> [OutageNotice] {
        let notices = records(.outage).compactMap { if case .outage(let notice) = $0 { notice } else { nil as OutageNotice? } }
        return notices.filter { regions.contains($0.region) && ($0.to.map { $0 >= first } ?? true) }.sorted { $0.from < $1.from }
    }

    func halls() throws(StoreFailure) -> [HallRecord] {
        records(.hall).compactMap { if case .hall(let hall) = $0 { hall } else { nil } }
    }

    func staff() throws(StoreFailure) -> [StaffMember] {
        records(.staff).compactMap { if case .staff(let member) = $0 { member } else { nil } }
    }

    func products() throws(StoreFailure) -> [ProductRecord] {
        records(.product).compactMap { if case .product(let product) = $0 { product } else { nil } }
    }

    func holidays() throws(StoreFailure) -> [HolidayRecord] {
        records(.holiday).compactMap { if case .holiday(let holiday) = $0 { holiday } else { nil } }
    }

    func commitments() throws(StoreFailure) -> [ServiceCommitment] {
        records(.commitment).compactMap { if case .commitment(let commitment) = $0 { commitment } else { nil } }
    }
}

extension OrderQuery {
    /// Whether an order is wanted, its place in the list included.
    func fits(_ order: WorkOrder) -> Bool {
        (state.map { order.state == $0 } ?? true) && (office.map { order.office == $0 } ?? true)
            && (kind.map { order.kind == $0 } ?? true) && (customer.map { order.customer == $0 } ?? true)
            && (session.map { order.session == $0 } ?? true) && (phone.map { order.phone == $0 } ?? true)
            && (assignee.map { order.assignee == $0 } ?? true) && (overdueAt.map(order.isOverdue) ?? true)
            && (after.map { order.id > $0 } ?? true)
    }
}
