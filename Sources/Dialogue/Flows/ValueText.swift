package import PowerDomain

/// How a value is written in a reply, a summary or for the role `customer`: masked where it is personal (CONTRACT §8).
package struct ValueText: Sendable {
    package let flows: FlowBook

    package init(_ flows: FlowBook) { self.flows = flows }

    package func text(_ value: SlotValue, _ slot: SlotDefinition, _ language: Language) -> String {
        switch value {
        case .text(let text): words(text, slot, language)
        case .number(let decimal): decimal + unit(slot, language)
        case .flag(let flag): flows.text(flag ? .flagYes : .flagNo, language)
        case .range(let from, let to): from == to ? from : from + flows.text(.rangeJoin, language) + to
        case .parts(let parts): parts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        case .document: flows.text(.promised, language)
        }
    }

    private func words(_ text: String, _ slot: SlotDefinition, _ language: Language) -> String {
        if let choice = slot.choice(text) { return choice.title.text(in: language) }
        switch text {
        case "none": return flows.text(.none, language)
        case "promised": return flows.text(.promised, language)
        case "original": return flows.text(.original, language)
        case "always": return flows.text(.always, language)
        case "permanent": return flows.text(.permanent, language)
        default: return isDay(slot.form) ? written(text, language) : Self.masked(text, slot.form)
        }
    }

    private func isDay(_ form: SlotDefinition.Form) -> Bool { [.date, .datetime, .month].contains(form) }

    /// 11月23日 20:00, 2026年10月.
    private func written(_ text: String, _ language: Language) -> String {
        let parts = text.split(separator: "T", maxSplits: 1), numbers = (parts.first ?? "").split(separator: "-").compactMap { Int($0) }
        guard numbers.count >= 2, language != .en else { return text.replacing("T", with: " ") }
        let day = numbers.count > 2 ? "\(numbers[0])年\(numbers[1])月\(numbers[2])日" : "\(numbers[0])年\(numbers[1])月"
        return parts.count > 1 ? day + " " + parts[1] : day
    }

    private func unit(_ slot: SlotDefinition, _ language: Language) -> String {
        let isEnglish = language == .en
        return switch slot.form {
        case .kwh: isEnglish ? " kWh" : " 度"
        case .kw: isEnglish ? " kW" : " 千瓦"
        case .kva: isEnglish ? " kVA" : " 千伏安"
        case .volt: isEnglish ? " V" : " 伏"
        case .money: isEnglish ? " yuan" : " 元"
        default: ""
        }
    }

    /// Typed in this session: identity number 3 + 4, account 4 + 4, phone 3 + 4, card the last 4, a name's ends; addresses whole.
    package static func masked(_ text: String, _ form: SlotDefinition.Form) -> String {
        switch form {
        case .account: Masked.accountNumber(text)
        case .phone: Masked.phone(text)
        case .identityNumber, .identity: Masked.identityNumber(text)
        case .bankCard: Masked.bankCard(text)
        case .person: Masked.name(text)
        case .personOrCompany: AskConditions.isCompany(text) ? text : Masked.name(text)
        default: text
        }
    }

    /// The value as the role `customer` sees it in `slots`.
    package static func masked(_ value: SlotValue, _ slot: SlotDefinition?) -> SlotValue {
        guard let slot, case .text(let text) = value, !["none", "promised", "original"].contains(text) else { return value }
        return .text(masked(text, slot.form))
    }
}
