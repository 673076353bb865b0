package import PowerDomain
internal import Yams

/// A bill reckoned by hand, as a tariff file gives it: what is asked, and what must come out.
package struct WorkedBill: Sendable {
    package enum Outcome: Hashable, Sendable {
        case bill(total: Money, lines: [Line], alternatives: [Line])
        case notOnRecord(TariffTopic)
        case invalid(field: String)
    }

    /// A label as on the wire, and its amount.
    package struct Line: Hashable, Sendable, CustomStringConvertible {
        package let label: String
        package let amount: Money
        package var description: String { "\(label): \(amount)" }
    }

    package let path: String
    package let line: Int
    package let question: [String: String]
    /// What counts as the day of the question.
    package let today: CalendarDay
    package let outcome: Outcome

    /// What the table makes of the question, in the form of the outcome.
    package func result(in table: TariffTable) -> Outcome {
        do throws(TariffError) {
            let estimate = try table.estimate(BillQuestion(fields: question, today: today))
            return .bill(
                total: estimate.total, lines: estimate.lines.map { Line(label: $0.label.description, amount: $0.amount) },
                alternatives: estimate.alternatives.map { Line(label: $0.label.rawValue, amount: $0.total) })
        } catch {
            switch error {
            case .invalidValue(let field, _): return .invalid(field: field)
            case .notOnRecord(let known): return .notOnRecord(known.topic)
            }
        }
    }

    /// Nil if the table comes to the same.
    package func finding(in table: TariffTable) -> Finding? {
        let result = result(in: table)
        guard result != outcome else { return nil }
        return Finding(path, line, "the worked bill says \(Self.text(outcome)); the rules give \(Self.text(result))")
    }

    private static func text(_ outcome: Outcome) -> String {
        switch outcome {
        case .notOnRecord(let topic): return "that \(topic.rawValue) is not on record"
        case .invalid(let field): return "that \(field) cannot be used"
        case .bill(let total, let lines, let alternatives):
            let others = alternatives.isEmpty ? "" : ", alternatives \(alternatives.map(\.description).joined(separator: ", "))"
            return "\(total) (\(lines.map(\.description).joined(separator: ", "))\(others))"
        }
    }
}

extension TariffScheduleFile {
    /// The worked bills of the file.
    func examples() -> [WorkedBill] {
        guard let nodes = file.root["examples"] else { return [] }
        guard let sequence = nodes.sequence else {
            file.report("'examples' must be a list", at: nodes)
            return []
        }
        return sequence.compactMap(example)
    }

    private func example(_ node: Node) -> WorkedBill? {
        guard let mapping = node.mapping, let bill = file.mapping(mapping, "bill", required: true) else {
            file.report("an example wants {bill: …, total: …, lines: …}", at: node)
            return nil
        }
        file.expectKeys(mapping, ["bill", "total", "lines", "alternatives", "not_on_record", "invalid"], in: "an example")
        guard let question = question(bill) else { return nil }
        let period = question["month"].flatMap(BillingPeriod.init)
        guard let today = question["as_of"].flatMap(CalendarDay.init) ?? period?.firstDay, let outcome = outcome(mapping) else {
            if period == nil { file.report("an example names its month, YYYY-MM", at: node) }
            return nil
        }
        return WorkedBill(path: file.path, line: file.line(node), question: question, today: today, outcome: outcome)
    }

    /// The parameters by name, those of an object behind a dot; the region is the file's own.
    private func question(_ bill: Node.Mapping) -> [String: String]? {
        var fields = ["region": file.root["region"]?.scalar?.string ?? ""]
        for (key, node) in bill {
            let name = key.string ?? ""
            if let text = node.scalar?.string { fields[name] = text }
            for (part, value) in node.mapping ?? Node.Mapping([]) { fields["\(name).\(part.string ?? "")"] = value.scalar?.string }
        }
        let unknown = Set(fields.keys).subtracting(BillQuestion.fields).sorted()
        guard unknown.isEmpty else {
            file.report("an example asks with the unknown '\(unknown[0])'", at: bill.keys.first)
            return nil
        }
        return fields
    }

    private func outcome(_ mapping: Node.Mapping) -> WorkedBill.Outcome? {
        if let field = file.string(mapping, "invalid", required: false) { return .invalid(field: field) }
        if let topic = file.string(mapping, "not_on_record", required: false) {
            if let topic = TariffTopic(rawValue: topic) { return .notOnRecord(topic) }
            file.report("unknown topic '\(topic)'", at: mapping["not_on_record"])
            return nil
        }
        guard let total = file.string(mapping, "total").flatMap(money) else {
            file.report("an example gives its total in yuan", at: mapping["total"])
            return nil
        }
        return .bill(total: total, lines: lines(mapping, "lines"), alternatives: lines(mapping, "alternatives"))
    }

    private func lines(_ mapping: Node.Mapping, _ key: String) -> [WorkedBill.Line] {
        (file.mapping(mapping, key) ?? Node.Mapping([])).compactMap { label, node in
            guard let label = label.scalar?.string, let amount = node.scalar.flatMap({ money($0.string) }) else {
                file.report("'\(key)' wants label: amount in yuan", at: label)
                return nil
            }
            return WorkedBill.Line(label: label, amount: amount)
        }
    }

    private func money(_ text: String) -> Money? { try? Money(text) }
}
