/// Work orders of a transaction.
package protocol WorkOrderStore {
    /// The next unused number of a day. It counts as used only if the transaction is committed.
    func nextOrderNumber(on day: CalendarDay) throws(StoreFailure) -> OrderNumber
    /// Nil if there is no such order.
    func order(_ id: OrderNumber) throws(StoreFailure) -> WorkOrder?
    /// A new order; `duplicate` if the number is taken.
    func insert(_ order: WorkOrder) throws(StoreFailure)
    /// An order that changed; `outdated` if there is no such order.
    func update(_ order: WorkOrder) throws(StoreFailure)
    /// Orders that fit, oldest first.
    func orders(_ query: OrderQuery) throws(StoreFailure) -> OrderPage
    /// Reports of a fault in an area, made at `first` or later, that are open or have become part of an incident; oldest first.
    func reports(kind: String, area: String, since first: Moment) throws(StoreFailure) -> [WorkOrder]
}

/// Which orders are wanted; what is nil does not count.
package struct OrderQuery: Hashable, Sendable {
    package var state: OrderState?
    package var office: Office?
    package var kind: String?
    package var customer: AccountNumber?
    package var session: String?
    package var phone: String?
    package var assignee: String?
    /// Only open ones whose promise is broken at that moment.
    package var overdueAt: Moment?
    /// Only those after this one.
    package var after: OrderNumber?
    /// At most so many, at least one.
    package var limit = 50

    package init() {}
}

/// Some orders, and where the next ones begin.
package struct OrderPage: Hashable, Sendable {
    package let orders: [WorkOrder]
    /// To be given as `after`; nil if these were the last ones.
    package let next: OrderNumber?

    package init(orders: [WorkOrder], next: OrderNumber?) {
        self.orders = orders
        self.next = next
    }
}
