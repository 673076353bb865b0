import Foundation
import Knowledge
import PowerDomain
import Testing

@Suite("Worked bills come out to the cent, line by line")
struct WorkedBillTests {
    @Test("a worked bill of the tariff files", arguments: TariffFiles.record.examples.indices)
    func workedBill(index: Int) {
        let example = TariffFiles.record.examples[index]
        #expect(example.result(in: TariffFiles.record.table) == example.outcome, "\(example.path):\(example.line)")
    }

    @Test("nothing is wrong in the tariff files, and every region has worked bills")
    func noFindings() {
        #expect(TariffFiles.record.findings.isEmpty)
        let regions = Set(TariffFiles.record.examples.compactMap { $0.question["region"] })
        #expect(regions == Set(Region.allCases.map(\.rawValue)))
    }

    /// The bills that the study of the tariffs worked out, with bare months: `region|fields|lines|total|alternative`.
    static let study = [
        "guangzhou|month=6 kwh=700|412.21 17.00 30.00|459.21|",
        "guangzhou|month=2 kwh=200|117.77|117.77|",
        "guangzhou|month=8 kwh=530|312.10 13.50|325.60|",
        "guangzhou|month=1 kwh=450|264.99 10.00 15.00|289.99|",
        "shenzhen|month=11 kwh=333|220.74 6.65|227.39|",
        "guizhou|ytd_kwh=4600 kwh=250|113.90 5.00 45.00|163.90|",
        "guangxi|ytd_kwh=2700 kwh=150|79.25 4.50|83.75|",
        "yunnan|ytd_kwh=1500 kwh=120|43.20 5.40|48.60|",
        "hainan|month=11 kwh=200|121.66 2.00|123.66|",
        "hainan|month=5 kwh=400|243.32 7.00 12.00|262.32|",
        "guangzhou|month=9 kwh=750 household_size=6|441.65 17.00 15.00|473.65|without=503.65",
        "guangzhou|month=1 split.peak=80 split.flat=120 split.valley=150|79.60 70.66 34.37 7.50|192.13|tier_only=213.60",
        "guizhou|ytd_kwh=2950 kwh=180|82.01 6.50|88.51|",
    ]

    @Test("a worked bill of the study", arguments: study)
    func studied(text: String) throws {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        var fields = ["region": parts[0]]
        for pair in parts[1].split(separator: " ") {
            let sides = pair.split(separator: "=").map(String.init)
            fields[sides[0]] = sides[1]
        }
        let bill = try TariffFiles.estimate(fields)
        #expect(bill.lines.map(\.amount.description).joined(separator: " ") == parts[2])
        #expect(bill.total.description == parts[3])
        #expect(bill.alternatives.map { "\($0.label.rawValue)=\($0.total)" }.joined(separator: " ") == parts[4])
    }

    @Test("tiers and price are cited each with its own document and day")
    func sources() throws {
        let bill = try TariffFiles.estimate(["region": "guangzhou", "month": "6", "kwh": "700"])
        #expect(bill.sources.map(\.validFrom) == ["2012-07-01", "2019-07-01"])
        #expect(bill.tier == 3)
        let shenzhen = try TariffFiles.estimate(["region": "shenzhen", "month": "6", "kwh": "260"])
        #expect(shenzhen.sources.map(\.validFrom) == ["2012-07-01", nil])
        #expect(shenzhen.tier == 1)
    }

    @Test("a province without a city gets tiers and increments, and no price")
    func province() throws {
        do throws(TariffError) {
            _ = try TariffFiles.estimate(["region": "guangdong", "month": "6", "kwh": "700"])
            Issue.record("a price was guessed")
        } catch {
            guard case .notOnRecord(let known) = error else { throw error }
            #expect(known.topic == .residentPrice)
            #expect(known.upper.map(\.description) == ["260", "600"])
            #expect(known.increments.map(\.description) == ["0.00", "0.05", "0.30"])
            #expect(known.price == nil && known.firstDay == nil)
            #expect(known.sources.map(\.document) == ["粤价〔2012〕135号"])
        }
    }
}
