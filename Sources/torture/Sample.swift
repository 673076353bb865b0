import Foundation
import PowerDomain

/// Invented orders and rules for the trials.
enum Sample {
    static let rules = WorkOrderRules(
        commitments: [
            ServiceCommitment("bill.high_dispute", .workingDays(5, withExternalLine: nil), source: "trial", confidence: .low)
        ],
        holderChecked: [], incidents: IncidentRule(windowMinutes: 120), repeats: RepeatedOutageRule(count: 3, days: 60),
        callBackBelow: 3, callBackKind: "service.callback")

    static let book = OrderBook(rules: rules, calendar: WorkingCalendar())

    static func now() -> Moment { Moment(seconds: Int(Date().timeIntervalSince1970)) }

    /// The order that is made under a key, by a session.
    static func request(_ key: String, session: String) -> OrderRequest {
        var request = OrderRequest("bill.high_dispute", slots: [OrderSlot("reason", .text(key)), OrderSlot("month", .text("2026-10"))])
        request.session = session
        request.phone = "13900000000"
        return request
    }

    /// Makes the order of a key once; answers its number.
    static func makeOrder(_ key: String, session: String, in store: any HallStore) async throws(StoreFailure) -> String {
        let now = now()
        let outcome = try await store.write { records throws(StoreFailure) in
            let fingerprint = SHA256.digest(Array(key.utf8))
            return try records.once(RequestKey(scope: session, key: key), fingerprint: fingerprint, at: now) { () throws(StoreFailure) in
                let order = try book.open(request(key, session: session), in: records, at: now)
                return Array(order.id.text.utf8)
            }
        }
        return String(decoding: outcome.result ?? [], as: UTF8.self)
    }
}
