import Foundation
import Knowledge
import PowerDomain
import Testing

@Suite("What holds for every bill")
struct TariffPropertyTests {
    /// Ways of asking; `kwh` is filled in. Those of a region whose price is not on record are left out.
    static let ways: [[String: String]] = [
        ["region": "guangzhou", "month": "6"], ["region": "guangzhou", "month": "12", "household_size": "7"],
        ["region": "guangzhou", "month": "6", "category": "low_income"], ["region": "guangzhou", "category": "shared_meter"],
        ["region": "guangzhou", "category": "ev"], ["region": "guangzhou", "free_kwh": "33.3"],
        ["region": "guangzhou", "late.days": "40", "late.amount": "99.95", "late.class": "other"],
        ["region": "shenzhen", "month": "1"], ["region": "shenzhen", "month": "5", "household_size": "5"],
        ["region": "guangxi", "ytd_kwh": "2500"], ["region": "yunnan", "ytd_kwh": "0"], ["region": "yunnan", "ytd_kwh": "4000.5"],
        ["region": "guizhou", "ytd_kwh": "2990", "category": "low_income"], ["region": "hainan", "month": "3"],
        ["region": "hainan", "month": "4"], ["region": "hainan", "category": "ev"],
    ]

    private static func bill(_ way: [String: String], _ energy: Energy) throws -> BillEstimate {
        try TariffFiles.estimate(way.merging(["kwh": energy.description]) { $1 })
    }

    @Test("the total is the sum of the lines, and each line its rounded product", arguments: ways)
    func sums(way: [String: String]) throws {
        for step in 0..<300 {
            let bill = try Self.bill(way, Energy(millionths: Int64(step) * 7_130_000))
            for (total, lines) in [(bill.total, bill.lines)] + bill.alternatives.map({ ($0.total, $0.lines) }) {
                #expect(total == lines.map(\.amount).reduce(.zero, +))
                for line in lines {
                    #expect(line.amount.isWholeCents)
                    guard let energy = line.energy, let price = line.price else { continue }
                    #expect(line.amount == (line.label == .freeEnergy ? -price.amount(for: energy) : price.amount(for: energy)))
                }
            }
            #expect(bill.shares.isEmpty || bill.shares.map(\.energy).reduce(.zero, +) == bill.lines[0].energy)
        }
    }

    @Test("more energy never costs less", arguments: ways)
    func monotone(way: [String: String]) throws {
        var last = try Self.bill(way, .zero)
        for step in 1..<600 {
            let next = try Self.bill(way, Energy(millionths: Int64(step) * 1_370_000))
            #expect(next.total >= last.total && (next.tier ?? 0) >= (last.tier ?? 0))
            last = next
        }
    }

    @Test("a large household never pays more than without its higher tiers")
    func household() throws {
        for kwh in stride(from: 0, through: 1200, by: 13) {
            let bill = try TariffFiles.estimate(["region": "guangzhou", "month": "7", "kwh": "\(kwh)", "household_size": "5"])
            let without = try #require(bill.alternatives.first { $0.label == .without })
            #expect(bill.total <= without.total)
        }
    }

    @Test(
        "the shared-meter price pays off where the records say",
        arguments: [("guangzhou", "7", "7", 734), ("guangzhou", "1", "7", 532), ("yunnan", "1", "6", 5946)])
    func payingOff(region: String, month: String, people: String, limit: Int) throws {
        func gain(_ kwh: Int) throws -> Money {
            let bill = try TariffFiles.estimate(
                ["region": region, "month": month, "kwh": "\(kwh)", "household_size": people, "ytd_kwh": "0"])
            return bill.total - (try #require(bill.alternatives.first { $0.label == .sharedMeter }).total)
        }
        #expect(try gain(limit - 2) < .zero)
        #expect(try gain(limit + 2) > .zero)
    }

    @Test("a year's bills take each tier once, however the months are cut", arguments: ["guangxi", "guizhou", "yunnan"])
    func year(region: String) throws {
        let months = [310, 250, 190, 170, 260, 420, 610, 640, 530, 380, 300, 740]
        var used = 0, parts: [Energy] = []
        for (index, kwh) in months.enumerated() {
            let bill = try TariffFiles.estimate(
                ["region": region, "month": "\(index + 1)", "kwh": "\(kwh)", "ytd_kwh": "\(used)"])
            if parts.isEmpty { parts = bill.shares.map { _ in .zero } }
            parts = zip(parts, bill.shares).map { $0 + $1.energy }
            used += kwh
        }
        let whole = try TariffFiles.estimate(["region": region, "month": "12", "kwh": "\(used)", "ytd_kwh": "0"])
        #expect(parts == whole.shares.map(\.energy))
        #expect(whole.shares.last?.energy ?? .zero > .zero)
    }

    @Test("before the first rule nothing is reckoned", arguments: Region.allCases)
    func beforeTheFirstRule(region: Region) throws {
        for category in BillQuestion.Category.allCases {
            let fields = ["region": region.rawValue, "kwh": "100", "ytd_kwh": "0", "category": category.rawValue, "as_of": "2010-01-01"]
            do throws(TariffError) {
                _ = try TariffFiles.estimate(fields)
                Issue.record("\(region) \(category)")
            } catch {
                guard case .notOnRecord(let known) = error else { throw error }
                #expect(known.upper.isEmpty && known.price == nil)
            }
        }
    }
}
