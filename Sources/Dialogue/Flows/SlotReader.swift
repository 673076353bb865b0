internal import LanguageUnderstanding
package import PowerDomain
internal import TextAnalysis

/// Reads slot values from a message: from the things that it names, or, where the slot is asked for, from the whole answer.
package struct SlotReader: Sendable {
    /// What a message says about one slot.
    package enum Reading: Hashable, Sendable {
        case nothing
        case value(SlotValue)
        /// It was meant as an answer, but its form is wrong.
        case flawed
    }

    /// What reading depends on beside the message.
    package struct Context: Sendable {
        package let flow: Flow
        package let today: CalendarDay
        package let moment: Moment
        package let filled: [String: SlotValue]
        package let regionOfCity: [String: Region]

        package init(flow: Flow, moment: Moment, filled: [String: SlotValue], regionOfCity: [String: Region]) {
            self.flow = flow
            self.moment = moment
            today = moment.day
            self.filled = filled
            self.regionOfCity = regionOfCity
        }
    }

    /// Which parts of the message were taken for a slot already, in folded scalars.
    package struct Taken: Sendable {
        private(set) var ranges: [Range<Int>] = []
        package init() {}
        func isFree(_ range: Range<Int>) -> Bool { !ranges.contains { $0.overlaps(range) } }
        mutating func take(_ range: Range<Int>) { ranges.append(range) }
    }

    package init() {}

    /// Reads `slot`; `isAsked`: the last reply asked for it.
    package func read(
        _ slot: SlotDefinition, _ utterance: Utterance, isAsked: Bool, _ context: Context, _ taken: inout Taken
    ) -> Reading {
        let reading = raw(slot, utterance, isAsked, context, &taken)
        guard case .value(let value) = reading, let check = slot.check else { return reading }
        return SlotChecks.passes(value, check, today: context.today) ? reading : (isAsked ? .flawed : .nothing)
    }

    private func raw(
        _ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context, _ taken: inout Taken
    ) -> Reading {
        switch slot.form {
        case .account, .phone, .email, .identityNumber, .identity, .creditCode, .bankCard, .orderNumber:
            code(slot, utterance, isAsked, context, &taken)
        case .integer, .decimal, .rating, .kwh, .kw, .kva, .volt, .money, .percent, .days:
            quantity(slot, utterance, isAsked, context, &taken)
        case .date, .datetime, .dateRange, .month, .monthRange, .time:
            day(slot, utterance, isAsked, context, &taken)
        case .choice, .choices, .yesNo, .paper, .language: choice(slot, utterance, isAsked, context, &taken)
        case .region, .city, .district: place(slot, utterance, isAsked, context)
        case .address: address(slot, utterance, isAsked, context, &taken)
        case .person, .company, .personOrCompany: name(slot, utterance, isAsked, context, &taken)
        case .bank: bank(slot, utterance, isAsked)
        case .text, .timeRange: words(slot, utterance, isAsked, context)
        case .picture: .nothing
        }
    }

    // MARK: Which of several

    /// Slots of one flow that take the same kind of thing are told apart by the words before it.
    private static let cues: [String: [String]] = [
        "old_phone": ["原", "旧", "以前", "之前", "老号", "old", "former", "previous"],
        "new_phone": ["新", "改成", "换成", "改为", "改做", "new", "now"],
        "wrong_account": ["错", "误", "wrong", "mistake"],
        "right_account": ["应该", "本来", "正确", "原本", "right", "should", "correct", "meant"],
        "from": ["从", "由", "原来", "现在", "原本", "而家", "from", "now", "currently"],
        "to": ["改成", "转做", "转为", "改为", "变成", "做", "成", "to", "into"],
        "start": ["从", "由", "开始", "起", "start", "from", "beginning"],
        "end": ["到", "至", "用到", "until", "till", "through", "end"],
        "pay_time": [], "capacity_new": ["到", "成", "to", "升到", "减到", "加到"],
    ]

    /// Slots of the flow that take the same form, `slot` aside.
    private func rivals(of slot: SlotDefinition, _ context: Context) -> [String] {
        guard
            let pair = [
                ["old_phone", "new_phone"], ["wrong_account", "right_account"], ["from", "to"], ["start", "end"],
            ].first(where: { $0.contains(slot.name) })
        else { return [] }
        return pair.filter { $0 != slot.name && context.flow.slots.contains($0) }
    }

    /// Of the free candidates the one that the words before it give to `slot`.
    func pick<Candidate>(
        _ candidates: [Candidate], _ range: (Candidate) -> Range<Int>, for slot: SlotDefinition, _ utterance: Utterance,
        _ isAsked: Bool, _ context: Context, _ taken: inout Taken
    ) -> Candidate? {
        let free = candidates.filter { taken.isFree(range($0)) }
        let rivals = rivals(of: slot, context)
        func take(_ candidate: Candidate) -> Candidate {
            taken.take(range(candidate))
            return candidate
        }
        if let own = free.first(where: { Self.isCued(slot.name, before: range($0), utterance) }) { return take(own) }
        let unclaimed = free.filter { candidate in !rivals.contains { Self.isCued($0, before: range(candidate), utterance) } }
        guard let first = unclaimed.first else { return nil }
        if rivals.isEmpty || isAsked { return take(first) }
        // Without a cue the values come in the order of the slots.
        let earlier = context.flow.slots.prefix { $0 != slot.name }.contains { rivals.contains($0) && context.filled[$0] == nil }
        return earlier && unclaimed.count < 2 ? nil : take(first)
    }

    private static func isCued(_ slot: String, before range: Range<Int>, _ utterance: Utterance) -> Bool {
        guard let words = cues[slot] else { return false }
        let start = max(0, range.lowerBound - 10)
        let before = utterance.text.string(ofScalars: start..<range.lowerBound)
        let clause = before.split { ",。;".contains($0) }.last.map(String.init) ?? before
        return words.contains { clause.contains($0) }
    }

    // MARK: Codes

    private func code(
        _ slot: SlotDefinition, _ utterance: Utterance, _ isAsked: Bool, _ context: Context, _ taken: inout Taken
    ) -> Reading {
        let kinds: [EntityKind] =
            switch slot.form {
            case .account: [.accountNumber]
            case .phone: [.phone]
            case .email: [.email]
            case .identityNumber: [.identityNumber]
            case .identity: [.identityNumber, .creditCode]
            case .creditCode: [.creditCode]
            case .bankCard: [.bankCard]
            default: [.orderNumber]
            }
        let found = utterance.understanding.entities.filter { kinds.contains($0.kind) }
        let valid = found.filter { $0.valid && !Self.isMasked($0) }
        if let entity = pick(valid, \.range, for: slot, utterance, isAsked, context, &taken), case .text(let text) = entity.value {
            return .value(.text(Self.normal(text, slot.form)))
        }
        if slot.form == .bankCard, Self.contains(utterance, ["原路", "原卡", "原来的卡", "way it came", "original", "back the same way"]) {
            return .value(.text("original"))
        }
        guard isAsked else { return .nothing }
        if let value = Self.wholeCode(slot, utterance) { return .value(.text(value)) }
        let digits = utterance.folded.unicodeScalars.count { (0x30...0x39).contains($0.value) }
        return !found.isEmpty || digits >= 5 ? .flawed : .nothing
    }

    private static func isMasked(_ entity: Entity) -> Bool {
        if case .text(let text) = entity.value { return text.contains("*") }
        return false
    }

    private static func normal(_ text: String, _ form: SlotDefinition.Form) -> String {
        switch form {
        case .email: text.lowercased()
        case .identityNumber, .identity, .creditCode, .orderNumber: text.uppercased()
        default: text
        }
    }

    /// A code that is the whole answer and that no recognizer takes without a cue.
    private static func wholeCode(_ slot: SlotDefinition, _ utterance: Utterance) -> String? {
        let letters = utterance.folded.uppercased().unicodeScalars.filter {
            (0x30...0x39).contains($0.value) || (0x41...0x5A).contains($0.value)
        }
        let plain = String(String.UnicodeScalarView(letters))
        let digits = plain.filter(\.isNumber)
        switch slot.form {
        case .account: return digits.count == 16 ? digits : nil
        case .phone: return digits.count == 11 && digits.hasPrefix("1") ? digits : nil
        case .identityNumber, .identity:
            // A passport or permit: one or two letters and digits, at most eleven characters.
            let words = utterance.folded.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
            return words.last { (7...11).contains($0.count) && $0.count(where: \.isNumber) >= 5 && $0.contains(where: \.isLetter) }.map(
                String.init)
        case .bankCard: return (12...21).contains(digits.count) ? digits : nil
        case .orderNumber: return plain.hasPrefix("WO") && digits.count >= 8 ? plain : nil
        default: return nil
        }
    }

    static func contains(_ utterance: Utterance, _ words: [String]) -> Bool { words.contains { utterance.folded.contains($0) } }
}
