package import LanguageUnderstanding
package import PowerDomain

/// Turns an understanding into an answer: pure, so that every branch is a short test.
package struct Responder: Sendable {
    package let book: ReplyBook

    package init(book: ReplyBook) { self.book = book }

    /// Misses in a row after which a person is offered.
    private static let missesBeforeOffer = 3
    /// Kinds of refusal after which the customer is no further.
    private static let missKinds: Set<String> = ["general", "nonsense", "near_miss"]
    /// Most intents of one message that are answered in one reply.
    private static let intentsInReply = 2

    /// The text that a message stands for: a number picks one of the last quick replies.
    package func expand(_ message: String, _ state: DialogueState) -> String {
        let digits = message.filter { !$0.isWhitespace && $0 != "." && $0 != "、" }
        guard digits.count <= 2, let number = digits.isEmpty ? nil : Int(Self.halfWidth(digits)),
            state.quickReplies.indices.contains(number - 1)
        else { return message }
        return state.quickReplies[number - 1]
    }

    private static func halfWidth(_ digits: String) -> String {
        String(String.UnicodeScalarView(digits.unicodeScalars.map { scalar in
            (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }))
    }

    /// Answers a message and moves the state on.
    package func answer(_ understanding: Understanding, _ state: inout DialogueState, on day: CalendarDay) -> Answer {
        let language = state.fixedLanguage ?? understanding.language
        state.language = language
        if let region = region(in: understanding) { state.region = region }
        var answer = body(understanding, language, &state, day)
        addSignals(understanding, language, &state, &answer)
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
        _ understanding: Understanding, _ language: Language, _ state: inout DialogueState, _ day: CalendarDay
    ) -> Answer {
        if let danger = understanding.danger { return dangerAnswer(danger, language, &state) }
        if let intent = followUp(understanding, state) {
            return accepted([intent], language, &state, day)
        }
        if isNumberAlone(understanding) {
            state.misses = 0
            return Answer(text: book.text(.numberAlone, language), language: language)
        }
        switch understanding.decision {
        case .accept: return accepted(understanding.intents, language, &state, day)
        case .clarify: return clarification(understanding, language, &state)
        case .reject: return refusal(understanding, language, &state, day)
        }
    }

    // MARK: Danger

    /// Safety words first; then where it is. Nothing before them.
    private func dangerAnswer(_ danger: Understanding.Danger, _ language: Language, _ state: inout DialogueState) -> Answer {
        let words = (book.safety[danger.dangerCase] ?? book.safety["outdoor"])?.text(in: language) ?? ""
        var answer = Answer(text: words + "\n" + book.text(.dangerQuestion, language), language: language)
        answer.finished = [FinishedFlow(flow: danger.intent, status: .answered)]
        state.misses = 0
        state.lastIntent = danger.intent
        return answer
    }

    // MARK: Answers

    private func accepted(_ intents: [String], _ language: Language, _ state: inout DialogueState, _ day: CalendarDay) -> Answer {
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
        guard understanding.danger == nil else { return }
        if understanding.signals.contains("secret") || understanding.entities.contains(where: { $0.kind == .bankCard && $0.valid }) {
            answer.text = book.text(.secretOffered, language) + "\n" + answer.text
        }
        if understanding.signals.contains("minor") { answer.text = book.text(.minor, language) + "\n" + answer.text }
        guard understanding.signals.contains("anger") else { return }
        state.angryTurns += 1
        let isRefused = answer.finished.contains { $0.status == .refused }
        if state.angryTurns >= 2 {
            answer.text += "\n" + book.text(.humanNow, language)
        } else if !isRefused {
            answer.text = book.text(.anger, language) + "\n" + answer.text
        }
    }
}
