import BackOffice
import Foundation
import PowerDomain
import Testing

/// The backends that the contract holds for; a new one gets its line here.
enum Backend: String, CaseIterable, CustomTestStringConvertible {
    case memory, sqlite

    var testDescription: String { rawValue }

    /// Runs a test on an empty store.
    func withStore(_ body: (any HallStore) async throws -> Void) async throws {
        switch self {
        case .memory: try await body(MemoryStore())
        case .sqlite:
            try await withFolder { path in
                let store = try SQLiteStore(HallFolder(path))
                try await body(store)
                await store.close()
            }
        }
    }
}

/// Runs a test with a folder of its own.
func withFolder(_ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hall-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
}

/// Invented orders and rules.
enum Sample {
    static let start = Moment(seconds: 1_795_486_800)

    static let rules = WorkOrderRules(
        commitments: [
            ServiceCommitment(
                "outage.report", .arrival(minutes: [.urban: 45, .rural: 90, .remote: 120]), metBy: .inProgress,
                isWithdrawnInStorm: true, source: "test", confidence: .medium),
            ServiceCommitment("bill.high_dispute", .workingDays(5, withExternalLine: nil), source: "test", confidence: .medium),
        ],
        holderChecked: ["account.close"], incidents: IncidentRule(windowMinutes: 120), repeats: RepeatedOutageRule(count: 3, days: 60),
        callBackBelow: 3, callBackKind: "service.callback")

    static let book = OrderBook(rules: rules, calendar: WorkingCalendar())

    static func report(_ scope: OutageScope, home: String, phone: String, priority: Priority = .normal) -> OrderRequest {
        var request = OrderRequest("outage.report", slots: [OrderSlot("address", .text("百花二路48号" + home))], priority: priority)
        request.phone = phone
        request.report = FaultReport(scope, at: IncidentPlace(area: "百花二路", building: "48号", home: home))
        return request
    }

    static func number(_ text: String) throws -> AccountNumber { try AccountNumber(text) }
}
