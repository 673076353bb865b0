internal import Dialogue
package import PowerDomain
internal import Synchronization

/// The calculator's counter: the rules, loaded with the first question, and the words for what they come to.
package final class TariffDesk: Sendable {
    private let load: @Sendable () -> TariffTable?
    private let loaded = Mutex<TariffTable?>(nil)

    package init(load: @escaping @Sendable () -> TariffTable?) { self.load = load }

    /// Rules that nobody has.
    package static let closed = TariffDesk { nil }

    /// All rules on record, nil if they cannot be read.
    package var table: TariffTable? {
        loaded.withLock { table in
            if table == nil { table = load() }
            return table
        }
    }

    /// What a conversation that has collected `slots` is told.
    func answer(
        _ slots: [String: SlotValue], _ language: Language, _ book: ReplyBook, _ regionName: (Region) -> String, on today: CalendarDay
    ) -> ServiceAnswer {
        guard let table else { return .outOfReach }
        var fields = Self.fields(slots)
        let region = fields["region"].flatMap(Region.init(rawValue:)).map(regionName) ?? ""
        do throws(TariffError) {
            return try told(BillQuestion(fields: fields, today: today), table, region, language, book)
        } catch {
            switch error {
            case .invalidValue("ytd_kwh", .missing):
                // The tier is then an assumption, and is said to be one.
                fields["ytd_kwh"] = "0"
                guard let question = try? BillQuestion(fields: fields, today: today),
                    case .told(let text, let amounts, let sources)? = try? told(question, table, region, language, book)
                else { return .outOfReach }
                return .told(text: text + "\n" + book.text(.tariffAssumedYear, language), amounts: amounts, sources: sources)
            case .invalidValue(let field, _):
                return .told(text: book.text(.tariffInvalid, language, ["field": field]), amounts: [], sources: [])
            case .notOnRecord(let known):
                return .told(
                    text: book.text(.tariffNotOnRecord, language, ["region": region]), amounts: [], sources: known.sources.map(Self.source))
            }
        }
    }

    /// The slots of a flow as parameters of the calculator.
    private static func fields(_ slots: [String: SlotValue]) -> [String: String] {
        var fields: [String: String] = [:]
        for (name, value) in slots {
            switch value {
            case .text(let text): fields[name == "account_type" ? "category" : name] = name == "account_type" ? category(text) : text
            case .number(let number): fields[name] = number
            case .parts(let parts): for (part, number) in parts { fields["split.\(part)"] = number }
            default: break
            }
        }
        return fields.filter { !$0.value.isEmpty }
    }

    private static func category(_ type: String) -> String {
        switch type {
        case "shared_meter": "shared_meter"
        case "ev_pile": "ev"
        case "resident": "resident"
        default: type
        }
    }

    private func told(_ question: BillQuestion, _ table: TariffTable, _ region: String, _ language: Language, _ book: ReplyBook)
        throws(TariffError) -> ServiceAnswer
    {
        let estimate = try table.estimate(question)
        var lines = [
            book.text(
                .tariffEstimate, language,
                ["region": region, "month": "\(question.period)", "kwh": "\(question.energy)", "total": "\(estimate.total)"])
        ]
        if let tier = estimate.tier, tier > 1 { lines.append(book.text(.tariffTier, language, ["tier": "\(tier)"])) }
        if estimate.lines.count > 1 {
            for line in estimate.lines.prefix(5) {
                guard let energy = line.energy, let price = line.price else { continue }
                let values = [
                    "label": label(line.label, language, book), "kwh": "\(energy)", "price": "\(price)", "amount": "\(line.amount)",
                ]
                lines.append(book.text(.tariffLine, language, values))
            }
        }
        return .told(
            text: lines.joined(separator: "\n"), amounts: [NamedAmount(label: "total", value: "\(estimate.total)", unit: "CNY")],
            sources: estimate.sources.map(Self.source))
    }

    private func label(_ label: BillLine.Label, _ language: Language, _ book: ReplyBook) -> String {
        switch label {
        case .energy: book.text(.tariffLabelEnergy, language)
        case .tier(let number): book.text(.tariffLabelTier, language, ["tier": "\(number)"])
        case .period(let period): book.text(.tariffLabelPeriod, language, ["period": period.rawValue])
        case .freeEnergy: book.text(.tariffLabelFree, language)
        case .lateFee: book.text(.tariffLabelLate, language)
        }
    }

    private static func source(_ source: RuleSource) -> Figure.Source {
        Figure.Source(
            document: source.document, validFrom: source.validFrom,
            confidence: Figure.Confidence(rawValue: source.confidence.rawValue) ?? .low)
    }
}
