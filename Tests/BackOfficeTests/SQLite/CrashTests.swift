import Foundation
import Testing

@testable import torture

struct CrashTests {
    /// `POWERHALL_KILLS=1000` runs the whole trial.
    private static let kills = ProcessInfo.processInfo.environment["POWERHALL_KILLS"].flatMap { Int($0) } ?? 20

    @Test("a child that is killed loses no order it acknowledged and makes none twice")
    func kills() async throws {
        try await withFolder { path in
            let report = try await CrashTrial(child: Child.path, folder: path, seed: UInt64.random(in: 0...UInt64.max)).run(
                kills: Self.kills)
            #expect(report.isClean, "\(report)")
            #expect(report.kills == Self.kills)
            #expect(report.acknowledged > 0)
        }
    }
}
