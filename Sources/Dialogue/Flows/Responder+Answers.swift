internal import LanguageUnderstanding
internal import PowerDomain
internal import TextAnalysis

// Taking what the customer says while a flow goes on.

extension Responder {
    /// One turn of a flow.
    func goOn(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard var flow = state.flow else { return }
        setPriority(&flow, turn)
        state.flow = flow
        if control(definition, &turn, &state) { return }
        switch flow.asking {
        case "confirm": confirmation(definition, &turn, &state)
        case "change": change(definition, &turn, &state)
        case "verify": verification(definition, &turn, &state)
        default: collect(definition, &turn, &state)
        }
    }

    // MARK: Words that steer

    private func control(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) -> Bool {
        guard let flow = state.flow else { return false }
        let utterance = turn.utterance
        if isCancel(turn, flow, state) {
            finish(flow, .cancelled, &turn)
            turn.say(flows.text(.cancelled, turn.language, ["task": title(flow.flow, turn.language)]))
            state.flow = nil
            return true
        }
        if Phrases.again.matches(utterance) {
            ask(definition, &turn, &state)
            return true
        }
        if Phrases.restart.matches(utterance) {
            var fresh = FlowState(flow: flow.flow)
            fresh.priority = flow.priority
            state.flow = fresh
            turn.say(flows.text(.restarted, turn.language))
            step(definition, &turn, &state)
            return true
        }
        if let language = switchedLanguage(turn, definition) {
            state.fixedLanguage = language
            state.language = language
            turn.language = language
            turn.say(book.text(.languageSet, language))
            ask(definition, &turn, &state)
            return true
        }
        return false
    }

    private func isCancel(_ turn: GuidedTurn, _ flow: FlowState, _ state: DialogueState) -> Bool {
        if Phrases.cancel.matches(turn.utterance) {
            // "取消" names an action in some flows: 取消峰谷 is a value.
            return !(flow.asking == "action" && turn.utterance.core.count > 3)
        }
        let understanding = turn.understanding
        return understanding.decision == .accept && understanding.intent == "dialog.cancel" && understanding.confidence >= 0.75
            && understanding.entities.isEmpty && flow.asking != "action"
    }

    private func switchedLanguage(_ turn: GuidedTurn, _ definition: Flow) -> Language? {
        let named = turn.understanding.entities.filter { $0.kind == .language }
        guard named.count == 1, case .text(let code) = named[0].value, let language = Language(rawValue: code),
            turn.utterance.text.scalars.count <= 40, definition.id != "service.language"
        else { return nil }
        let isSwitch = turn.understanding.intent == "service.language" && turn.understanding.decision != .reject
        let words = ["讲", "说", "用", "转", "换", "切换", "speak", "in ", "switch", "please"]
        return isSwitch || words.contains { turn.utterance.folded.contains($0) } ? language : nil
    }

    // MARK: Collecting

    private func collect(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard var flow = state.flow else { return }
        let asked = flow.asking.map { definition.group(of: $0) } ?? []
        let isFree = asked.contains { flows.slot($0, in: definition.id).map(Self.isFree) ?? false }
        let side = sideIntents(turn, flow, isFree: isFree)
        // A question is no answer to an open question.
        if isFree, !side.isEmpty, turn.utterance.isQuestion || isRequest(turn) {
            aside(side, definition, &turn, &state)
            return
        }
        let changed = correct(&flow, definition, turn, state, isForced: false)
        turn.changed = changed
        var flawed = false
        if changed.isEmpty || !isFree && correctedNumber(turn.utterance)?.isAll != true {
            let before = flow
            let readings = read(turn.utterance, definition, &flow, asked: asked, turn.moment, state, flawed: &flawed)
            turn.filled = readings.filter { before.slots[$0] != flow.slots[$0] && !changed.contains($0) }
        }
        let isAnswered = asked.contains { flow.slots[$0] != nil }
        if !isAnswered, turn.filled.isEmpty, changed.isEmpty, !flawed {
            state.flow = flow
            notAnswered(asked, side, definition, &turn, &state)
            return
        }
        flow.misses = isAnswered || !turn.filled.isEmpty || !changed.isEmpty ? 0 : flow.misses
        // A correction leaves the question open.
        if !isAnswered, !changed.isEmpty { flow.offered.subtract(asked) }
        state.flow = flow
        sayTaken(definition, &turn, flow)
        if !isAnswered, flawed, turn.filled.isEmpty, changed.isEmpty {
            miss(definition, &turn, &state)
            return
        }
        if !side.isEmpty, turn.utterance.isQuestion || Self.announces(turn.utterance) { answerAside(side, &turn, &state) }
        step(definition, &turn, &state)
    }

    /// The asked slot got no value: a side question, a further task, "don't know", or not understood.
    private func notAnswered(
        _ asked: [String], _ side: [String], _ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState
    ) {
        if !side.isEmpty {
            aside(side, definition, &turn, &state)
        } else if asked.first == "property_consent",
            SlotReader.contains(turn.utterance, ["没有物业", "没物业", "冇物业", "冇管理处", "no property", "no management"])
        {
            state.flow?.skipped.insert("property_consent")
            step(definition, &turn, &state)
        } else if Phrases.unknown.matches(turn.utterance) || Phrases.no.matches(turn.utterance), let slot = asked.first {
            unknown(slot, definition, &turn, &state)
        } else if turn.utterance.isQuestion, turn.understanding.decision == .accept, turn.understanding.intent == definition.id {
            aside([definition.id], definition, &turn, &state)
        } else if turn.understanding.decision == .accept, turn.understanding.intent.hasPrefix("dialog."),
            !["dialog.affirm", "dialog.deny", "dialog.cancel"].contains(turn.understanding.intent)
        {
            answerQuestions([turn.understanding.intent], &turn, &state)
            askBack(definition, &turn, &state)
        } else if turn.understanding.signals.contains("anger") || turn.understanding.outsideKind == "hostile" {
            ask(definition, &turn, &state)
        } else if turn.understanding.decision == .reject, let kind = turn.understanding.outsideKind,
            Self.isNamedKind(kind) || (turn.utterance.isQuestion && kind == "general"), turn.utterance.text.scalars.count > 3
        {
            let wording = book.outside[kind] ?? book.outside["general"]
            turn.say(book.render(wording?.text(in: turn.language) ?? "", turn.language, on: turn.moment.day).text)
            turn.answer.finished.append(FinishedFlow(flow: IntentClassifier.outOfScope, status: .refused))
            askBack(definition, &turn, &state)
        } else {
            miss(definition, &turn, &state)
        }
    }

    private static func isNamedKind(_ kind: String) -> Bool { !["general", "nonsense", "near_miss", "hostile"].contains(kind) }

    /// Forms that take any words.
    private static func isFree(_ slot: SlotDefinition) -> Bool {
        switch slot.form {
        case .text, .timeRange, .address, .person, .company, .personOrCompany: true
        case .bank: slot.isPersonal
        default: false
        }
    }

    func isRequest(_ turn: GuidedTurn) -> Bool {
        let words = [
            "我要", "我想", "帮我", "想问", "顺便", "另外", "还想", "还要", "想查", "请问", "麻烦", "顺手", "仲想", "我仲", "帮手", "想知", "i want", "i'd like", "i need",
            "please", "can you", "could you", "also", "by the way", "tell me",
        ]
        return words.contains { turn.utterance.folded.contains($0) }
    }

    private static func announces(_ utterance: Utterance) -> Bool {
        SlotReader.contains(utterance, ["顺便", "另外", "还想", "还要", "仲想", "仲有", "also", "by the way", "顺手", "对了", "btw"])
    }

    /// Intents of the message that are not the flow's own matter.
    func sideIntents(_ turn: GuidedTurn, _ flow: FlowState, isFree: Bool) -> [String] {
        let understanding = turn.understanding
        guard understanding.decision == .accept, understanding.danger == nil else { return [] }
        // "没有户号" answers the question; nothing else is asked by it.
        if Phrases.unknown.matches(turn.utterance), !turn.utterance.isQuestion { return [] }
        let isSure = understanding.evidence.layer == .pattern || understanding.confidence >= (isFree ? 0.7 : 0.6)
        guard isSure else { return [] }
        let isQuestion = turn.utterance.isQuestion
        return understanding.intents.filter { intent in
            // "房产证有" tells of a paper; nothing is handed in by it.
            if !isQuestion, ["license.upload", "license.accepted", "connection.materials"].contains(intent) { return false }
            guard !intent.hasPrefix("dialog."), intent != "service.human", intent != "service.language" else { return false }
            if intent == flow.flow { return isQuestion && understanding.intents.count == 1 }
            return book.intents[intent] != nil && !Self.kin(intent, flow.flow, isQuestion)
        }
    }

    /// Neighbours that an answer to a flow's question easily looks like.
    private static func kin(_ intent: String, _ flow: String, _ isQuestion: Bool) -> Bool {
        guard !isQuestion else { return false }
        let families: [Set<String>] = [
            [
                "outage.report", "outage.current_query", "outage.self_check_trip", "outage.frequent", "outage.progress",
                "safety.hazard_report",
            ],
            ["payment.abnormal", "payment.refund", "payment.wrong_account", "payment.pay_now", "payment.channels", "payment.autopay"],
            [
                "account.transfer", "account.rename", "account.bind", "account.contact_update", "account.close", "account.realname",
                "license.accepted", "license.upload", "connection.materials",
            ],
            ["meter.verify", "meter.fault", "meter.reading_error", "bill.high_dispute", "meter.relocate", "meter.location_box"],
            [
                "connection.new_resident", "connection.new_small_business", "connection.capacity_increase", "connection.three_phase",
                "connection.ev_pile", "connection.temporary", "connection.new_high_voltage",
            ],
            [
                "bill.query_amount", "bill.balance_query", "bill.usage_query", "bill.history_query", "payment.history",
                "bill.account_no_query",
            ],
            [
                "complaint.service", "complaint.staff_misconduct", "complaint.suggest", "complaint.progress", "outage.progress",
                "connection.progress",
            ],
            ["tariff.multi_person", "license.accepted", "license.upload", "tariff.low_income_free"],
        ]
        return families.contains { $0.contains(intent) && $0.contains(flow) }
    }

    /// Answers side questions, queues further tasks, and comes back to the pending question in the same reply.
    func aside(_ intents: [String], _ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        answerAside(intents, &turn, &state)
        askBack(definition, &turn, &state)
    }

    private func answerAside(_ intents: [String], _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        let isQuestion = turn.utterance.isQuestion
        let tasks = intents.filter { intent in
            guard intent != state.flow?.flow, let flow = flows.flows[intent] else { return false }
            return flow.service != .answer && !(flow.service.opensOrder && isQuestion && !isRequest(turn))
        }
        let questions = intents.filter { !tasks.contains($0) }
        if !questions.isEmpty { answerQuestions(Array(questions.prefix(2)), &turn, &state) }
        // The flow itself goes on; what was answered of it is no end.
        turn.answer.finished.removeAll { $0.flow == state.flow?.flow && $0.status == .answered }
        for task in tasks { enqueue(task, &turn, &state) }
    }

    /// The pending question again, with a word that leads back.
    func askBack(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        let count = turn.lines.count
        ask(definition, &turn, &state)
        guard turn.lines.count > count else { return }
        let question = turn.lines[count...].joined(separator: "\n")
        turn.lines.removeSubrange(count...)
        turn.say(flows.text(.back, turn.language, ["question": question]))
    }

    // MARK: Not known, not understood

    private func unknown(_ slot: String, _ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard var flow = state.flow, let item = flows.slot(slot, in: definition.id) else { return }
        let group = definition.group(of: slot)
        if definition.id == "account.transfer", slot == "account_no" {
            flow.fill(slot, .text("none"))
            turn.filled = [slot]
            if let words = item.unknown { turn.say(words.text(in: turn.language)) }
        } else if item.form == .paper {
            flow.fill(slot, .text("none"))
            turn.filled = [slot]
        } else if !definition.isRequired(slot) {
            flow.skipped.formUnion(group)
            turn.say(flows.text(.unknownOkay, turn.language))
        } else if let next = group.first(where: { $0 != slot && !flow.skipped.contains($0) && flow.slots[$0] == nil }) {
            // Another of the group will do.
            flow.skipped.insert(slot)
            flow.asking = next
            flow.misses = 0
            state.flow = flow
            ask(definition, &turn, &state)
            return
        } else if item.choice("unknown") != nil {
            flow.fill(slot, .text("unknown"))
        } else if item.choice("other") != nil, Phrases.unknown.matches(turn.utterance) {
            flow.fill(slot, .text("other"))
            flow.notes.append(turn.utterance.message)
        } else {
            flow.misses += 1
            if flow.misses >= Self.misses { state.flow = flow; offerPerson(definition, &turn, &state); return }
            state.flow = flow
            turn.say((item.unknown ?? item.hint).text(in: turn.language))
            turn.isAsked = true
            return
        }
        flow.misses = 0
        state.flow = flow
        step(definition, &turn, &state)
    }

    static let misses = 3

    /// Not understood: the hint; the second time a choice takes the customer's own words; the third time a person is offered.
    func miss(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard var flow = state.flow else { return }
        if turn.understanding.signals.contains("anger") || turn.understanding.outsideKind == "hostile" {
            ask(definition, &turn, &state)
            return
        }
        flow.misses += 1
        if let slot = flow.asking, let item = flows.slot(slot, in: definition.id), flow.misses == 2, item.choice("other") != nil,
            item.form == .choice, turn.utterance.text.scalars.count >= 2, !turn.utterance.isQuestion
        {
            flow.fill(slot, .text("other"))
            flow.notes.append(turn.utterance.message)
            flow.misses = 0
            state.flow = flow
            step(definition, &turn, &state)
            return
        }
        state.flow = flow
        if flow.misses >= Self.misses { offerPerson(definition, &turn, &state); return }
        if let slot = flow.asking, let item = flows.slot(slot, in: definition.id) {
            turn.say(item.hint.text(in: turn.language))
            offer(item, &turn)
            turn.isAsked = true
        } else {
            turn.say(flows.text(.notUnderstood, turn.language))
            ask(definition, &turn, &state)
        }
    }

    func offerPerson(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        state.offer = .person
        turn.say(flows.text(.offerPerson, turn.language))
        turn.answer.quickReplies = [flows.text(.personYes, turn.language), flows.text(.personNo, turn.language)]
        turn.isAsked = true
    }
}
