package import PowerDomain
package import TextAnalysis

/// Understands a message: safety patterns, patterns, n-grams, then one decision that accepts, asks back or refuses.
///
/// Immutable and shared; what a call needs besides is a `Workspace` of the calling thread.
package struct IntentClassifier: Sendable {
    package let rules: PatternRules
    package let ngrams: TextClassifier
    private let languages = LanguageDetector()
    private let entities = EntityFinder()
    let dangerDetector: Int?
    private let shockLane: Int?
    private let hazardLane: Int?
    private let kindOfDetector: [(detector: Int, kind: String)]

    /// Name of the detector that is trained on all lines about danger.
    package static let dangerDetectorName = "danger"
    /// The label of what is no business of ours.
    package static let outOfScope = "oos"
    package static let electricShock = "safety.electric_shock"
    package static let hazardReport = "safety.hazard_report"

    package init(rules: PatternRules, ngrams: TextClassifier) {
        self.rules = rules
        self.ngrams = ngrams
        let detectors = ngrams.model.header.detectors
        dangerDetector = detectors.firstIndex(of: Self.dangerDetectorName)
        shockLane = ngrams.lanes.lane(of: Self.electricShock)
        hazardLane = ngrams.lanes.lane(of: Self.hazardReport)
        let prefix = Self.outOfScope + "/"
        kindOfDetector = detectors.enumerated().filter { $0.element.hasPrefix(prefix) }.map {
            ($0.offset, String($0.element.dropFirst(prefix.count)))
        }
    }

    /// Memory that is reused from message to message.
    package struct Workspace: ~Copyable {
        package internal(set) var text = FoldedText()
        var patterns = PatternSet.Workspace()
        var scoring: TextClassifier.Workspace
        var clause = FoldedText()

        init(_ ngrams: TextClassifier) { scoring = ngrams.makeWorkspace() }
    }

    package func makeWorkspace() -> Workspace { Workspace(ngrams) }

    /// What to look for beside the intent, and what to reckon with.
    package struct Request: Sendable {
        package var today: CalendarDay
        /// The session's language, for a message without words.
        package var language: Language
        package var alternatives: Int
        /// Whether the things that the message names are looked for.
        package var wantsEntities: Bool

        package init(today: CalendarDay, language: Language = .zhHans, alternatives: Int = 2, wantsEntities: Bool = true) {
            self.today = today
            self.language = language
            self.alternatives = alternatives
            self.wantsEntities = wantsEntities
        }
    }

    /// Understands `message`; `work.text` then holds its folded form.
    package func understand(_ message: String, _ request: Request, _ work: inout Workspace) -> Understanding {
        work.text.assign(message)
        return understandText(request, &work)
    }

    /// The same for a message given as valid UTF-8.
    package func understand(utf8: UnsafeBufferPointer<UInt8>, _ request: Request, _ work: inout Workspace) -> Understanding {
        work.text.assign(utf8: utf8)
        return understandText(request, &work)
    }

    private func understandText(_ request: Request, _ work: inout Workspace) -> Understanding {
        guard !work.text.isEmpty else { return .nothing(request.language) }
        let hits = rules.set.hits(in: work.text, &work.patterns)
        let seen = WatchedWords.standard.seen(work.patterns.watched)
        let language = languages.language(of: work.text, cantoneseWords: seen.cantonese) ?? request.language
        let reading = read(hits)
        var understanding: Understanding
        if let negation = reading.negation, let rest = remainder(without: negation, work.text, &work.patterns) {
            work.clause.assign(rest)
            understanding = judge(work.clause, read(rules.set.hits(in: work.clause, &work.patterns)), request, &work, language)
        } else {
            understanding = judge(work.text, reading, request, &work, language)
            if understanding.decision == .accept, understanding.danger?.isCertain != true,
                let cuts = Self.clauseCuts(work.text, connectiveEnds: seen.connectiveEnds)
            {
                addFurtherIntents(cuts, request, &work, &understanding)
            }
        }
        understanding.signals = reading.signals
        understanding.length = work.text.scalars.count
        if request.wantsEntities { understanding.entities = entities.find(in: work.text, today: request.today, cued: seen.recognizers) }
        return understanding
    }
}

// MARK: The decision

extension IntentClassifier {
    /// The matches of one text by what they mean.
    struct Reading {
        var intents: [(intent: String, rule: Int)] = []
        var outsideKind: (kind: String, rule: Int)?
        var danger: (intent: String, isCertain: Bool, rule: Int)?
        var dangerCase: String?
        var negation: Int?
        var signals: [String] = []
        var topic: (offers: [String], rule: Int)?
    }

    private func read(_ hits: [PatternSet.Hit]) -> Reading {
        var reading = Reading()
        for hit in hits {
            switch rules.rules[hit.pattern].meaning {
            case .intent(let intent):
                if !reading.intents.contains(where: { $0.intent == intent }) { reading.intents.append((intent, hit.pattern)) }
            case .outOfScope(let kind):
                if reading.outsideKind == nil || Self.urgentKinds.contains(kind) { reading.outsideKind = (kind, hit.pattern) }
            case .danger(let intent, let isCertain):
                if reading.danger == nil || (isCertain && reading.danger?.isCertain == false) {
                    reading.danger = (intent, isCertain, hit.pattern)
                }
            case .dangerCase(let name):
                if reading.dangerCase == nil { reading.dangerCase = name }
            case .topic(let offers):
                if reading.topic == nil { reading.topic = (offers, hit.pattern) }
            case .signal(let name):
                if !reading.signals.contains(name) { reading.signals.append(name) }
            case .negation:
                reading.negation = hit.pattern
            }
        }
        return reading
    }

    private func judge(
        _ text: FoldedText, _ reading: Reading, _ request: Request, _ work: inout Workspace, _ language: Language
    ) -> Understanding {
        let evidence = ngrams.score(text, &work.scoring)
        let inScope = ngrams.calibration.inScope(evidence)
        var guesses = ngrams.best(request.alternatives + 1, work.scoring).map {
            Understanding.Guess(intent: ngrams.labels[$0.label], confidence: $0.probability)
        }
        var because = Understanding.Evidence(
            layer: .ngrams, margin: evidence.margin, inScope: inScope, scopeThreshold: ngrams.calibration.scopeThreshold,
            clarifyThreshold: ngrams.calibration.clarifyThreshold)
        var decision = Understanding.Decision.accept
        let isUnclear = (guesses.first?.confidence ?? 0) < ngrams.calibration.clarifyThreshold
        if isUnclear || inScope < ngrams.calibration.scopeDoubt { decision = .clarify }
        if inScope < ngrams.calibration.scopeThreshold || work.scoring.scoring.known == 0 { decision = .reject }
        var outsideKind: String?
        if let outside = reading.outsideKind, Self.urgentKinds.contains(outside.kind) {
            decision = .reject
            outsideKind = outside.kind
            because.layer = .safety
            because.rule = rules.rules[outside.rule].name
        } else if let rule = choose(reading.intents, guesses) {
            promote(rules.intent(of: rule), to: 0.97, &guesses)
            decision = .accept
            because.layer = .pattern
            because.rule = rules.rules[rule].name
        } else if let topic = reading.topic {
            offer(topic.offers, &guesses)
            decision = .clarify
            because.layer = .pattern
            because.rule = rules.rules[topic.rule].name
        } else if let outside = reading.outsideKind, decision != .accept || inScope < Self.sureScope {
            decision = .reject
            outsideKind = outside.kind
            because.layer = .pattern
            because.rule = rules.rules[outside.rule].name
        }
        if let dangerDetector {
            because.dangerScore = ngrams.detection(dangerDetector, work.scoring).score
            because.dangerThreshold = ngrams.calibration.detectorDoubt[dangerDetector]
        }
        var danger = danger(reading, guesses, work.scoring, inScope)
        if danger == nil, reading.danger != nil { danger = dangerInClauses(of: text, reading, &work) }
        if let danger {
            if danger.isCertain {
                promote(danger.intent, to: 0.98, &guesses)
                decision = .accept
                outsideKind = nil
                because.layer = .safety
                because.rule = reading.danger.map { rules.rules[$0.rule].name }
            } else if decision == .reject {
                decision = .clarify
                promote(danger.intent, to: 0.5, &guesses)
                because.layer = .safety
            }
        }
        if decision == .reject, outsideKind == nil { outsideKind = kind(work.scoring) }
        return Self.assemble(guesses, decision, inScope, language, danger, outsideKind, because)
    }

    /// Kinds of other business that come before any of ours: a life may depend on the answer.
    package static let urgentKinds: Set<String> = ["crisis", "gas_leak"]

    /// A message this surely in scope is not refused by a pattern that names another trade.
    private static let sureScope: Float = 0.97

    /// How far below the detector's threshold a text may score whose words also match a doubtful safety pattern.
    private static let patternMargin: Float = 0.4

    /// Of the intents whose patterns matched the one that the n-grams favour; a lone one is taken as it is.
    private func choose(_ matched: [(intent: String, rule: Int)], _ guesses: [Understanding.Guess]) -> Int? {
        if matched.count < 2 { return matched.first?.rule }
        for guess in guesses { if let found = matched.first(where: { $0.intent == guess.intent }) { return found.rule } }
        return matched[0].rule
    }

    private func promote(_ intent: String, to confidence: Float, _ guesses: inout [Understanding.Guess]) {
        let known = guesses.firstIndex { $0.intent == intent }
        if known == 0, guesses[0].confidence >= confidence { return }
        if let known { guesses.remove(at: known) } else if guesses.count > 1 { guesses.removeLast() }
        let rest = guesses.reduce(0) { $0 + $1.confidence }
        let scale = rest > 0 ? min(1, (1 - confidence) / rest) : 0
        guesses =
            [Understanding.Guess(intent: intent, confidence: confidence)]
            + guesses.map { Understanding.Guess(intent: $0.intent, confidence: $0.confidence * scale) }
    }

    /// Puts the offered intents in the order of their probability, in place of the guesses.
    private func offer(_ intents: [String], _ guesses: inout [Understanding.Guess]) {
        let known = Dictionary(guesses.map { ($0.intent, $0.confidence) }) { first, _ in first }
        let offered = intents.enumerated().map { place, intent in
            (Understanding.Guess(intent: intent, confidence: known[intent] ?? 0), place)
        }
        guesses = offered.sorted { ($1.0.confidence, $0.1) < ($0.0.confidence, $1.1) }.map(\.0)
    }

    /// Danger by pattern, by the detector, or by the choice of intent; any one is enough for the safety words.
    private func danger(
        _ reading: Reading, _ guesses: [Understanding.Guess], _ scoring: borrowing TextClassifier.Workspace, _ inScope: Float
    ) -> Understanding.Danger? {
        guard let shockLane, let hazardLane, let dangerDetector else { return nil }
        let detection = ngrams.detection(dangerDetector, scoring)
        let scores = scoring.scoring.scores
        let likelier = scores[shockLane] > scores[hazardLane] ? Self.electricShock : Self.hazardReport
        let chosen = guesses.first.map { $0.intent == Self.electricShock || $0.intent == Self.hazardReport } ?? false
        let runnerUp = guesses.dropFirst().first {
            $0.intent == Self.electricShock || $0.intent == Self.hazardReport
        }
        let isCertain =
            reading.danger?.isCertain == true || detection.isSure
            || (chosen && reading.intents.isEmpty && inScope >= 0.5 && (guesses.first?.confidence ?? 0) > 0.5)
        let isNear = detection.score > ngrams.calibration.detectorDoubt[dangerDetector] - Self.patternMargin
        let isPossible =
            isCertain || (chosen && inScope >= 0.3) || (reading.danger != nil && isNear) || detection.isDoubtful
            || ((runnerUp?.confidence ?? 0) > 0.2 && inScope >= 0.6)
        guard isPossible else { return nil }
        let intent = reading.danger?.isCertain == true ? reading.danger?.intent ?? likelier : likelier
        let dangerCase = reading.dangerCase ?? (intent == Self.electricShock ? "shock" : "outdoor")
        return Understanding.Danger(intent: intent, dangerCase: dangerCase, isCertain: isCertain)
    }

    /// The kind of other business that the detectors favour, nil if none is likely.
    private func kind(_ scoring: borrowing TextClassifier.Workspace) -> String? {
        var best: (kind: String, score: Float)?
        for (detector, kind) in kindOfDetector {
            let score = ngrams.detection(detector, scoring).score
            if score > best?.score ?? -0.3 { best = (kind, score) }
        }
        return best?.kind
    }

    private static func assemble(
        _ guesses: [Understanding.Guess], _ decision: Understanding.Decision, _ inScope: Float, _ language: Language,
        _ danger: Understanding.Danger?, _ outsideKind: String?, _ because: Understanding.Evidence
    ) -> Understanding {
        guard decision == .reject, danger == nil else {
            return Understanding(
                intent: guesses.first?.intent ?? outOfScope, confidence: guesses.first?.confidence ?? 0, decision: decision,
                alternatives: Array(guesses.dropFirst()), intents: guesses.first.map { [$0.intent] } ?? [], language: language,
                danger: danger, outsideKind: outsideKind, evidence: because)
        }
        return Understanding(
            intent: outOfScope, confidence: 1 - inScope, decision: .reject, alternatives: guesses, intents: [outOfScope],
            language: language, danger: nil, outsideKind: outsideKind, evidence: because)
    }
}

extension PatternRules {
    /// The intent that rule `index` stands for; empty if it stands for something else.
    func intent(of index: Int) -> String {
        if case .intent(let intent) = rules[index].meaning { intent } else { "" }
    }
}

extension Understanding {
    /// What an empty message means.
    static func nothing(_ language: Language) -> Understanding {
        Understanding(
            intent: IntentClassifier.outOfScope, confidence: 1, decision: .reject, alternatives: [],
            intents: [IntentClassifier.outOfScope], language: language, outsideKind: "nonsense",
            evidence: Evidence(layer: .empty))
    }
}
