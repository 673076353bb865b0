internal import TextAnalysis

/// Why a message was understood as it was, in full: enough to mend the data in a minute.
package struct Explanation: Hashable, Sendable {
    /// What an n-gram added to the score of the intent.
    package struct Contribution: Hashable, Sendable {
        package let text: String
        package let weight: Float
    }

    /// What decided: `safety`, `pattern`, `n-grams` or `empty`.
    package let layer: String
    package let rule: String?
    /// The n-grams that spoke most for the intent, then those against it.
    package let ngrams: [Contribution]
    package let margin: Float
    /// The score or probability that was needed.
    package let threshold: Float
    package let inScope: Float
    /// The intents that came nearest, with their probabilities.
    package let nearest: [Understanding.Guess]

    /// The same without n-grams that hold digits.
    package var withoutDigits: Explanation {
        Explanation(
            layer: layer, rule: rule, ngrams: ngrams.filter { !$0.text.contains(where: \.isNumber) }, margin: margin, threshold: threshold,
            inScope: inScope, nearest: nearest)
    }
}

extension IntentClassifier {
    /// Explains `understanding`; `work` must still hold its text.
    package func explain(_ understanding: Understanding, _ work: inout Workspace, count: Int = 8) -> Explanation {
        var extractor = FeatureExtractor(views: ngrams.model.header.views, lexicon: ngrams.lexicon)
        let lane = ngrams.lanes.lane(of: understanding.intent) ?? ngrams.lanes.backgroundLane
        var seen: Set<UInt64> = [], weights: [Explanation.Contribution] = [], known = 0
        for (key, name) in extractor.describe(work.text) where seen.insert(key).inserted {
            guard let weight = ngrams.model.weight(of: key, lane: lane) else { continue }
            known += 1
            weights.append(Explanation.Contribution(text: name, weight: weight))
        }
        weights.sort { ($1.weight, $0.text) < ($0.weight, $1.text) }
        let top = weights.prefix(count).filter { $0.weight > 0 } + weights.suffix(2).filter { $0.weight < 0 }
        let because = understanding.evidence
        return Explanation(
            layer: because.layer.rawValue, rule: because.rule, ngrams: top, margin: because.margin,
            threshold: understanding.decision == .reject ? because.scopeThreshold : because.clarifyThreshold,
            inScope: because.inScope,
            nearest: [Understanding.Guess(intent: understanding.intent, confidence: understanding.confidence)]
                + understanding.alternatives)
    }

    /// Explains a message that was understood earlier.
    package func explain(_ message: String, _ understanding: Understanding) -> Explanation {
        var work = makeWorkspace()
        work.assign(message)
        return explain(understanding, &work)
    }
}

extension IntentClassifier.Workspace {
    mutating func assign(_ message: String) { text.assign(message) }
}
