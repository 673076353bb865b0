internal import LanguageUnderstanding
internal import PowerDomain

// Guided conversations: a flow begins, takes answers, corrections, side questions and further tasks, and ends.

/// What one turn of a guided conversation works with.
struct GuidedTurn {
    let utterance: Utterance
    var language: Language
    let moment: Moment
    let desk: any ServiceDesk
    /// Lines of the reply, in order.
    var lines: [String] = []
    var answer: Answer
    /// Slots that this turn filled or changed.
    var filled: [String] = []
    var changed: [String] = []
    /// Whether the reply already ends in a question.
    var isAsked = false

    init(_ utterance: Utterance, _ language: Language, _ moment: Moment, _ desk: any ServiceDesk) {
        self.utterance = utterance
        self.language = language
        self.moment = moment
        self.desk = desk
        answer = Answer(text: "", language: language)
    }

    var understanding: Understanding { utterance.understanding }

    mutating func say(_ line: String) { if !line.isEmpty { lines.append(line) } }
}

extension Responder {
    /// The answer where a flow goes on, begins, or is asked for; nil: the message is no matter of a flow.
    func guide(
        _ utterance: Utterance, _ language: Language, _ state: inout DialogueState, _ moment: Moment, _ desk: any ServiceDesk
    ) -> Answer? {
        guard !flows.flows.isEmpty else { return nil }
        var turn = GuidedTurn(utterance, language, moment, desk)
        expireVerification(&state, moment)
        guard route(&turn, &state) else {
            remember(utterance, &state)
            return nil
        }
        let isAfterDanger = state.flow == nil && turn.answer.finished.contains { $0.flow.hasPrefix("safety.") }
        if state.flow == nil, !isAfterDanger { takeNextTask(&turn, &state) }
        turn.answer.text = turn.lines.joined(separator: "\n")
        if isAfterDanger { offerResume(&turn.answer, turn.language, &state) }
        turn.answer.language = turn.language
        turn.answer.flow = state.flow
        turn.answer.missing = state.flow.map { missing($0) } ?? []
        state.misses = 0
        return turn.answer
    }

    /// Carries the turn out; false if it is no matter of a flow.
    private func route(_ turn: inout GuidedTurn, _ state: inout DialogueState) -> Bool {
        let offer = state.offer
        state.offer = nil
        if asksForPerson(turn) {
            handOff(.init(office: .front, queue: "service", priority: priority(state), reason: "request", summary: ""), &turn, &state)
            return true
        }
        if asksForPerson(offer, turn) {
            handOff(.init(office: .front, queue: "service", priority: priority(state), reason: "offer", summary: ""), &turn, &state)
            return true
        }
        if case .callBack(let summary)? = offer, state.flow == nil, let phone = Self.phone(turn.utterance) {
            callBack(phone, summary, &turn, &state)
            return true
        }
        if isMistakenIdentity(turn), state.verification != nil || state.flow?.asking == "verify" {
            state.verification = nil
            if let flow = state.flow { finish(flow, .cancelled, &turn) }
            state.flow = nil
            turn.say(flows.text(.verifyEnded, turn.language))
            return true
        }
        if offer == .person, state.flow != nil, isRetry(turn) {
            state.flow?.misses = 0
            if let flow = state.flow, let definition = flows.flows[flow.flow] { ask(definition, &turn, &state); return true }
        }
        if let flow = state.flow, let definition = flows.flows[flow.flow] {
            goOn(definition, &turn, &state)
            return true
        }
        if offer == .resume, !state.queue.isEmpty {
            if Phrases.no.matches(turn.utterance) || Phrases.cancel.matches(turn.utterance) {
                let dropped = state.queue.removeFirst()
                finish(dropped, .cancelled, &turn)
                turn.say(flows.text(.cancelled, turn.language, ["task": title(dropped.flow, turn.language)]))
                return true
            }
            if Phrases.yes.matches(turn.utterance) { takeNextTask(&turn, &state); return true }
        }
        return begin(&turn, &state)
    }

    private func asksForPerson(_ turn: GuidedTurn) -> Bool {
        if Phrases.person.matches(turn.utterance), !turn.utterance.folded.contains("电话") { return true }
        let understanding = turn.understanding
        return understanding.decision == .accept && understanding.intent == "service.human"
            && (understanding.evidence.layer == .pattern || understanding.confidence >= 0.8) && understanding.danger == nil
    }

    private func asksForPerson(_ offer: Offer?, _ turn: GuidedTurn) -> Bool {
        offer == .person
            && (Phrases.yes.matches(turn.utterance) || Language.allCases.contains { flows.text(.personYes, $0) == turn.utterance.message })
    }

    /// "Let me try again", as offered beside a person.
    private func isRetry(_ turn: GuidedTurn) -> Bool {
        Language.allCases.contains { flows.text(.personNo, $0) == turn.utterance.message } || Phrases.no.matches(turn.utterance)
            || SlotReader.contains(turn.utterance, ["再试", "try again", "试多次"])
    }

    private func isMistakenIdentity(_ turn: GuidedTurn) -> Bool {
        SlotReader.contains(
            turn.utterance,
            ["认错人", "不是我的户", "不是本人", "这不是我", "唔系我个户", "唔系我屋企", "我不是户主", "not my account", "that is not me", "not me", "wrong person"])
    }

    private func remember(_ utterance: Utterance, _ state: inout DialogueState) {
        guard !utterance.understanding.entities.isEmpty else { return }
        state.recent.append(EarlierMessage(message: utterance.message, understanding: utterance.understanding))
        if state.recent.count > 2 { state.recent.removeFirst() }
    }

    private func priority(_ state: DialogueState) -> OrderReceipt.Priority {
        state.flow?.priority == .urgent ? .urgent : state.angryTurns > 0 ? .high : .normal
    }

    // MARK: Beginning

    /// Begins the flow of an accepted intent; other questions of the message are answered first, further tasks wait.
    private func begin(_ turn: inout GuidedTurn, _ state: inout DialogueState) -> Bool {
        let understanding = turn.understanding
        if !state.orders.isEmpty, Phrases.yes.matches(turn.utterance) {
            turn.say(flows.text(.track, turn.language))
            return true
        }
        guard understanding.decision == .accept || isClearWithDetails(understanding) else { return false }
        // A bare number or name begins nothing.
        if Self.isDetailsOnly(understanding), understanding.evidence.layer != .pattern { return false }
        let intents = understanding.intents
        guard let first = intents.first(where: { flows.flows[$0] != nil }) else { return false }
        if intents.count == 1, isOnlyQuestion(first, turn) { return false }
        let questions = intents.filter { flows.flows[$0] == nil && !$0.hasPrefix("dialog.") && book.intents[$0] != nil }
        if !questions.isEmpty { answerQuestions(Array(questions.prefix(1)), &turn, &state) }
        for other in intents where other != first && flows.flows[other] != nil { enqueue(other, &turn, &state) }
        start(first, &turn, &state)
        return true
    }

    /// Addresses and numbers beside a short request make it look less sure than it is.
    private func isClearWithDetails(_ understanding: Understanding) -> Bool {
        guard understanding.decision == .clarify, understanding.danger == nil, flows.flows[understanding.intent] != nil else {
            return false
        }
        let details = understanding.entities.filter { [.address, .phone, .accountNumber].contains($0.kind) }
        let second = understanding.alternatives.first?.confidence ?? 0
        return !details.isEmpty && !Self.isDetailsOnly(understanding) && understanding.confidence >= 0.45
            && understanding.confidence - second >= 0.15
    }

    /// A question about a business is answered; the business is not begun by it.
    private func isOnlyQuestion(_ intent: String, _ turn: GuidedTurn) -> Bool {
        guard flows.flows[intent]?.service.opensOrder == true, intent != "outage.report", turn.utterance.isQuestion else { return false }
        let folded = turn.utterance.folded
        let asks = [
            "要带什么", "什么材料", "哪些材料", "要什么", "需要什么", "带咩", "咩资料", "要咩", "几多钱", "多少钱", "收费吗", "要钱吗", "要交钱", "收唔收钱", "使唔使钱", "多久", "几耐", "几天",
            "怎么收费", "条件", "流程",
            "what papers", "what documents", "what do i need", "how long", "how much", "cost", "fee", "what is required", "which documents",
            "can i claim", "有什么要求", "什么规定", "有咩要求",
        ]
        return asks.contains { folded.contains($0) }
    }

    /// Starts a flow with what this message and the ones just before it tell.
    func start(_ id: String, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard let definition = flows.flows[id] else { return }
        var flow = FlowState(flow: id)
        prefill(&flow, definition, turn, &state)
        setPriority(&flow, turn)
        state.flow = flow
        state.flowsBegun += 1
        state.recent = []
        state.lastIntent = id
        // What the customer said at once is not read back yet: the question matters more.
        step(definition, &turn, &state)
    }

    func setPriority(_ flow: inout FlowState, _ turn: GuidedTurn) {
        if turn.understanding.danger != nil || turn.understanding.signals.contains(where: { $0.hasPrefix("first.") }) {
            flow.priority = .urgent
        }
    }

    private func prefill(_ flow: inout FlowState, _ definition: Flow, _ turn: GuidedTurn, _ state: inout DialogueState) {
        for earlier in state.recent {
            let utterance = Utterance(earlier.message, earlier.understanding)
            _ = read(utterance, definition, &flow, asked: [], turn.moment, state)
        }
        let found = read(turn.utterance, definition, &flow, asked: [], turn.moment, state)
        if found.isEmpty || definition.slots.contains(where: { $0 == "subject" || $0 == "content" || $0 == "detail" }) {
            takeWhole(turn.utterance, definition, &flow)
        }
        for (slot, value) in state.known where definition.slots.contains(slot) && flow.slots[slot] == nil {
            if Self.carries(slot, to: definition.id) { flow.fill(slot, value) }
        }
        if definition.slots.contains("region"), flow.slots["region"] == nil, let region = state.region {
            flow.fill("region", .text(region.rawValue))
        }
        if let verification = state.verification, definition.slots.contains("account_no"), flow.slots["account_no"] == nil {
            flow.fill("account_no", .text(verification.account))
        }
        if definition.id == "outage.progress" || definition.id == "connection.progress" || definition.id == "complaint.progress",
            flow.slots.isEmpty, let order = state.orders.last
        {
            flow.fill("order_no", .text(order.id))
        }
        let words = turn.utterance.message
        if words.unicodeScalars.count > 12 { flow.notes.append(String(words.prefix(300))) }
    }

    /// Whether a value of an earlier task is the same thing in this one.
    private static func carries(_ slot: String, to flow: String) -> Bool {
        switch slot {
        case "phone": !["outage.progress", "connection.progress", "complaint.progress", "account.login"].contains(flow)
        case "address": flow.hasPrefix("outage.") || flow == "service.vulnerable" || flow == "vas.home_electrician"
        case "account_no": true
        default: false
        }
    }

    /// Complaints and suggestions are kept whole: an opening that already tells the matter is the value.
    private func takeWhole(_ utterance: Utterance, _ definition: Flow, _ flow: inout FlowState) {
        guard let slot = ["subject", "content", "detail"].first(where: { definition.slots.contains($0) }), flow.slots[slot] == nil,
            flows.slot(slot, in: definition.id)?.form == .text
        else { return }
        let rest = Answers.stripped(
            utterance.message,
            [
                "我要投诉", "我想投诉", "要投诉", "投诉", "投訴", "我要投訴", "我要举报", "举报", "我要表扬", "表扬", "我想表扬", "我有个建议", "提个建议", "建议", "建議", "我要建议",
                "i want to complain about", "i want to complain", "i'd like to complain about", "i'd like to complain",
                "complaint", "i want to report", "report", "i have a suggestion", "suggestion", "一下", "想讚", "我要讚", "你们", "，",
            ])
        let isLatin = rest.unicodeScalars.allSatisfy { $0.value < 0x250 }
        let length = isLatin ? rest.split(separator: " ").count : rest.unicodeScalars.count
        if length >= (isLatin ? 4 : 6) { flow.fill(slot, .text(Answers.trimmed(utterance.message))) }
    }

    func enqueue(_ id: String, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard state.flow?.flow != id, !state.queue.contains(where: { $0.flow == id }), let definition = flows.flows[id] else { return }
        var flow = FlowState(flow: id)
        _ = read(turn.utterance, definition, &flow, asked: [], turn.moment, state)
        state.queue.append(flow)
        turn.say(flows.text(.queued, turn.language, ["task": title(id, turn.language)]))
    }

    /// The next task that waits, announced; nothing is asked twice that the last one told.
    private func takeNextTask(_ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard !state.queue.isEmpty, !turn.isAsked, !state.isHandedOff else { return }
        var flow = state.queue.removeFirst()
        guard let definition = flows.flows[flow.flow] else { return }
        for (slot, value) in state.known where definition.slots.contains(slot) && flow.slots[slot] == nil {
            if Self.carries(slot, to: definition.id) { flow.fill(slot, value) }
        }
        flow.asking = nil
        flow.misses = 0
        state.flow = flow
        state.lastIntent = flow.flow
        turn.filled = []
        turn.changed = []
        turn.say(flows.text(.nextTask, turn.language, ["task": title(flow.flow, turn.language)]))
        step(definition, &turn, &state)
    }

    // MARK: Names

    func title(_ flow: String, _ language: Language) -> String { book.intents[flow]?.title.text(in: language) ?? flow }

    /// Answers questions beside the flow, whose own replies belong to their intents.
    func answerQuestions(_ intents: [String], _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        let last = state.lastIntent
        let said = accepted(intents, turn.language, &state, turn.moment.day)
        state.lastIntent = last
        turn.say(said.text)
        turn.answer.sources += said.sources.filter { !turn.answer.sources.contains($0) }
        turn.answer.finished += said.finished
    }

    func finish(_ flow: FlowState, _ status: FinishedFlow.Status, _ turn: inout GuidedTurn, order: String? = nil) {
        turn.answer.finished.append(
            FinishedFlow(flow: flow.flow, status: status, slots: flow.slots, corrected: flow.corrected, order: order))
    }

    /// Required slots that nobody has told yet, a group by its first member.
    func missing(_ flow: FlowState) -> [String] {
        guard let definition = flows.flows[flow.flow] else { return [] }
        return definition.required.filter { group in !group.contains { flow.slots[$0] != nil || flow.skipped.contains($0) } }.map { $0[0] }
    }

    private func expireVerification(_ state: inout DialogueState, _ moment: Moment) {
        guard let verification = state.verification else { return }
        if verification.lastUsed.adding(minutes: Self.idleMinutes) < moment {
            state.verification = nil
        } else {
            state.verification?.lastUsed = moment
        }
    }

    /// CONTRACT §5: verification ends after 15 idle minutes.
    private static let idleMinutes = 15
}
