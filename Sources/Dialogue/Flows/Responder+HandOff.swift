internal import LanguageUnderstanding
internal import PowerDomain

// To a person: with what is known, so that nobody asks again.

extension Responder {
    /// Hands over at once; what was collected goes along.
    func handOff(_ record: HandOff, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        var record = record
        record.summary = summary(state, turn.utterance)
        if let flow = state.flow {
            finish(flow, .handedOff, &turn)
            remember(flow, &state)
            state.flow = nil
        } else {
            turn.answer.finished.append(FinishedFlow(flow: "service.human", status: .handedOff))
        }
        send(record, &turn, &state)
    }

    private func send(_ record: HandOff, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        turn.answer.handOff = record
        turn.isAsked = true
        state.isHandedOff = true
        state.misses = 0
        if case .waiting(let ahead?) = turn.desk.perform(.handOff(record)) {
            turn.say(flows.text(.handedOff, turn.language, ["summary": record.summary]))
            if ahead > 0 { turn.say(flows.text(.queuePosition, turn.language, ["count": String(ahead)])) }
            return
        }
        // Nobody on duty: an order for a call-back, where there is a number to call.
        if let phone = Self.phone(turn.utterance) ?? state.known["phone"]?.text {
            callBack(phone, record.summary, &turn, &state)
        } else {
            turn.say(book.text(.humanNow, turn.language))
            turn.say(flows.text(.callbackNumber, turn.language))
            state.offer = .callBack(summary: record.summary)
        }
    }

    static func phone(_ utterance: Utterance) -> String? {
        for entity in utterance.understanding.entities where entity.kind == .phone && entity.valid {
            if case .text(let text) = entity.value { return text }
        }
        return nil
    }

    /// Leaves an order for a call-back.
    func callBack(_ phone: String, _ summary: String, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        let request = OrderDraft(
            kind: "service.human", slots: ["phone": .text(phone)], priority: .high, key: "service.human#\(state.flowsBegun)",
            office: .front,
            notes: [summary])
        guard case .order(let receipt?) = turn.desk.perform(.open(request)) else {
            turn.say(book.text(.humanNow, turn.language))
            return
        }
        state.orders.append(receipt)
        turn.answer.orders.append(receipt)
        turn.say(flows.text(.nobodyOnDuty, turn.language))
        turn.isAsked = true
    }

    /// The end of a flow that goes to a person: a complaint keeps an order of its own.
    func handOver(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard let flow = state.flow else { return }
        var record = HandOff(
            office: definition.offices.count > 1 ? definition.offices[1] : .front, queue: definition.id, priority: flow.priority,
            reason: definition.id,
            summary: summary(state, turn.utterance))
        if flow.priority == .urgent { record.office = .front }
        state.flow = nil
        var order: OrderReceipt?
        if !definition.required.isEmpty {
            let request = OrderDraft(
                kind: definition.id, slots: flow.slots, customer: state.verification?.account, priority: flow.priority,
                key: "\(definition.id)#\(state.flowsBegun)", office: record.office,
                escalateTo: definition.offices.count > 2 ? definition.offices[2] : nil, notes: flow.notes)
            if case .order(let receipt?) = turn.desk.perform(.open(request)) {
                order = receipt
                state.orders.append(receipt)
                turn.answer.orders.append(receipt)
            }
        }
        finish(flow, .handedOff, &turn, order: order?.id)
        if let order {
            turn.answer.handOff = record
            _ = turn.desk.perform(.handOff(record))
            let due = order.due.map { Self.clock($0, turn.language) } ?? ""
            let done = definition.done.map { render($0, &turn) } ?? ""
            let head: FlowWords = due.isEmpty || done.contains("{due}") ? .confirmedNoLimit : .confirmedOrder
            turn.say(flows.text(head, turn.language, ["order": order.id, "due": due]))
            for line in done.split(separator: "\n") where !due.isEmpty || !line.contains("{due}") {
                turn.say(String(line).replacing("{due}", with: due).replacing("{order}", with: order.id))
            }
        } else {
            send(record, &turn, &state)
        }
    }

    /// For the colleague, in the utility's own language: what is going on, what is known, the last words.
    func summary(_ state: DialogueState, _ utterance: Utterance) -> String {
        var parts: [String] = []
        if let flow = state.flow, let definition = flows.flows[flow.flow] {
            parts.append(title(flow.flow, .zhHans) + "：" + fields(flow.order, definition, flow, .zhHans))
            let names = missing(flow).compactMap { flows.slot($0, in: flow.flow)?.title.text(in: .zhHans) }
            if !names.isEmpty { parts.append("还差：" + names.joined(separator: "、")) }
            parts += flow.notes.prefix(1).map { "客户原话：" + $0.prefix(120) }
        }
        if let order = state.orders.last { parts.append("本次单号：" + order.id) }
        for waiting in state.queue { parts.append("待办：" + title(waiting.flow, .zhHans)) }
        if parts.isEmpty, let last = state.lastIntent { parts.append("刚问过：" + title(last, .zhHans)) }
        let isPlain = utterance.understanding.entities.allSatisfy {
            ![.phone, .accountNumber, .identityNumber, .bankCard].contains($0.kind)
        }
        if isPlain, !utterance.understanding.signals.contains("secret") { parts.append("最近一句：" + utterance.message.prefix(120)) }
        return Self.withoutNumbers(parts.joined(separator: "；"))
    }

    /// Long runs of digits in the customer's own words are hidden but for their ends.
    static func withoutNumbers(_ text: String) -> String {
        var result = "", run = ""
        func flush() {
            let isNumber = run.count >= 7 && !result.hasSuffix("WO")
            result += isNumber ? run.prefix(3) + String(repeating: "*", count: run.count - 7) + run.suffix(4) : run
            run = ""
        }
        for character in text {
            if character.isASCII, character.isNumber {
                run.append(character)
            } else {
                flush()
                result.append(character)
            }
        }
        flush()
        return result
    }

    // MARK: Danger in the middle

    /// Keeps the flow for afterwards and begins the report of the danger with what was just said.
    func interrupt(
        for intent: String, _ utterance: Utterance, _ language: Language, _ state: inout DialogueState, _ moment: Moment,
        _ desk: any ServiceDesk,
        _ answer: inout Answer
    ) {
        guard let definition = flows.flows[intent] else { return }
        var known: [String: SlotValue] = [:]
        if let flow = state.flow, flow.flow != intent {
            // An outage at home and the smell there are one place.
            if flow.flow.hasPrefix("outage.") { known = flow.slots.filter { $0.key == "address" || $0.key == "phone" } }
            state.queue.insert(flow, at: 0)
            state.flow = nil
        }
        var turn = GuidedTurn(utterance, language, moment, desk)
        var flow = state.flow ?? FlowState(flow: intent)
        flow.priority = .urgent
        let isNew = state.flow == nil
        _ = read(utterance, definition, &flow, asked: [], moment, state)
        for (slot, value) in known where definition.slots.contains(slot) && flow.slots[slot] == nil { flow.fill(slot, value) }
        flow.notes.append(String(utterance.message.prefix(300)))
        state.flow = flow
        if isNew { state.flowsBegun += 1 }
        answer.finished = []
        if definition.service == .handOff {
            state.flow = nil
            let record = HandOff(
                office: .front, queue: "danger", priority: .urgent, reason: intent,
                summary: title(intent, .zhHans) + "：" + String(utterance.message.prefix(160)))
            _ = desk.perform(.handOff(record))
            answer.handOff = record
            answer.finished = [FinishedFlow(flow: intent, status: .handedOff, slots: flow.slots)]
            return
        }
        let isAsked = definition.required.contains { group in !group.contains { flow.slots[$0] != nil } }
        if isAsked {
            step(definition, &turn, &state)
        } else {
            perform(definition, &turn, &state)
        }
        let words = answer.text.split(separator: "\n").dropLast().joined(separator: "\n")
        let rest = turn.lines.joined(separator: "\n")
        // The question of the safety words gives way to the flow's own.
        answer.text = words + "\n" + (state.flow?.asking == "address" ? book.text(.dangerQuestion, language) : rest)
        answer.quickReplies = turn.answer.quickReplies
        answer.finished = turn.answer.finished
        answer.orders = turn.answer.orders
        answer.flow = state.flow
        answer.missing = state.flow.map { missing($0) } ?? []
        if state.flow == nil { offerResume(&answer, language, &state) }
    }

    /// The place of an accident, told after the first words: the most urgent order goes there.
    func placeTold(
        _ place: String, _ utterance: Utterance, _ language: Language, _ state: inout DialogueState, _ moment: Moment,
        _ desk: any ServiceDesk
    ) -> Answer? {
        guard let definition = flows.flows["safety.hazard_report"], let intent = state.lastIntent, intent.hasPrefix("safety.") else {
            return nil
        }
        var turn = GuidedTurn(utterance, language, moment, desk)
        var slots: [String: SlotValue] = ["address": .text(place)]
        if let phone = Self.phone(utterance) ?? state.known["phone"]?.text { slots["phone"] = .text(phone) }
        let request = OrderDraft(
            kind: intent, slots: slots, priority: .urgent, key: "\(intent)#\(state.flowsBegun)", office: .middle,
            notes: [String(utterance.message.prefix(300))])
        guard case .order(let receipt?) = desk.perform(.open(request)) else { return nil }
        state.orders.append(receipt)
        turn.say(flows.text(.outageUrgent, language))
        turn.say(flows.text(.confirmedNoLimit, language, ["order": receipt.id]))
        for line in (definition.done.map { render($0, &turn) } ?? "").split(separator: "\n") where !line.contains("{due}") {
            turn.say(String(line))
        }
        turn.answer.text = turn.lines.joined(separator: "\n")
        turn.answer.orders = [receipt]
        turn.answer.finished = [FinishedFlow(flow: intent, status: .submitted, slots: slots, order: receipt.id)]
        return turn.answer
    }

    /// After a danger the flow that waits is offered again.
    func offerResume(_ answer: inout Answer, _ language: Language, _ state: inout DialogueState) {
        guard let waiting = state.queue.first else { return }
        state.offer = .resume
        answer.text += "\n" + flows.text(.resumeOffer, language, ["task": title(waiting.flow, language)])
    }
}
