import ArgumentParser
import Foundation
import FrontOffice
import JSONText
import Knowledge
import PowerDomain

/// `powerhall tariff`.
struct TariffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tariff", abstract: "Reckons a bill under the rules on record; on a terminal with the tiers as a bar chart.")

    @OptionGroup var common: CommonOptions
    @Option(help: "The energy of the month, kWh.") var kwh: String?
    @Option(help: "YYYY-MM, or 1 to 12 of the current year. Default: this month.") var month: String?
    @Option(name: .customLong("ytd-kwh"), help: "Used this year before the month; needed where tiers are yearly.") var yearToDate: String?
    @Option(help: "resident, shared_meter, ev or low_income.") var category: String?
    @Option(name: .customLong("household-size"), help: "People in the home.") var householdSize: String?
    @Option(help: "peak=80,flat=120,valley=150: kWh by period.") var split: String?
    @Option(name: .customLong("free-kwh"), help: "Free energy of this bill.") var freeEnergy: String?
    @Option(help: "days=12,amount=186.50,class=resident: arrears.") var late: String?

    func run() throws {
        let record = TariffRecords.read(common.folders.models)
        for finding in record.findings { say("\(finding)") }
        var fields = [
            "region": common.givenRegion?.rawValue, "kwh": kwh, "month": month, "ytd_kwh": yearToDate, "category": category,
            "household_size": householdSize, "free_kwh": freeEnergy,
        ]
        .compactMapValues { $0 }
        if common.isFixedDay { fields["as_of"] = common.today.description }
        for (object, text) in [("split", split), ("late", late)] {
            for part in text?.split(separator: ",") ?? [] {
                let pair = part.split(separator: "=", maxSplits: 1)
                guard pair.count == 2 else { throw fail(.init(64), "--\(object) wants name=number pairs, not '\(part)'") }
                fields["\(object).\(pair[0])"] = String(pair[1])
            }
        }
        do throws(TariffError) {
            let estimate = try record.table.estimate(BillQuestion(fields: fields, today: common.today))
            if isatty(STDOUT_FILENO) == 1 {
                print(EstimateText(estimate).lines.joined(separator: "\n"))
            } else {
                print(EstimateShape.json(estimate).text)
            }
        } catch {
            for line in EstimateText.lines(of: error) { say("powerhall: " + line) }
            if case .notOnRecord = error { throw ExitCode.missingService }
            throw ExitCode.badData
        }
    }
}

/// The tariff files of a models folder.
enum TariffRecords {
    static func read(_ models: String) -> TariffRecord {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: models + "/tariffs")) ?? []
        return TariffRecord(
            files: names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
                (try? String(contentsOfFile: "\(models)/tariffs/\(name)", encoding: .utf8)).map { ("models/tariffs/\(name)", $0) }
            })
    }
}
