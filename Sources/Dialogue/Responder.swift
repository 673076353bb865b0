package import LanguageUnderstanding
package import PowerDomain

/// Turns an understanding into an answer: pure, so that every branch is a short test.
package struct Responder: Sendable {
    package let book: ReplyBook
    package let flows: FlowBook
    let regionNames: [Region: Wording]
    let reader = SlotReader()
    let values: ValueText

    package init(book: ReplyBook, flows: FlowBook = .empty, regionNames: [Region: Wording] = [:]) {
        self.book = book
        self.regionNames = regionNames
        self.flows = flows
        values = ValueText(flows)
    }

    /// Misses in a row after which a person is offered.
    private static let missesBeforeOffer = 3
    /// Kinds of refusal after which the customer is no further.
    private static let missKinds: Set<String> = ["general", "nonsense", "near_miss"]
    /// Most intents of one message that are answered in one reply.
    private static let intentsInReply = 2

    /// The text that a message stands for: a number or an ordinal picks one of the last quick replies.
    package func expand(_ message: String, _ state: DialogueState) -> String {
        // A number is an answer where a number is asked for.
        if let flow = state.flow, let slot = flow.asking, let form = flows.slot(slot, in: flow.flow)?.form, form.takesNumber {
            return message
        }
        guard let number = Self.choice(message), state.quickReplies.indices.contains(number - 1) else { return message }
        return state.quickReplies[number - 1]
    }

    /// The number that a message is: `2`, `２、`, `第二个`, `选3`.
    private static func choice(_ message: String) -> Int? {
        var text = String.UnicodeScalarView()
        for scalar in message.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19: if let digit = Unicode.Scalar(scalar.value - 0xFEE0) { text.append(digit) }
            default: if !scalar.properties.isWhitespace, !".、。,，)）".unicodeScalars.contains(scalar) { text.append(scalar) }
            }
        }
        let word = String(text).lowercased()
        if let number = ordinals[word] { return number }
        guard !word.isEmpty, word.utf8.count <= 2, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(word)
    }

    private static let ordinals: [String: Int] = {
        var ordinals: [String: Int] = [:]
        for (index, names) in [["一", "first"], ["二", "second"], ["三", "third"], ["四", "fourth"]].enumerated() {
            for form in [
                "第\(names[0])个", "第\(names[0])個", "第\(names[0])", "第\(index + 1)个", "第\(index + 1)個", "选\(index + 1)", "選\(index + 1)",
                "\(index + 1)号", "the\(names[1])one", "the\(names[1])", names[1],
            ] {
                ordinals[form] = index + 1
            }
        }
        return ordinals
    }()

    /// Answers a message and moves the state on.
    package func answer(
        _ understanding: Understanding, _ state: inout DialogueState, on day: CalendarDay, at minute: Int = 0, message: String = "",
        desk: any ServiceDesk = NoDesk()
    ) -> Answer {
        // A bare place or number has no language of its own.
        let spoken = Self.isDetailsOnly(understanding) ? state.language : understanding.language
        let language = state.fixedLanguage ?? (state.flow == nil ? spoken : steady(spoken, state.language, message))
        state.language = language
        if let region = region(in: understanding) { state.region = region }
        let utterance = Utterance(message, understanding), moment = Moment(day: day, minute: minute)
        if state.isWithPerson, understanding.danger == nil, !IntentClassifier.urgentKinds.contains(understanding.outsideKind ?? "") {
            return Answer(text: "", language: language)
        }
        let said = body(utterance, language, &state, moment, desk)
        var answer = said
        addSignals(understanding, answer.language, &state, &answer)
        if answer.handOff == nil, state.angryTurns >= 2 || understanding.signals.contains("legal"), !state.isHandedOff,
            understanding.signals.contains("anger") || understanding.signals.contains("legal") || understanding.outsideKind == "hostile"
        {
            let record = HandOff(
                office: .front, queue: "service", priority: .high, reason: understanding.signals.contains("legal") ? "legal" : "anger",
                summary: summary(state, utterance))
            answer.handOff = record
            state.isHandedOff = true
            _ = desk.perform(.handOff(record))
        }
        state.quickReplies = answer.quickReplies
        state.lastReply = answer.text
        return answer
    }

    /// The first words of a conversation.
    package func opening(_ state: inout DialogueState) -> Answer {
        let language = state.fixedLanguage ?? state.language
        var answer = Answer(text: book.text(.opening, language), language: language)
        answer.quickReplies = []
        state.lastReply = answer.text
        return answer
    }

    private func body(
        _ utterance: Utterance, _ language: Language, _ state: inout DialogueState, _ moment: Moment, _ desk: any ServiceDesk
    ) -> Answer {
        let understanding = utterance.understanding, day = moment.day, message = utterance.message
        // A lift or a ventilator has words of its own; a danger that a safety pattern names goes before them.
        let isNamedDanger = understanding.evidence.layer == .safety && understanding.evidence.rule != nil
        // Where the danger is was asked: the answer may sound like danger too.
        // And a place or a name that somebody was asked for is no danger because it only sounds like one.
        let isAnswer = understanding.danger?.isCertain == false && !isNamedDanger && asksForPlaceOrName(state)
        let isPlace = understanding.danger?.intent == state.flow?.flow && !isNamedDanger || isAnswer
        if let danger = understanding.danger, isNamedDanger || !Self.isFirst(understanding), !isPlace {
            var answer = dangerAnswer(danger, language, &state)
            interrupt(for: danger.intent, utterance, language, &state, moment, desk, &answer)
            state.awaitsPlace = flows.flows[danger.intent].map { $0.service == .handOff } ?? true
            return answer
        }
        let awaitsPlace = state.awaitsPlace
        state.awaitsPlace = false
        if IntentClassifier.urgentKinds.contains(understanding.outsideKind ?? "") {
            return refusal(understanding, language, &state, day)
        }
        if !awaitsPlace || state.flow != nil, !Self.isFirst(understanding) || understanding.decision == .accept,
            let answer = guide(utterance, language, &state, moment, desk)
        {
            return answer
        }
        if awaitsPlace, Self.mayBePlace(understanding) {
            let place = Self.place(understanding, message)
            var answer =
                placeTold(place, utterance, language, &state, moment, desk)
                ?? Answer(text: book.text(.dangerPlace, language, ["place": place]), language: language)
            offerResume(&answer, language, &state)
            return answer
        }
        if Self.isFirst(understanding), understanding.decision != .accept || understanding.danger != nil {
            return accepted(["outage.report"], language, &state, day)
        }
        if let intent = followUp(understanding, state) {
            return accepted([intent], language, &state, day)
        }
        if isNumberAlone(understanding) {
            state.misses = 0
            return Answer(text: book.text(.numberAlone, language), language: language)
        }
        if Self.isDetailsOnly(understanding), understanding.decision != .accept, state.lastIntent != nil {
            state.misses = 0
            return Answer(text: book.text(.detailNoted, language), language: language)
        }
        if let number = Self.choice(message), number > state.quickReplies.count, !state.quickReplies.isEmpty {
            let lines = state.quickReplies.enumerated().map { "\($0.offset + 1) \($0.element)" }
            var answer = Answer(text: ([book.text(.choiceUnknown, language)] + lines).joined(separator: "\n"), language: language)
            answer.quickReplies = state.quickReplies
            return answer
        }
        switch understanding.decision {
        case .accept: return accepted(understanding.intents, language, &state, day)
        case .clarify: return clarification(understanding, language, &state)
        case .reject: return refusal(understanding, language, &state, day)
        }
    }

    private func asksForPlaceOrName(_ state: DialogueState) -> Bool {
        guard let flow = state.flow, let slot = flow.asking, let form = flows.slot(slot, in: flow.flow)?.form else { return false }
        return [.address, .person, .company, .personOrCompany, .account, .phone, .city, .district].contains(form)
    }

    /// In the middle of a flow a short answer does not change the language.
    private func steady(_ spoken: Language, _ present: Language, _ message: String) -> Language {
        guard spoken != present else { return present }
        if spoken == .en {
            let words = message.split { $0.isWhitespace || $0 == "," || $0 == "." }.filter { $0.count >= 2 && $0.allSatisfy(\.isLetter) }
            return words.count >= 3 && !Utterance.isPinyin(message) ? .en : present
        }
        if present == .yue, spoken == .zhHant { return present }
        let han = message.unicodeScalars.count { (0x3400...0x9FFF).contains($0.value) }
        return han >= 4 ? spoken : present
    }

    // MARK: Danger

    /// Safety words first; then where it is. Nothing before them.
    private func dangerAnswer(_ danger: Understanding.Danger, _ language: Language, _ state: inout DialogueState) -> Answer {
        let words = (book.safety[danger.dangerCase] ?? book.safety["outdoor"])?.text(in: language) ?? ""
        var answer = Answer(text: words + "\n" + book.text(.dangerQuestion, language), language: language)
        answer.finished = [FinishedFlow(flow: danger.intent, status: .answered)]
        state.misses = 0
        state.lastIntent = danger.intent
        state.awaitsPlace = true
        return answer
    }

    /// Whether a message may answer the question where a danger is: it names a place, or nothing else was understood in it.
    private static func mayBePlace(_ understanding: Understanding) -> Bool {
        if understanding.length == 0 { return false }
        if isDetailsOnly(understanding) { return true }
        let isNothingElse = understanding.decision == .reject && missKinds.contains(understanding.outsideKind ?? "general")
        return isNothingElse || (understanding.decision != .accept && understanding.entities.contains { $0.kind == .address })
    }

    /// The place that a message names; the message itself only if no number or secret stands in it.
    private static func place(_ understanding: Understanding, _ message: String) -> String {
        let named = understanding.entities.compactMap { entity -> String? in
            guard entity.kind == .address || entity.kind == .city, case .text(let text) = entity.value else { return nil }
            return text
        }
        if !named.isEmpty { return named.joined(separator: " ") }
        let isPlain = understanding.signals.isEmpty && understanding.entities.allSatisfy { $0.kind == .count || $0.kind == .number }
        return isPlain ? String(message.prefix(60)).trimmingWhitespace : "…"
    }

    /// Whether words must come first although no danger is reported: a ventilator, a lift, over-voltage.
    private static func isFirst(_ understanding: Understanding) -> Bool {
        understanding.signals.contains { $0.hasPrefix("first.") }
    }

    /// Whether a message names places, numbers and people and says nothing else.
    static func isDetailsOnly(_ understanding: Understanding) -> Bool {
        let details: Set<EntityKind> = [.address, .city, .region, .phone, .accountNumber, .person, .email, .meterNumber, .orderNumber]
        guard !understanding.entities.isEmpty, understanding.entities.allSatisfy({ details.contains($0.kind) }) else { return false }
        let named = understanding.entities.reduce(0) { $0 + $1.range.count }
        return understanding.length <= named + 3
    }

    // MARK: Answers

    func accepted(_ intents: [String], _ language: Language, _ state: inout DialogueState, _ day: CalendarDay) -> Answer {
        state.misses = 0
        var parts: [String] = [], answer = Answer(text: "", language: language)
        for intent in intents.prefix(Self.intentsInReply) {
            guard let replies = book.intents[intent] else { continue }
            let wording = state.region.flatMap { replies.byRegion[$0] } ?? replies.reply
            let rendered = book.render(wording.text(in: language), language, on: day)
            parts.append(rendered.text)
            for source in rendered.sources where !answer.sources.contains(source) { answer.sources.append(source) }
            if answer.quickReplies.isEmpty, intents.count == 1 { answer.quickReplies = replies.quickReplies.texts(in: language) }
            if !intent.hasPrefix("dialog.") {
                answer.finished.append(FinishedFlow(flow: intent, status: .answered))
                state.lastIntent = intent
            }
        }
        answer.text = parts.joined(separator: "\n" + book.text(.also, language) + "\n")
        if let line = book.sourceLine(answer.sources, language) { answer.text += "\n" + line }
        return answer
    }

    private func clarification(_ understanding: Understanding, _ language: Language, _ state: inout DialogueState) -> Answer {
        state.misses += 1
        let intents = ([understanding.intent] + understanding.alternatives.map(\.intent)).filter { book.intents[$0] != nil }
        var choices: [String] = []
        for intent in intents.prefix(3) {
            let title = book.intents[intent]?.title.text(in: language) ?? ""
            if !title.isEmpty, !choices.contains(title) { choices.append(title) }
        }
        choices.append(book.text(.clarifyOther, language))
        let lines = choices.enumerated().map { "\($0.offset + 1) \($0.element)" }
        var answer = Answer(text: ([book.text(.clarify, language)] + lines).joined(separator: "\n"), language: language)
        answer.quickReplies = choices
        offerPerson(&answer, language, state)
        return answer
    }

    private func refusal(
        _ understanding: Understanding, _ language: Language, _ state: inout DialogueState, _ day: CalendarDay
    ) -> Answer {
        // A trade that is known not to be ours was understood; only what was not understood is a miss.
        if Self.missKinds.contains(understanding.outsideKind ?? "general") { state.misses += 1 } else { state.misses = 0 }
        let wording = understanding.outsideKind.flatMap { book.outside[$0] } ?? book.outside["general"]
        let rendered = book.render(wording?.text(in: language) ?? "", language, on: day)
        var answer = Answer(text: rendered.text, language: language)
        answer.sources = rendered.sources
        answer.finished = [FinishedFlow(flow: IntentClassifier.outOfScope, status: .refused)]
        offerPerson(&answer, language, state)
        return answer
    }

    private func offerPerson(_ answer: inout Answer, _ language: Language, _ state: DialogueState) {
        if state.misses >= Self.missesBeforeOffer { answer.text += "\n" + book.text(.humanOffer, language) }
    }

    // MARK: What the message carries besides

    /// Only a place was named after an answer that depends on the place: the same question for that place.
    private func followUp(_ understanding: Understanding, _ state: DialogueState) -> String? {
        guard region(in: understanding) != nil, let last = state.lastIntent, let replies = book.intents[last],
            !replies.byRegion.isEmpty, understanding.decision != .accept || understanding.confidence < 0.6,
            understanding.entities.allSatisfy({ $0.kind == .city || $0.kind == .region })
        else { return nil }
        return last
    }

    /// The region that a message names by city, province or account number's place.
    private func region(in understanding: Understanding) -> Region? {
        for entity in understanding.entities {
            guard case .text(let value) = entity.value else { continue }
            if entity.kind == .city, let region = book.regionOfCity[value] { return region }
            if entity.kind == .region, let region = Region(rawValue: value) { return region }
        }
        return nil
    }

    private func isNumberAlone(_ understanding: Understanding) -> Bool {
        understanding.decision != .accept && understanding.entities.count == 1
            && understanding.entities[0].kind == .accountNumber
    }

    /// Anger, a secret that nobody asked for, a child: acknowledged before the answer; the second angry turn gets a person.
    private func addSignals(
        _ understanding: Understanding, _ language: Language, _ state: inout DialogueState, _ answer: inout Answer
    ) {
        guard understanding.danger == nil || Self.isFirst(understanding), !state.awaitsPlace else { return }
        if understanding.signals.contains("secret") || understanding.entities.contains(where: { $0.kind == .bankCard && $0.valid }) {
            answer.text = book.text(.secretOffered, language) + "\n" + answer.text
        }
        if understanding.signals.contains("minor") { answer.text = book.text(.minor, language) + "\n" + answer.text }
        addAnger(understanding, language, &state, &answer)
        for signal in understanding.signals where signal.hasPrefix("first.") {
            let words = book.safety[String(signal.dropFirst("first.".count))]?.text(in: language) ?? ""
            answer.text = words + "\n" + answer.text
        }
    }

    /// Anger is acknowledged once; the second angry turn, a lawyer, the press get the way to a person at once.
    private func addAnger(
        _ understanding: Understanding, _ language: Language, _ state: inout DialogueState, _ answer: inout Answer
    ) {
        let isLegal = understanding.signals.contains("legal"), isHostile = understanding.outsideKind == "hostile"
        guard understanding.signals.contains("anger") || isHostile || isLegal else { return }
        state.angryTurns += 1
        if state.angryTurns >= 2 || isLegal {
            answer.text = isHostile ? book.text(.humanNow, language) : answer.text + "\n" + book.text(.humanNow, language)
        } else if !isHostile {
            answer.text = book.text(.anger, language) + "\n" + answer.text
        }
    }
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmingWhitespace: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
