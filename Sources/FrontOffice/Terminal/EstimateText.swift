package import PowerDomain

/// An estimate as lines for a terminal.
package struct EstimateText {
    let estimate: BillEstimate

    package init(_ estimate: BillEstimate) { self.estimate = estimate }

    package var lines: [String] {
        var lines = Self.bill(estimate.lines, total: estimate.total)
        if let tier = estimate.tier {
            lines += ["", "档位: \(tier)"]
            let words = TierChart.Words(tier: { "第\(Self.numerals[$0, default: String($0)])档" }, above: "以上", unit: "度")
            lines += TierChart(estimate.shares, words: words).lines()
        }
        for alternative in estimate.alternatives {
            let change = alternative.total - estimate.total
            lines += ["", "\(alternative.label.rawValue): \(alternative.total) (\(change > .zero ? "+" : "")\(change))"]
            lines += Self.bill(alternative.lines, total: alternative.total)
        }
        lines += [""] + estimate.sources.map(Self.source)
        return lines
    }

    package static func lines(of error: TariffError) -> [String] {
        switch error {
        case .invalidValue(let field, let reason): return ["\(field): \(reason.rawValue)"]
        case .notOnRecord(let known):
            var lines = ["\(known.topic.rawValue) is not on record for \(known.region.rawValue) on \(known.day)"]
            if let day = known.firstDay { lines.append("on record from \(day)") }
            if !known.upper.isEmpty { lines.append("tiers up to \(known.upper.map(\.description).joined(separator: ", ")) kWh") }
            if !known.increments.isEmpty { lines.append("increments \(known.increments.map(\.description).joined(separator: ", "))") }
            if let price = known.price { lines.append("base price \(price)") }
            return lines + known.sources.map(source)
        }
    }

    private static let numerals = [1: "一", 2: "二", 3: "三", 4: "四"]

    private static func bill(_ lines: [BillLine], total: Money) -> [String] {
        let rows = lines.map { line -> (String, String, String) in
            let product = line.energy.flatMap { energy in line.price.map { "\(energy) kWh x \($0)" } } ?? ""
            return (line.label.description, product, line.amount.description)
        }
        let all = rows + [("total", "", total.description)]
        let widths = [all.map(\.0), all.map(\.1), all.map(\.2)].map { $0.map { DisplayWidth.of($0) }.max() ?? 0 }
        return all.map { label, product, amount in
            DisplayWidth.padded(label, to: widths[0]) + "  " + DisplayWidth.padded(product, to: widths[1]) + "  "
                + DisplayWidth.rightAligned(amount, to: widths[2])
        }
    }

    private static func source(_ source: RuleSource) -> String {
        "\(source.document) · \(source.validFrom ?? "执行日期未查到") · \(source.confidence.rawValue)"
    }
}
