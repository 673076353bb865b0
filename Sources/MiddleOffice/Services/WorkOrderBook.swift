package import PowerDomain
internal import Synchronization

/// Work orders in memory: what a build without a store keeps.
package final class WorkOrderBook: WorkOrderService {
    private struct Contents {
        var orders: [String: OrderReceipt] = [:]
        /// Numbers of orders by idempotency key.
        var byKey: [String: String] = [:]
        var numbers: [CalendarDay: Int] = [:]
        /// In the order in which they were made.
        var ids: [String] = []
    }

    private let contents = Mutex(Contents())
    private let limits: OrderLimits
    /// Orders kept at most; the oldest go.
    private static let most = 20_000

    package init(limits: OrderLimits) { self.limits = limits }

    package func create(_ request: OrderDraft, at now: Moment) throws(WorkOrderFault) -> OrderReceipt {
        contents.withLock { contents in
            if let id = contents.byKey[request.key] ?? Self.same(request, now, contents), var known = contents.orders[id] {
                known.isKnown = true
                return known
            }
            let number = (contents.numbers[now.day] ?? 0) + 1
            contents.numbers[now.day] = number
            let digits = String(number)
            let id = "WO" + now.day.description.filter { $0 != "-" } + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            let address = request.slots["address"]?.text
            let receipt = OrderReceipt(
                id: id, kind: request.kind, state: "created", office: request.office, escalateTo: request.escalateTo,
                priority: request.priority, created: now, due: limits.due(request.kind, from: now, address: address), slots: request.slots)
            contents.orders[id] = receipt
            contents.byKey[request.key] = id
            contents.ids.append(id)
            if contents.ids.count > Self.most {
                for old in contents.ids.prefix(Self.most / 10) { contents.orders[old] = nil }
                contents.ids.removeFirst(Self.most / 10)
            }
            return receipt
        }
    }

    /// The same home reports the same outage again: same address and phone within two hours (orders.json, `merge`).
    private static func same(_ request: OrderDraft, _ now: Moment, _ contents: Contents) -> String? {
        guard request.kind == "outage.report", request.priority != .urgent, let address = request.slots["address"],
            let phone = request.slots["phone"]
        else { return nil }
        return contents.ids.reversed().first { id in
            guard let order = contents.orders[id], order.kind == request.kind, !["closed", "cancelled", "done"].contains(order.state) else {
                return false
            }
            return order.slots["address"] == address && order.slots["phone"] == phone && now <= order.created.adding(minutes: 120)
        }
    }

    package func get(_ id: String) throws(WorkOrderFault) -> OrderReceipt? { contents.withLock { $0.orders[id] } }

    package func list(phone: String) throws(WorkOrderFault) -> [OrderReceipt] {
        contents.withLock { contents in
            contents.ids.reversed().compactMap { contents.orders[$0] }.filter { $0.slots["phone"] == .text(phone) }
        }
    }

    package func urge(_ id: String, at now: Moment) throws(WorkOrderFault) -> OrderReceipt? {
        contents.withLock { contents in
            guard var order = contents.orders[id] else { return nil }
            order.urges += 1
            // Raised once.
            if order.urges == 1, order.priority == .normal || order.priority == .low { order.priority = .high }
            contents.orders[id] = order
            return order
        }
    }
}
