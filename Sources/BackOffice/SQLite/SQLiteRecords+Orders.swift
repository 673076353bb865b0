internal import GRDB
internal import PowerDomain

extension SQLiteRecords {
    func nextOrderNumber(on day: CalendarDay) throws(StoreFailure) -> OrderNumber {
        let sql = """
            INSERT INTO order_counter (day, last) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last
            """
        guard let row = try row(sql, [day.description]) else { throw .damaged }
        return OrderNumber(day: day, running: try row.value(0))
    }

    func order(_ id: OrderNumber) throws(StoreFailure) -> WorkOrder? {
        guard let row = try row("SELECT body FROM work_order WHERE id = ?", [id.text]) else { return nil }
        return try OrderText.order(try row.bytes(0))
    }

    func insert(_ order: WorkOrder) throws(StoreFailure) {
        let sql = """
            INSERT INTO work_order
              (id, age, kind, created, customer, session, phone, area, state, office, is_open, late_after, assignee, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        let fixed: StatementArguments = [
            order.id.text, order.id.age, order.kind, order.created.seconds, order.customer?.digits, order.session, order.phone,
            order.report?.place.area,
        ]
        try execute(sql, fixed + changing(order))
    }

    func update(_ order: WorkOrder) throws(StoreFailure) {
        let sql = "UPDATE work_order SET state = ?, office = ?, is_open = ?, late_after = ?, assignee = ?, body = ? WHERE id = ?"
        try execute(sql, changing(order) + [order.id.text])
        guard changes == 1 else { throw .outdated }
    }

    private func changing(_ order: WorkOrder) -> StatementArguments {
        [
            order.state.rawValue, order.office.rawValue, order.state.isOpen, order.lateAfter?.seconds, order.assignee,
            OrderText.bytes(order).databaseBytes,
        ]
    }

    func orders(_ query: OrderQuery) throws(StoreFailure) -> OrderPage {
        var conditions: [String] = [], arguments = StatementArguments()
        func demand(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments += [value]
        }
        demand("state = ?", query.state?.rawValue)
        demand("office = ?", query.office?.rawValue)
        demand("kind = ?", query.kind)
        demand("customer = ?", query.customer?.digits)
        demand("session = ?", query.session)
        demand("phone = ?", query.phone)
        demand("assignee = ?", query.assignee)
        demand("is_open AND late_after < ?", query.overdueAt?.seconds)
        demand("age > ?", query.after?.age)
        let limit = max(1, query.limit)
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let found = try rows("SELECT body FROM work_order \(filter) ORDER BY age LIMIT ?", arguments + [limit + 1])
        var orders: [WorkOrder] = []
        for row in found.prefix(limit) { orders.append(try OrderText.order(try row.bytes(0))) }
        return OrderPage(orders: orders, next: found.count > limit ? orders.last?.id : nil)
    }

    func reports(kind: String, area: String, since first: Moment) throws(StoreFailure) -> [WorkOrder] {
        let sql = """
            SELECT body FROM work_order
            WHERE area = ? AND kind = ? AND created >= ? AND (is_open OR state = 'merged') ORDER BY age
            """
        var orders: [WorkOrder] = []
        for row in try rows(sql, [area, kind, first.seconds]) { orders.append(try OrderText.order(try row.bytes(0))) }
        return orders
    }
}

extension OrderNumber {
    /// A number that sorts as order numbers do: the day, then the running number.
    fileprivate var age: Int {
        let digits = text.dropFirst(2)
        return (Int(digits.prefix(8)) ?? 0) * 1_000_000_000 + (Int(digits.dropFirst(8)) ?? 0)
    }
}
