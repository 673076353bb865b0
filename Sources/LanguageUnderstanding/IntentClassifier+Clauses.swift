internal import TextAnalysis

// Several requests in one message, and what a message denies.

extension IntentClassifier {
    /// Words that announce a further request.
    static let connectives = [
        "顺便", "另外", "还有", "同时", "同埋", "仲有", "顺手", "以及", "再帮", "再问", "再查", "也想", "还想", "还要", "并且", "另,",
        "also ", " and also", "by the way", "btw", "another thing", "and can you", "and could you", "plus ", "secondly", "as well as",
        "第二", "其次", "二来",
    ]

    /// Where a text is cut into clauses that may be requests of their own, in folded scalars; nil for a simple text.
    static func clauseCuts(_ text: FoldedText, connectiveEnds: [Int]) -> [Range<Int>]? {
        guard text.scalars.count >= 9 else { return nil }
        if connectiveEnds.isEmpty {
            var questions = 0
            for scalar in text.scalars where scalar == 0x3F { questions += 1 }
            guard questions >= 2 else { return nil }
        }
        var starts: [Int] = []
        for (index, scalar) in text.scalars.enumerated() {
            switch scalar {
            case 0x3F, 0x21, 0x2C, 0x3B, 0x3002, 0x3001: starts.append(index + 1)
            case 0x2E where index + 1 < text.scalars.count && text.scalars[index + 1] == 0x20: starts.append(index + 1)
            default: break
            }
        }
        var cuts: [Range<Int>] = [], from = 0
        for start in (starts + connectiveEnds + [text.scalars.count]).sorted() where start > from {
            if start - from >= 3 { cuts.append(from..<start); from = start } else if cuts.isEmpty { continue }
        }
        return cuts.count >= 2 && cuts.count <= 12 ? cuts : nil
    }

    /// Each clause for itself: a second intent counts only where its clause is clear and the whole knows it too.
    func addFurtherIntents(
        _ cuts: [Range<Int>], _ request: Request, _ work: inout Workspace, _ understanding: inout Understanding
    ) {
        var found: [String] = []
        for cut in cuts {
            guard let intent = clearIntent(of: cut, &work), !intent.hasPrefix("dialog.") else { continue }
            if found.last != intent, !found.contains(intent) { found.append(intent) }
        }
        guard found.count >= 2 || (found.count == 1 && found[0] != understanding.intent) else { return }
        if !found.contains(understanding.intent) {
            guard found.count >= 2 else { return }
        }
        guard found.count <= 4 else { return }
        understanding.intents = found
        if found[0] != understanding.intent {
            let former = Understanding.Guess(intent: understanding.intent, confidence: understanding.confidence)
            understanding.alternatives.removeAll { $0.intent == found[0] }
            understanding.alternatives.insert(former, at: 0)
            understanding.intent = found[0]
        }
    }

    /// Danger beside other business: a doubtful safety pattern matched, and a clause by itself reads like danger.
    func dangerInClauses(of text: FoldedText, _ reading: Reading, _ work: inout Workspace) -> Understanding.Danger? {
        guard let dangerDetector, let found = reading.danger else { return nil }
        var starts = [0]
        for (index, scalar) in text.scalars.enumerated() where [0x21, 0x2C, 0x3B, 0x3F, 0x3002, 0x3001].contains(scalar) {
            starts.append(index + 1)
        }
        starts.append(text.scalars.count)
        let whole = text
        for (start, end) in zip(starts, starts.dropFirst()) where end - start >= 3 && starts.count > 2 {
            var clause = FoldedText()
            clause.assign(whole.string(ofScalars: start..<end))
            _ = ngrams.score(clause, &work.scoring)
            let detection = ngrams.detection(dangerDetector, work.scoring)
            guard detection.isDoubtful else { continue }
            return Understanding.Danger(
                intent: found.intent, dangerCase: reading.dangerCase ?? (found.intent == Self.electricShock ? "shock" : "outdoor"),
                isCertain: detection.isSure)
        }
        return nil
    }

    /// The intent of a clause, if it is clear by itself.
    private func clearIntent(of cut: Range<Int>, _ work: inout Workspace) -> String? {
        work.clause.assign(work.text.string(ofScalars: cut))
        guard work.clause.scalars.count >= 3 else { return nil }
        let evidence = ngrams.score(work.clause, &work.scoring)
        guard ngrams.calibration.inScope(evidence) >= 0.6, let best = ngrams.best(1, work.scoring).first,
            best.probability >= 0.75
        else { return nil }
        return ngrams.labels[best.label]
    }

    /// The text without what rule `negation` says is not wanted; nil if nothing is left.
    func remainder(without negation: Int, _ text: FoldedText, _ patterns: inout PatternSet.Workspace) -> String? {
        guard let match = patterns.firstMatch(of: rules.set.patterns[negation], in: text), let denied = match.captures["no"]
        else { return nil }
        let kept = Array(text.utf8[..<match.range.lowerBound]) + Array(text.utf8[denied.upperBound...])
        return kept.count >= 6 ? String(decoding: kept, as: UTF8.self) : nil
    }
}
