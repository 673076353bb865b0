internal import LanguageUnderstanding
internal import PowerDomain

// What comes next in a flow, and how it ends.

extension Responder {
    /// Asks the next thing, reads back, or performs.
    func step(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard var flow = state.flow else { return }
        if isRejected(definition, &turn, &state) { return }
        if let slot = nextSlot(definition, flow, state) {
            if !definition.isRequired(slot) { flow.offered.insert(slot) }
            flow.asking = slot
            flow.misses = 0
            state.flow = flow
            ask(definition, &turn, &state)
            return
        }
        if !checkRules(definition, &turn, &state) { return }
        flow = state.flow ?? flow
        if needsVerification(definition, flow, state) {
            flow.asking = "verify"
            flow.misses = 0
            state.flow = flow
            ask(definition, &turn, &state)
            return
        }
        // A crew is sent to a danger at once.
        if definition.service.opensOrder, !definition.id.hasPrefix("safety.") {
            flow.asking = "confirm"
            flow.misses = 0
            state.flow = flow
            ask(definition, &turn, &state)
        } else {
            perform(definition, &turn, &state)
        }
    }

    private func nextSlot(_ definition: Flow, _ flow: FlowState, _ state: DialogueState) -> String? {
        let region = flow.slots["region"]?.text.flatMap(Region.init(rawValue:)) ?? state.region
        func isOpen(_ group: [String]) -> Bool { !group.contains { flow.slots[$0] != nil || flow.skipped.contains($0) } }
        let optional = definition.askOptional.filter { slot in
            slot != "verify" && isOpen(definition.group(of: slot)) && !flow.offered.contains(slot)
                && AskConditions.holds(slot, in: definition.id, flow.slots, region: region)
        }
        if let first = optional.first(where: { AskConditions.isFirst($0, in: definition.id) }) { return first }
        if let group = definition.required.first(where: {
            isOpen($0) || ($0.allSatisfy { flow.slots[$0] == nil } && !$0.allSatisfy(flow.skipped.contains))
        }) {
            return group.first { !flow.skipped.contains($0) } ?? group[0]
        }
        return optional.first
    }

    /// Asks what is pending, once more or for the first time.
    func ask(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard let flow = state.flow, let asking = flow.asking else { return }
        turn.isAsked = true
        let language = turn.language
        switch asking {
        case "confirm":
            let head = definition.confirm.map { render($0, &turn) } ?? flows.text(.confirmHead, language)
            turn.say(head)
            let known = definition.slots.filter { flow.slots[$0] != nil && $0 != "verify" }
            turn.say(fields(known, definition, flow, language))
            turn.say(flows.text(.confirmAsk, language))
            turn.answer.quickReplies = [flows.text(.yes, language), flows.text(.change, language)]
        case "change": turn.say(flows.text(.whatChange, language))
        case "verify": turn.say(flows.text(.verifyAsk, language))
        default:
            guard let item = flows.slot(asking, in: definition.id) else { return }
            turn.say(item.ask.text(in: language))
            offer(item, &turn)
        }
    }

    /// Choices to tap, with their numbers.
    func offer(_ item: SlotDefinition, _ turn: inout GuidedTurn) {
        guard !item.choices.isEmpty, item.choices.count <= 9 else { return }
        let titles = item.choices.map { $0.title.text(in: turn.language) }
        turn.answer.quickReplies = titles
        turn.say(titles.enumerated().map { "\($0.offset + 1) \($0.element)" }.joined(separator: "\n"))
    }

    // MARK: Rules

    /// A rule that is broken for certain ends the flow before anything more is asked.
    private func isRejected(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) -> Bool {
        guard let flow = state.flow else { return false }
        let account = flow.slots["account_no"]?.text.flatMap { try? AccountNumber($0) }
        let region = flow.slots["region"]?.text.flatMap(Region.init(rawValue:)) ?? state.region ?? account?.region(by: flows.prefixes)
        for rule in definition.rules.compactMap(BusinessRule.init(rawValue:)) {
            let verdict = rule.verdict(flow.slots, region: region, today: turn.moment.day, figures: book.figures)
            guard case .rejected(let key, let values) = verdict else { continue }
            turn.say(ruleText(key, values, turn.language))
            finish(flow, .rejected, &turn)
            remember(flow, &state)
            state.flow = nil
            return true
        }
        return false
    }

    /// False if the flow ended by a rule.
    private func checkRules(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) -> Bool {
        guard var flow = state.flow else { return false }
        var region = flow.slots["region"]?.text.flatMap(Region.init(rawValue:)) ?? state.region
        if let account = (flow.slots["account_no"]?.text).flatMap({ try? AccountNumber($0) }),
            let own = account.region(by: flows.prefixes)
        {
            if let said = region, !Self.isSame(own, said), flow.flags.insert("prefix_region").inserted {
                // A prefix that does not fit asks, never blocks.
                turn.say(flows.text(.prefixRegion, turn.language, ["region": regionNames[own]?.text(in: turn.language) ?? own.rawValue]))
            }
            region = region ?? own
        }
        for name in definition.rules {
            guard let rule = BusinessRule(rawValue: name) else { continue }
            switch rule.verdict(flow.slots, region: region, today: turn.moment.day, figures: book.figures) {
            case .fine: continue
            case .tell(let key, let values):
                if flow.flags.insert(name).inserted { turn.say(ruleText(key, values, turn.language)) }
            case .doubtful(let key, let values):
                if flow.flags.insert(name).inserted {
                    turn.say(ruleText(key, values, turn.language))
                    turn.say(flows.text(.flagged, turn.language))
                    flow.notes.append("[\(name)]")
                }
            case .rejected(let key, let values):
                turn.say(ruleText(key, values, turn.language))
                finish(flow, .rejected, &turn)
                remember(flow, &state)
                state.flow = nil
                return false
            }
        }
        state.flow = flow
        return true
    }

    private static func isSame(_ one: Region, _ other: Region) -> Bool {
        let province: Set<Region> = [.guangdong, .guangzhou, .shenzhen]
        if one == other { return true }
        return province.contains(one) && province.contains(other) && (one == .guangdong || other == .guangdong)
    }

    private func ruleText(_ key: String, _ values: [String: String], _ language: Language) -> String {
        values.reduce(flows.ruleWords[key]?.text(in: language) ?? "") { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    // MARK: Verification

    private func needsVerification(_ definition: Flow, _ flow: FlowState, _ state: DialogueState) -> Bool {
        guard definition.service == .lookUp, definition.required.contains(["account_no"]), let account = flow.slots["account_no"]?.text
        else { return false }
        return state.verification?.account != account
    }

    func verification(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard var flow = state.flow, let account = flow.slots["account_no"]?.text else { return }
        let utterance = turn.utterance
        // Another account number is a correction.
        let changed = correct(&flow, definition, turn, state, isForced: false)
        if !changed.isEmpty {
            state.flow = flow
            step(definition, &turn, &state)
            return
        }
        guard let secret = Self.lastFour(utterance) else {
            if Phrases.unknown.matches(utterance) || Phrases.no.matches(utterance) {
                turn.say(flows.text(.needsPerson, turn.language))
                handOff(
                    .init(office: .front, queue: "identity", priority: .normal, reason: "verify", summary: ""), &turn, &state)
                return
            }
            let side =
                turn.understanding.decision == .accept && turn.utterance.isQuestion
                ? turn.understanding.intents.filter { !$0.hasPrefix("dialog.") && flows.flows[$0] == nil } : []
            if !side.isEmpty { answerQuestions(Array(side.prefix(1)), &turn, &state); ask(definition, &turn, &state); return }
            flow.misses += 1
            state.flow = flow
            if flow.misses >= Self.misses { offerPerson(definition, &turn, &state) } else { ask(definition, &turn, &state) }
            return
        }
        switch turn.desk.perform(.verify(account: account, secret: secret)) {
        case .verified(let kind):
            state.verification = Verification(account: account, secret: kind, lastUsed: turn.moment)
            flow.fill("verify", .text(kind.rawValue))
            flow.asking = nil
            state.flow = flow
            step(definition, &turn, &state)
        case .locked(let seconds):
            turn.say(flows.text(seconds > 1800 ? .verifyStopped : .verifyLocked, turn.language))
            finish(flow, .refused, &turn)
            state.flow = nil
        case .outOfReach:
            turn.say(flows.text(.unavailable, turn.language))
            finish(flow, .refused, &turn)
            state.flow = nil
        default:
            flow.misses += 1
            state.flow = flow
            turn.say(flows.text(.verifyFailed, turn.language))
            turn.isAsked = true
            if flow.misses >= Self.misses { state.offer = .person; turn.say(flows.text(.offerPerson, turn.language)) }
        }
    }

    /// Four digits (the last may be an X), alone, after words, or at the end of a whole number that nobody asked for.
    static func lastFour(_ utterance: Utterance) -> String? {
        var run = "", runs: [String] = []
        for scalar in utterance.folded.unicodeScalars {
            if ("0"..."9").contains(scalar) || (scalar == "x" && run.count == 3) {
                run.unicodeScalars.append(scalar)
            } else if scalar != " " {
                if !run.isEmpty { runs.append(run) }
                run = ""
            }
        }
        if !run.isEmpty { runs.append(run) }
        if let four = runs.first(where: { $0.count == 4 }) { return four.uppercased() }
        if let long = runs.first(where: { $0.count == 11 || $0.count == 18 || $0.count == 17 }) {
            return String(long.suffix(4)).uppercased()
        }
        for entity in utterance.understanding.entities where entity.kind == .number {
            if case .number(let text) = entity.value, text.count == 4, text.allSatisfy(\.isNumber) { return text }
        }
        return nil
    }

    // MARK: Ends

    /// Keeps what holds in a later task too.
    func remember(_ flow: FlowState, _ state: inout DialogueState) {
        for slot in ["phone", "address", "account_no"] {
            guard let value = flow.slots[slot], value != .text("none") else { continue }
            if slot == "phone" || slot == "account_no" || flow.flow.hasPrefix("outage.") { state.known[slot] = value }
        }
    }

    /// Carries out what the flow is for.
    func perform(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard let flow = state.flow else { return }
        remember(flow, &state)
        switch definition.service {
        case .createOrder, .lead, .rate: openOrder(definition, &turn, &state)
        case .lookUp: lookUp(definition, &turn, &state)
        case .calculate: calculate(definition, &turn, &state)
        case .handOff: handOver(definition, &turn, &state)
        case .language: setLanguage(definition, &turn, &state)
        case .answer, .catalogue, .payment, .recognize: answered(definition, &turn, &state)
        }
    }

    private func setLanguage(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard let flow = state.flow else { return }
        state.flow = nil
        if let language = flow.slots["lang"]?.text.flatMap(Language.init(rawValue:)) {
            state.fixedLanguage = language
            state.language = language
            turn.language = language
            turn.say(book.text(.languageSet, language))
        } else {
            turn.say(flows.text(.languages, turn.language))
        }
        finish(flow, .answered, &turn)
    }

    /// The intent's own reply ends the flow.
    func answered(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard let flow = state.flow else { return }
        state.flow = nil
        let said = accepted([definition.id], turn.language, &state, turn.moment.day)
        turn.say(said.text)
        turn.answer.sources += said.sources
        if turn.answer.quickReplies.isEmpty { turn.answer.quickReplies = said.quickReplies }
        finish(flow, .answered, &turn)
    }

    private func calculate(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard let flow = state.flow else { return }
        let call = ServiceCall.calculate(flow: definition.id, slots: flow.slots, language: turn.language)
        guard case .told(let text, let amounts, let sources) = turn.desk.perform(call) else {
            answered(definition, &turn, &state)
            return
        }
        state.flow = nil
        turn.say(text)
        turn.answer.amounts = amounts
        turn.answer.sources += sources
        if let line = book.sourceLine(sources, turn.language) { turn.say(line) }
        finish(flow, .answered, &turn)
    }

    private func openOrder(_ definition: Flow, _ turn: inout GuidedTurn, _ state: inout DialogueState) {
        guard let flow = state.flow else { return }
        let request = OrderDraft(
            kind: definition.id, slots: flow.slots, customer: state.verification?.account, priority: flow.priority,
            key: "\(definition.id)#\(state.flowsBegun)",
            office: definition.offices.count > 1 ? definition.offices[1] : definition.offices.first ?? .front,
            escalateTo: definition.offices.count > 2 ? definition.offices[2] : nil, notes: flow.notes)
        guard case .order(var receipt?) = turn.desk.perform(.open(request)) else {
            turn.say(flows.text(.unavailableOrders, turn.language))
            turn.isAsked = true
            return
        }
        state.flow = nil
        if receipt.isKnown, case .order(var urged?) = turn.desk.perform(.urge(id: receipt.id)) {
            urged.isKnown = true
            receipt = urged
        }
        state.orders.append(receipt)
        turn.answer.orders.append(receipt)
        finish(flow, .submitted, &turn, order: receipt.id)
        sayDone(definition, receipt, &turn)
        if let phone = flow.slots["phone"]?.text, case .count(let contacts) = turn.desk.perform(.contacts(phone: phone)), contacts >= 4 {
            state.offer = .person
            turn.say(flows.text(.offerPerson, turn.language))
        }
        if definition.service == .rate, let score = flow.slots["score"]?.number {
            turn.say(flows.text(score <= 2 ? .ratingLow : .ratingThanks, turn.language, ["score": SlotReader.plain(score)]))
        }
    }

    private func sayDone(_ definition: Flow, _ receipt: OrderReceipt, _ turn: inout GuidedTurn) {
        let language = turn.language
        let due = receipt.due.map { Self.clock($0, language) } ?? ""
        if receipt.priority == .urgent { turn.say(flows.text(.outageUrgent, language)) }
        if receipt.isKnown {
            turn.say(flows.text(.known, language, ["order": receipt.id]))
            return
        }
        let done = definition.done.map { render($0, &turn) } ?? ""
        let head: FlowWords = due.isEmpty || done.contains("{due}") ? .confirmedNoLimit : .confirmedOrder
        if definition.service != .rate { turn.say(flows.text(head, language, ["order": receipt.id, "due": due])) }
        // A sentence about a limit falls away where there is none.
        for line in done.split(separator: "\n") where !due.isEmpty || !line.contains("{due}") {
            turn.say(String(line).replacing("{due}", with: due).replacing("{order}", with: receipt.id))
        }
    }

    /// A wording of the flow with its figures in place.
    func render(_ wording: Wording, _ turn: inout GuidedTurn) -> String {
        // Braces that name no figure are filled later.
        let text = wording.text(in: turn.language)
            .replacing("{due}", with: "\u{1}").replacing("{order}", with: "\u{2}")
        let rendered = book.render(text, turn.language, on: turn.moment.day)
        turn.answer.sources += rendered.sources.filter { !turn.answer.sources.contains($0) }
        return rendered.text.replacing("\u{1}", with: "{due}").replacing("\u{2}", with: "{order}")
    }

    /// A moment as a customer reads it.
    static func clock(_ moment: Moment, _ language: Language) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return language == .en
            ? "\(moment.clock) on \(moment.day.day) \(months[moment.day.month - 1])"
            : "\(moment.day.month)月\(moment.day.day)日 \(moment.clock)"
    }
}
