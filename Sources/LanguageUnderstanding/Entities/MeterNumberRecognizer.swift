package import PowerDomain
package import TextAnalysis

/// Meter numbers (电能表编号) after 表号, 电表编号, `meter no.`
package struct MeterNumberRecognizer: EntityRecognizer {
    package static let needs: TextTraits = [.digits]

    private static let codes = CuedCodes(
        "表号,电表号,电表编号,电能表编号,电能表号,表计编号,表编号,资产编号,电表上的编号,表码号,电表号码,meter no,meter number,meter id,meter",
        minimumDigits: 6)

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        guard CodeRuns.mayHold(text, digits: 6) else { return [] }
        let runs = CodeRuns(text, letters: true)
        return Self.codes.find(in: runs.scan, runs).map {
            Entity(.meterNumber, .text($0.text.uppercased()), $0.range, valid: !$0.isMasked)
        }
    }

    package static let examples: [EntityExample] = [
        EntityExample("表号0012345678", .meterNumber, .text("0012345678"), written: "0012345678"),
        EntityExample("电表编号是 4430001234567890", .meterNumber, .text("4430001234567890")),
        EntityExample("電錶編號：ＤＤ１２３４５６７８", .meterNumber, .text("DD12345678")),
        EntityExample("meter no. 12345678", .meterNumber, .text("12345678"), written: "12345678"),
        EntityExample("My meter number is AB-1234567", .meterNumber, .text("AB1234567"), written: "AB-1234567"),
        EntityExample("錶號係0012345678呀", .meterNumber, .text("0012345678")),
        EntityExample("资产编号 0012 3456 7890", .meterNumber, .text("001234567890")),
        EntityExample("电能表编号:7700112233445566778899", .meterNumber, .text("7700112233445566778899")),
        EntityExample("表号是多少", .meterNumber, nil),
        EntityExample("电表走得太快", .meterNumber, nil),
        EntityExample("户号0800123456789012", .meterNumber, nil),
        EntityExample("meter reads 8325", .meterNumber, nil),
        EntityExample("电话13912345670", .meterNumber, nil),
    ]
}
