package import PowerDomain
package import TextAnalysis

/// Order numbers: `WO` and digits, or what stands after 工单号, 单号, `order no.`
package struct OrderNumberRecognizer: EntityRecognizer {
    package static let needs: TextTraits = [.digits]

    private static let codes = CuedCodes(
        "工单号,工单编号,单号,订单号,受理号,受理编号,业务编号,申请编号,申请单,订单尾号,工单,张单,"
            + "order no,order number,order id,ticket,order,ref no,reference",
        minimumDigits: 4)
    /// A plain word such as `order` needs a longer number after it.
    private static let weak = WordTable("工单,张单,order,ticket,reference")

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        guard CodeRuns.mayHold(text, digits: 4) else { return [] }
        let runs = CodeRuns(text, letters: true)
        var found: [Entity] = []
        for (index, group) in runs.groups.enumerated() {
            if let window = Self.workOrder(runs, index, group) { found.append(Self.entity(window)) }
        }
        for window in Self.codes.find(in: runs.scan, runs) where !found.contains(where: { $0.range.overlaps(window.range) }) {
            let before = runs.scan.skippingSpaceBack(window.range.lowerBound)
            if Self.weak.longest(endingAt: before, in: runs.scan) != nil, window.digitCount < 8, window.digitCount == window.text.utf8.count
            {
                continue
            }
            found.append(Self.entity(window))
        }
        return found
    }

    private static func entity(_ window: CodeWindow) -> Entity {
        Entity(.orderNumber, .text(window.text.uppercased()), window.range, valid: !window.isMasked)
    }

    private static func workOrder(_ runs: CodeRuns, _ index: Int, _ group: CodeGroup) -> CodeWindow? {
        guard group.text.hasPrefix("wo"), !runs.scan[group.range.lowerBound - 1].isLatin else { return nil }
        let rest = group.text.dropFirst(2)
        guard rest.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        var text = group.text
        var last = index
        if rest.utf8.count < 8 {
            while last + 1 < runs.groups.count, last - index < 4, runs.groups[last + 1].joined, runs.groups[last + 1].isNumeric {
                last += 1
                text += runs.groups[last].text
            }
        }
        let window = CodeWindow(range: group.range.lowerBound..<runs.groups[last].range.upperBound, text: text, groups: last - index + 1)
        return window.digitCount >= 6 ? window : nil
    }

    package static let examples: [EntityExample] = [
        EntityExample("单号WO202611240017", .orderNumber, .text("WO202611240017"), written: "WO202611240017"),
        EntityExample("WO202611240017跟成點", .orderNumber, .text("WO202611240017")),
        EntityExample("order wo202611240017", .orderNumber, .text("WO202611240017"), written: "wo202611240017"),
        EntityExample("催一下ＷＯ２０２６１１２４００１７", .orderNumber, .text("WO202611240017")),
        EntityExample("張單號係CD20261101", .orderNumber, .text("CD20261101"), written: "CD20261101"),
        EntityExample("order id EV-55201", .orderNumber, .text("EV55201"), written: "EV-55201"),
        EntityExample("充电订单尾号8841", .orderNumber, .text("8841")),
        EntityExample("工单号是 2026112400171234", .orderNumber, .text("2026112400171234")),
        EntityExample("WO 2026 1124 0017", .orderNumber, .text("WO202611240017"), written: "WO 2026 1124 0017"),
        EntityExample("单号多少", .orderNumber, nil),
        EntityExample("户号0800123456789012", .orderNumber, nil),
        EntityExample("wo de dianfei 300", .orderNumber, nil),
        EntityExample("an order of 300 kWh", .orderNumber, nil),
    ]
}
