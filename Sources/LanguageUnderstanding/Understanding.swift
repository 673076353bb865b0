package import PowerDomain

/// What a message means: the intents in it with how sure that is, its language, and the things it names.
package struct Understanding: Hashable, Sendable {
    /// The intent that the message is taken to have; `oos` when it is refused.
    package var intent: String
    /// Probability of `intent`, from 0 to 1.
    package var confidence: Float
    package var decision: Decision
    /// The best guesses after the first one.
    package var alternatives: [Guess]
    /// Every intent found in the message, in order.
    package var intents: [String]
    package var language: Language
    package var entities: [Entity] = []
    package var danger: Danger?
    /// For a refused message what kind of other business it is, where that is known: `other_utility`.
    package var outsideKind: String?
    /// What else the message shows: `anger`, `secret`, `minor`.
    package var signals: [String] = []
    /// How many characters the message has after folding.
    package var length = 0
    package var evidence: Evidence

    package enum Decision: String, Hashable, Sendable {
        case accept, clarify, reject
    }

    package struct Guess: Hashable, Sendable {
        package let intent: String
        package let confidence: Float

        package init(intent: String, confidence: Float) {
            self.intent = intent
            self.confidence = confidence
        }
    }

    /// A danger that the message reports, or may report.
    package struct Danger: Hashable, Sendable {
        /// `safety.electric_shock` or `safety.hazard_report`.
        package let intent: String
        /// Which words fit, a case of `models/safety.yaml`.
        package let dangerCase: String
        /// False: the safety words are said, and it is asked what is the matter.
        package let isCertain: Bool
    }

    /// Why the message was understood so.
    package struct Evidence: Hashable, Sendable {
        package enum Layer: String, Hashable, Sendable { case safety, pattern, ngrams = "n-grams", empty }
        package var layer: Layer
        /// The pattern that decided, if one did.
        package var rule: String?
        /// Lead of the best intent's score over the second's.
        package var margin: Float = 0
        /// Probability that the message is in scope, and the threshold below which it is refused.
        package var inScope: Float = 0
        package var scopeThreshold: Float = 0
        /// The threshold below which it is asked back.
        package var clarifyThreshold: Float = 0
        /// Score of the danger detector, and the score from which on it is in doubt.
        package var dangerScore: Float = 0
        package var dangerThreshold: Float = 0
    }
}
