import Foundation
import Knowledge
import PowerDomain

/// The tariff files of the checkout.
enum TariffFiles {
    private static let folder =
        URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path + "/models/tariffs"

    static let all: [(path: String, text: String)] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().compactMap { name in
            (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)).map { ("models/tariffs/\(name)", $0) }
        }

    static let record = TariffRecord(files: all)

    /// The record after one change to one file.
    static func record(changing name: String, _ from: String, to: String) -> TariffRecord {
        TariffRecord(
            files: all.map { path, text in
                path == "models/tariffs/\(name).yaml" ? (path, text.replacingOccurrences(of: from, with: to)) : (path, text)
            })
    }

    static func estimate(_ fields: [String: String]) throws(TariffError) -> BillEstimate {
        try record.table.estimate(BillQuestion(fields: fields, today: today))
    }

    static let today = CalendarDay(daysSince1970: 20_781)  // 2026-11-24
}
