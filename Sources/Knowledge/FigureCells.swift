internal import PowerDomain
internal import Yams

/// The figures of one block of `models/tariffs`, read by name as what their unit says; what does not fit becomes a finding.
struct FigureCells {
    let file: YAMLFile
    let figures: Node.Mapping

    /// The figure named by a schedule; reports an unknown name and a unit other than `unit`.
    private func text(_ name: String, unit: String, at node: Node) -> String? {
        guard let figure = figures[name]?.mapping, let value = figure["value"]?.scalar?.string else {
            file.report("the schedule names '\(name)', which is no figure of its block", at: node)
            return nil
        }
        let found = figure["unit"]?.scalar?.string ?? ""
        guard found == unit else {
            file.report("the figure '\(name)' is in '\(found)'; the schedule wants \(unit) here", at: node)
            return nil
        }
        return value
    }

    private func number<Value>(
        _ node: Node, unit: String, _ read: (String) throws(DecimalText.Flaw) -> Value
    ) -> Value? {
        guard let name = node.scalar?.string else {
            file.report("a schedule names figures of its block", at: node)
            return nil
        }
        guard let text = text(name, unit: unit, at: node) else { return nil }
        do throws(DecimalText.Flaw) { return try read(text) } catch {
            file.report("the figure '\(name)' has the value '\(text)', which is no usable number", at: node)
            return nil
        }
    }

    func energy(_ node: Node) -> Energy? { number(node, unit: "kWh") { text throws(DecimalText.Flaw) in try Energy(text) } }

    func price(_ node: Node) -> UnitPrice? { number(node, unit: "CNY/kWh") { text throws(DecimalText.Flaw) in try UnitPrice(text) } }

    func money(_ node: Node) -> Money? { number(node, unit: "CNY") { text throws(DecimalText.Flaw) in try Money(text) } }

    func people(_ node: Node) -> Int? {
        number(node, unit: "person") { text throws(DecimalText.Flaw) in
            Int(try DecimalText.units(text, decimals: 0, wholeDigits: 4))
        }
    }

    func dailyRate(_ node: Node) -> LateFee.DailyRate? {
        number(node, unit: "percent") { text throws(DecimalText.Flaw) in try LateFee.DailyRate(percent: text) }
    }

    /// Months from a figure such as `5–10`, also over the turn of the year (`11–3`).
    func months(_ node: Node) -> Set<Int>? {
        guard let name = node.scalar?.string, let text = text(name, unit: "months", at: node) else { return nil }
        let ends = text.split(whereSeparator: { $0 == "–" || $0 == "-" }).map { Int($0) ?? 0 }
        guard (1...2).contains(ends.count), ends.allSatisfy({ (1...12).contains($0) }) else {
            file.report("the figure '\(name)' has the value '\(text)'; months are written 5–10", at: node)
            return nil
        }
        let first = ends[0], last = ends[ends.count - 1]
        return Set(first <= last ? Array(first...last) : Array(first...12) + Array(1...last))
    }
}
