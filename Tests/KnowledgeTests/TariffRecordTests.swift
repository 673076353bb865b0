import Foundation
import Knowledge
import PowerDomain
import Testing

@Suite("What is wrong in a tariff file is named")
struct TariffRecordTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let file: String
        let from: String
        let to: String
        let finding: String
        var testDescription: String { finding }
    }

    static let faults = [
        Fault(file: "guizhou", from: "upper: [first, second]", to: "upper: [first, moon]", finding: "names 'moon', which is no figure"),
        Fault(file: "guizhou", from: "upper: [first, second]", to: "upper: [first, first_price]", finding: "is in 'CNY/kWh'"),
        Fault(file: "guizhou", from: "upper: [first, second]", to: "upper: [second, first]", finding: "must rise"),
        Fault(file: "guizhou", from: "upper: [first, second]", to: "upper: [first]", finding: "one limit less than prices"),
        Fault(file: "guizhou", from: "period: year", to: "period: week", finding: "none of month, year"),
        Fault(file: "guizhou", from: "period: year", to: "periode: year", finding: "unknown key 'periode'"),
        Fault(file: "guizhou", from: "value: '0.4556'", to: "value: 'about 0.4556'", finding: "no usable number"),
        Fault(file: "guizhou", from: "value: '0.4556'", to: "value: '0.4456'", finding: "the worked bill says 163.90"),
        Fault(file: "guizhou", from: "total: 163.90", to: "total: 163.9x", finding: "gives its total in yuan"),
        Fault(file: "guizhou", from: "{month: 2026-08, kwh: 180}", to: "{kwh: 180}", finding: "names its month"),
        Fault(file: "guizhou", from: "ytd_kwh: 4600", to: "ytd: 4600", finding: "unknown 'ytd'"),
        Fault(file: "guizhou", from: "examples:", to: "worked:", finding: "no worked bill"),
        Fault(file: "hainan", from: "value: '4–10'", to: "value: 'summer'", finding: "months are written 5–10"),
        Fault(
            file: "hainan", from: "  - {upper: [other_first", to: "  - {months: summer_months, upper: [other_first", finding: "one season"),
        Fault(file: "hainan", from: "value: '0.6583'", to: "value: '0.6683'", finding: "not the base price plus the increments"),
        Fault(file: "hainan", from: "seen: '2021-12-31'", to: "seen: '2021'", finding: "seen must be a day"),
        Fault(file: "guangzhou", from: "inherits: guangdong", to: "inherits: canton", finding: "names another region"),
        Fault(file: "guangzhou", from: "critical: none", to: "critical: maybe", finding: "may only say none"),
        Fault(file: "guangzhou", from: "peak: peak", to: "noon: peak", finding: "unknown part of the day"),
        Fault(file: "national", from: "price_of: shared_meter", to: "price_of: nothing", finding: "names a topic"),
        Fault(file: "national", from: "      minimum: minimum", to: "      least: minimum", finding: "lacks 'minimum'"),
        Fault(file: "yunnan", from: "blocks:", to: "blocks: [", finding: "not readable as YAML"),
    ]

    @Test("a planted fault is found", arguments: faults)
    func found(fault: Fault) {
        let findings = TariffFiles.record(changing: fault.file, fault.from, to: fault.to).findings
        #expect(findings.contains { $0.file.hasSuffix("/\(fault.file).yaml") && $0.message.contains(fault.finding) }, "\(findings)")
    }

    @Test("a new block replaces the old one from its day on, and only from then")
    func newBlock() throws {
        let old = try #require(TariffFiles.all.first { $0.path.hasSuffix("guizhou.yaml") })
        let blocks = try #require(old.text.range(of: "blocks:\n"))
        let block = """
              - topic: resident_tier
                document: 'test notice'
                valid_from: '2027-01'
                confidence: high
                figures:
                  first: {value: '3500', unit: kWh}
                  second: {value: '5000', unit: kWh}
                  first_price: {value: '0.4000', unit: CNY/kWh}
                  second_price: {value: '0.4500', unit: CNY/kWh}
                  third_price: {value: '0.7000', unit: CNY/kWh}
                schedule: {period: year, upper: [first, second], prices: [first_price, second_price, third_price]}

            """
        let text = old.text.replacingCharacters(in: blocks, with: "blocks:\n" + block)
        let record = TariffRecord(files: TariffFiles.all.map { $0.path == old.path ? (old.path, text) : $0 })
        #expect(record.findings.isEmpty)
        func total(_ month: String, asOf: String? = nil) throws -> String {
            var fields = ["region": "guizhou", "month": month, "kwh": "100", "ytd_kwh": "3000"]
            fields["as_of"] = asOf
            return try record.table.estimate(BillQuestion(fields: fields, today: TariffFiles.today)).total.description
        }
        #expect(try total("2026-12") == "50.56")
        #expect(try total("2027-01") == "40.00")
        #expect(try total("2027-01", asOf: "2026-12-31") == "50.56")
        #expect(try total("2026-12", asOf: "2027-01-01") == "40.00")
    }

    @Test("chapters that name each other as parents come to an end, each keeping its own rules")
    func circle() throws {
        let record = TariffFiles.record(changing: "guangdong", "name: {zh-Hans: 广东", to: "inherits: guangzhou\nname: {zh-Hans: 广东")
        let fields = ["region": "guangzhou", "month": "6", "kwh": "700"]
        #expect(try record.table.estimate(BillQuestion(fields: fields, today: TariffFiles.today)).total.description == "459.21")
        #expect(record.table.inForce(in: .guangdong, on: TariffFiles.today).residentPrice == nil)
    }

    @Test("Shenzhen does not take over the province's prices by the time of day")
    func noInheritance() {
        #expect(throws: TariffError.self) {
            try TariffFiles.estimate(["region": "shenzhen", "month": "6", "split.peak": "100", "split.valley": "100"])
        }
    }
}
