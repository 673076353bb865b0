internal import LanguageUnderstanding
internal import PowerDomain
internal import TextAnalysis

// Values out of a message: for the slot that is asked and for all others, and corrections of what is known.

extension Responder {
    /// Fills what the message tells; the slots that it filled. `asked`: the group that the last reply asked for.
    func read(
        _ utterance: Utterance, _ definition: Flow, _ flow: inout FlowState, asked: [String], _ moment: Moment, _ state: DialogueState,
        flawed: inout Bool
    ) -> [String] {
        var taken = SlotReader.Taken(), filled: [String] = []
        func context() -> SlotReader.Context {
            SlotReader.Context(flow: definition, moment: moment, filled: flow.slots, regionOfCity: book.regionOfCity)
        }
        // Of a group the codes first: a name is read only from what is nothing else.
        let group = asked.count < 2 ? asked : asked.sorted { weight($0, definition) < weight($1, definition) }
        for slot in group where flow.slots[slot] == nil {
            guard let item = flows.slot(slot, in: definition.id) else { continue }
            if asked.count > 1, filled.contains(where: { asked.contains($0) }) { break }
            // "不知道" is no address and no name.
            if Self.isOpen(item.form), Phrases.unknown.matches(utterance) || Phrases.cancel.matches(utterance) { continue }
            if asked.count > 1, slot != flow.asking, Self.isOpen(item.form), item.form != .address { continue }
            switch reader.read(item, utterance, isAsked: true, context(), &taken) {
            case .value(let value):
                flow.fill(slot, value)
                filled.append(slot)
                if value == .text("other") { flow.notes.append(utterance.message) }
            case .flawed: flawed = true
            case .nothing: break
            }
        }
        if !filled.isEmpty { flawed = false }
        let isPlainAnswer = asked.contains { slot in
            filled.contains(slot) && (flows.slot(slot, in: definition.id).map { $0.form == .text } ?? false)
        }
        for slot in definition.slots where flow.slots[slot] == nil && !asked.contains(slot) {
            guard let item = flows.slot(slot, in: definition.id) else { continue }
            // What was said as free words holds no further choices.
            if isPlainAnswer, item.form == .choice || item.form == .paper || item.form == .yesNo { continue }
            let rest = definition.group(of: slot)
            if rest.count > 1, rest.contains(where: { flow.slots[$0] != nil }) { continue }
            if case .value(let value) = reader.read(item, utterance, isAsked: false, context(), &taken) {
                flow.fill(slot, value)
                filled.append(slot)
            }
        }
        return filled
    }

    func read(
        _ utterance: Utterance, _ definition: Flow, _ flow: inout FlowState, asked: [String], _ moment: Moment, _ state: DialogueState
    ) -> [String] {
        var flawed = false
        return read(utterance, definition, &flow, asked: asked, moment, state, flawed: &flawed)
    }

    private func weight(_ slot: String, _ definition: Flow) -> Int {
        guard let form = flows.slot(slot, in: definition.id)?.form else { return 3 }
        return Self.isOpen(form) ? (form == .address ? 1 : 2) : 0
    }

    private static func isOpen(_ form: SlotDefinition.Form) -> Bool {
        [.text, .timeRange, .address, .person, .company, .personOrCompany].contains(form)
    }

    // MARK: Corrections

    func hasCorrection(_ utterance: Utterance) -> Bool { Phrases.correction.contains { utterance.folded.contains($0) } }

    /// The number of "不对，是1302" or "不对，是806，没跳", and whether the message says nothing else. It picks no choice: its
    /// "不对" denies what is known.
    func correctedNumber(_ utterance: Utterance) -> (text: String, isAll: Bool)? {
        guard hasCorrection(utterance), let goal = Self.afterCue(utterance) else { return nil }
        let clauses = goal.split(whereSeparator: { "，,。；;".contains($0) })
        guard let first = clauses.first.map({ Answers.trimmed(String($0)) }) else { return nil }
        let digits = first.count { ("0"..."9").contains($0) }
        return digits >= 3 && first.count - digits <= 2 ? (first, clauses.count == 1) : nil
    }

    /// Known slots from the last one on. A bare number of a room's length is a room rather than the end of a phone number.
    private func candidates(_ flow: FlowState, _ definition: Flow, _ utterance: Utterance) -> [String] {
        let known = Array(flow.order.reversed().filter { flow.slots[$0] != nil })
        guard let number = correctedNumber(utterance)?.text, number.count(where: { ("0"..."9").contains($0) }) <= 4 else { return known }
        func isAddress(_ slot: String) -> Bool { flows.slot(slot, in: definition.id)?.form == .address }
        return known.filter(isAddress) + known.filter { !isAddress($0) }
    }

    /// Changes known values by name or by contrast; the slots that changed. `isForced`: also without a word of correction.
    func correct(
        _ flow: inout FlowState, _ definition: Flow, _ turn: GuidedTurn, _ state: DialogueState, isForced: Bool
    ) -> [String] {
        guard !flow.slots.isEmpty else { return [] }
        let utterance = turn.utterance
        let isCued = hasCorrection(utterance)
        let named = namedSlot(utterance, definition, flow)
        let asking = flow.asking.map { definition.group(of: $0) } ?? []
        // What is being asked is an answer, not a correction, unless a known slot is named.
        if !isCued, !isForced, named == nil { return restated(&flow, definition, turn, asking) }
        guard isCued || isForced else { return restated(&flow, definition, turn, asking) }
        if !isForced, named == nil, asking.contains(where: { flow.slots[$0] == nil }), readsAsked(asking, definition, flow, turn) {
            return []
        }
        if let changed = pairReplaced(&flow, definition, utterance) { return [changed] }
        let candidates = named.map { [$0] } ?? candidates(flow, definition, utterance)
        var taken = SlotReader.Taken()
        let goal = correctedNumber(utterance)?.text ?? Self.afterCue(utterance)
        for slot in candidates {
            guard let item = flows.slot(slot, in: definition.id), let old = flow.slots[slot] else { continue }
            let context = SlotReader.Context(
                flow: definition, moment: turn.moment, filled: flow.slots.filter { $0.key != slot }, regionOfCity: book.regionOfCity)
            let isWords = [SlotDefinition.Form.text, .timeRange, .address, .person, .company, .personOrCompany].contains(item.form)
            let reading = reader.read(item, utterance, isAsked: named != nil && !isWords, context, &taken)
            if case .value(let value) = reading, value != old, !(isWords && named == nil && item.form == .text) {
                if item.form == .address, let part = addressPart(value, old, utterance) {
                    return replace(slot, part, &flow)
                }
                return replace(slot, value, &flow)
            }
            if named == slot || (candidates.count == 1 && isCued), let goal, let value = contrast(goal, old, item, definition, turn, flow) {
                if value != old { return replace(slot, value, &flow) }
            }
        }
        // No name and nothing recognised: a bare number belongs to the last value that holds one.
        guard let goal, isCued || isForced, goal.unicodeScalars.count <= 24 else { return [] }
        for slot in candidates {
            guard let item = flows.slot(slot, in: definition.id), let old = flow.slots[slot],
                isCued || named == slot || (!Self.isOpen(item.form) && ![.phone, .account].contains(item.form)) || item.form == .address,
                let value = contrast(goal, old, item, definition, turn, flow), value != old
            else { continue }
            return replace(slot, value, &flow)
        }
        return []
    }

    private func replace(_ slot: String, _ value: SlotValue, _ flow: inout FlowState) -> [String] {
        flow.slots[slot] = value
        flow.corrected.insert(slot)
        return [slot]
    }

    private func readsAsked(_ asking: [String], _ definition: Flow, _ flow: FlowState, _ turn: GuidedTurn) -> Bool {
        var taken = SlotReader.Taken()
        let isNumber = correctedNumber(turn.utterance) != nil
        return asking.contains { slot in
            guard let item = flows.slot(slot, in: definition.id), !Self.isOpen(item.form),
                !isNumber || ![.choice, .yesNo, .paper].contains(item.form)
            else { return false }
            let context = SlotReader.Context(
                flow: definition, moment: turn.moment, filled: flow.slots, regionOfCity: book.regionOfCity)
            if case .value = reader.read(item, turn.utterance, isAsked: true, context, &taken) { return true }
            return false
        }
    }

    /// A phone, account number or address that is given once more, and differs.
    private func restated(_ flow: inout FlowState, _ definition: Flow, _ turn: GuidedTurn, _ asking: [String]) -> [String] {
        for slot in flow.order {
            guard let item = flows.slot(slot, in: definition.id), [.phone, .account, .email].contains(item.form),
                let old = flow.slots[slot],
                !asking.contains(where: { flow.slots[$0] == nil && flows.slot($0, in: definition.id)?.form == item.form }),
                !definition.slots.contains(where: {
                    $0 != slot && flow.slots[$0] == nil && flows.slot($0, in: definition.id)?.form == item.form
                })
            else { continue }
            var taken = SlotReader.Taken()
            let context = SlotReader.Context(flow: definition, moment: turn.moment, filled: [:], regionOfCity: book.regionOfCity)
            if case .value(let value) = reader.read(item, turn.utterance, isAsked: false, context, &taken), value != old {
                return replace(slot, value, &flow)
            }
        }
        return []
    }

    /// 不是16号，是18号: the part named first gives way to the second.
    private func pairReplaced(_ flow: inout FlowState, _ definition: Flow, _ utterance: Utterance) -> String? {
        let text = utterance.message
        for (open, middle) in [("不是", "是"), ("不是", "而是"), ("唔系", "系"), ("唔係", "係"), ("not ", "but ")] {
            guard let first = text.firstRange(of: open) else { continue }
            let rest = text[first.upperBound...]
            guard let second = rest.firstRange(of: middle) else { continue }
            let old = Answers.trimmed(String(rest[..<second.lowerBound])), new = Answers.trimmed(String(rest[second.upperBound...]))
            guard old.unicodeScalars.count >= 1, !new.isEmpty, new.unicodeScalars.count <= 40 else { continue }
            for slot in flow.order.reversed() {
                guard case .text(let value)? = flow.slots[slot], value.contains(old),
                    flows.slot(slot, in: definition.id)?.choices.isEmpty ?? true
                else { continue }
                _ = replace(slot, .text(value.replacing(old, with: new, maxReplacements: 1)), &flow)
                return slot
            }
        }
        return nil
    }

    private static let goals = [
        "应该是", "應該是", "应该系", "應該係", "改成", "改为", "改為", "改做", "换成", "換成", "更正为", "改返", "而是", "是", "係", "should be", "change it to", "to ",
        "it's", "it is", "is ", "i meant", "i mean", "make it",
    ]

    /// What follows the last word of change: the new value.
    static func afterCue(_ utterance: Utterance) -> String? {
        let text = utterance.message, lower = text.lowercased()
        var best: String.Index?
        for goal in goals {
            var search = lower.startIndex..<lower.endIndex
            while let found = lower[search].firstRange(of: goal) {
                let before = lower[..<found.lowerBound]
                let isDenial = (goal == "是" && before.hasSuffix("不")) || (goal == "係" && before.hasSuffix("唔"))
                if !isDenial, best.map({ found.upperBound > $0 }) ?? true { best = found.upperBound }
                search = found.upperBound..<lower.endIndex
            }
        }
        guard let best else {
            let bare = Answers.trimmed(text)
            return bare.unicodeScalars.count <= 12 ? bare : nil
        }
        let offset = lower.distance(from: lower.startIndex, to: best)
        let rest = Answers.trimmed(String(text.dropFirst(offset)))
        return rest.isEmpty ? nil : rest
    }

    /// A part of an address said again changes that part: 806, 6栋, 1302室.
    private func addressPart(_ value: SlotValue, _ old: SlotValue, _ utterance: Utterance) -> SlotValue? {
        guard case .text(let new) = value, case .text(let whole) = old, new.unicodeScalars.count <= 6,
            new.unicodeScalars.contains(where: { ("0"..."9").contains($0) })
        else { return nil }
        return Self.partReplaced(whole, new).map(SlotValue.text)
    }

    /// `whole` with its last run of digits that has the same unit replaced by that of `part`.
    static func partReplaced(_ whole: String, _ part: String) -> String? {
        let scalars = Array(part.unicodeScalars)
        guard let start = scalars.firstIndex(where: { ("0"..."9").contains($0) }) else { return nil }
        let end = scalars[start...].firstIndex { !("0"..."9").contains($0) } ?? scalars.endIndex
        let digits = String(String.UnicodeScalarView(scalars[start..<end])), unit = scalars[end...].first
        var text = Array(whole.unicodeScalars), runs: [Range<Int>] = [], index = 0
        while index < text.count {
            guard ("0"..."9").contains(text[index]) else { index += 1; continue }
            var stop = index
            while stop < text.count, ("0"..."9").contains(text[stop]) { stop += 1 }
            runs.append(index..<stop)
            index = stop
        }
        let fitting = unit.flatMap { unit in runs.last { $0.upperBound < text.count && text[$0.upperBound] == unit } }
        if unit != nil, fitting == nil, "栋棟座幢单單".unicodeScalars.contains(unit ?? " ") { return nil }
        guard let run = fitting ?? runs.last else { return nil }
        text.replaceSubrange(run, with: Array(digits.unicodeScalars))
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text)
        return String(view)
    }

    /// The new value of a slot out of the words after a correction.
    private func contrast(
        _ goal: String, _ old: SlotValue, _ item: SlotDefinition, _ definition: Flow, _ turn: GuidedTurn, _ flow: FlowState
    ) -> SlotValue? {
        let digits = goal.filter { ("0"..."9").contains($0) }
        switch (item.form, old) {
        case (.address, .text(let whole)):
            if goal.unicodeScalars.count <= 7, !digits.isEmpty { return Self.partReplaced(whole, goal).map(SlotValue.text) }
            guard hasCorrection(turn.utterance) else { return nil }
            return goal.unicodeScalars.count >= 4 ? .text(Answers.stripped(goal, Answers.addressCues)) : nil
        case (.phone, .text(let whole)), (.account, .text(let whole)):
            guard (3...8).contains(digits.count), digits.count < whole.count, goal.unicodeScalars.count <= digits.count + 6 else {
                return nil
            }
            return .text(String(whole.dropLast(digits.count)) + digits)
        case (.kwh, .number), (.kw, .number), (.kva, .number), (.money, .number), (.integer, .number), (.decimal, .number),
            (.rating, .number),
            (.days, .number):
            let entities = turn.understanding.entities.compactMap(SlotReader.quantity)
            guard let last = entities.last else { return nil }
            return .number(last.decimal)
        case (.person, .text), (.personOrCompany, .text), (.company, .text):
            let name = Answers.withoutTitle(Answers.stripped(goal, Answers.nameCues), keeps: item.name == "contact")
            let isName = !name.contains(where: \.isNumber) && (2...40).contains(name.unicodeScalars.count)
            return isName ? .text(name) : nil
        case (.text, .text): return goal.unicodeScalars.count >= 2 && digits.count < 8 ? .text(goal) : nil
        default: return nil
        }
    }

    private static let synonyms: [SlotDefinition.Form: [String]] = [
        .phone: ["电话", "手机", "号码", "phone", "mobile"],
        .address: ["地址", "门牌", "房号", "楼号", "栋", "address", "flat number", "unit number", "street"],
        .account: ["户号", "account number", "account no"], .person: ["名字", "姓名", "户名", "联系人", " name"],
        .personOrCompany: ["名字", "姓名", "户名", "抬头", "名称", " name", "title"], .company: ["公司名", "名称", "抬头", "company name"],
        .identityNumber: ["身份证", "证件号", "id number", " id "], .creditCode: ["税号", "信用代码", "tax number", "credit code"],
        .email: ["邮箱", "email", "e-mail"],
        .bankCard: ["卡号", "银行卡", "card"], .date: ["日期", "date"], .month: ["月份", "month"], .money: ["金额", "amount"],
        .kw: ["容量", "千瓦", "capacity"], .kva: ["容量", "千伏安", "capacity"], .kwh: ["度数", "电量"],
    ]

    /// The known slot that the message names.
    func namedSlot(_ utterance: Utterance, _ definition: Flow, _ flow: FlowState) -> String? {
        let folded = utterance.folded
        var best: (slot: String, length: Int)?
        for slot in flow.order where flow.slots[slot] != nil {
            guard let item = flows.slot(slot, in: definition.id) else { continue }
            let words = item.title.texts.values.map { FoldedText($0).string } + (Self.synonyms[item.form] ?? [])
            for word in words where word.count >= 2 && folded.contains(word) {
                if word.count > best?.length ?? 0 { best = (slot, word.count) }
            }
        }
        return best?.slot
    }
}
