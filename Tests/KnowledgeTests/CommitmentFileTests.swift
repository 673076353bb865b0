import Foundation
import Knowledge
import PowerDomain
import Testing

struct CommitmentFileTests {
    private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("models/commitments.yaml")

    private static func text() throws -> String { try String(contentsOf: path, encoding: .utf8) }

    @Test("the file of the product is read without findings")
    func product() throws {
        let (source, findings) = CommitmentFile.read(try Self.text(), path: "models/commitments.yaml")
        #expect(findings.isEmpty)
        let rules = try #require(source).rules
        #expect(rules.commitments.count == 11)
        #expect(rules.commitments["outage.report"]?.limit == .arrival(minutes: [.urban: 45, .rural: 90, .remote: 120]))
        #expect(rules.commitments["connection.new_resident"]?.limit == .workingDays(5, withExternalLine: 15))
        #expect(rules.commitments["arrears.reconnect"]?.confidence == .high)
        #expect(rules.commitments["safety.hazard_report"]?.priority == .urgent)
        #expect(rules.holderChecked.count == 10)
        #expect(rules.callBackBelow == 3)
    }

    @Test(
        "a mistake is named with its line and nothing is taken",
        arguments: [
            ("    hours: 24", "    hours: soon", "'hours' must be a whole number above zero"),
            ("confidence: high", "confidence: sure", "'confidence' is 'sure'"), ("clock: working_days", "clock: lunar", "expected clock"),
            ("holder_check:", "holder_checks:", "unknown key 'holder_checks'"),
            ("met_by: in_progress", "met_by: arrived", "'met_by' is 'arrived'"),
        ])
    func mistakes(_ right: String, _ wrong: String, _ message: String) throws {
        let (source, findings) = CommitmentFile.read(try Self.text().replacingOccurrences(of: right, with: wrong), path: "c.yaml")
        #expect(source == nil)
        #expect(findings.contains { $0.message.contains(message) && $0.line > 0 })
    }
}
