/// What turns the scores of lanes into probabilities and decisions; fitted on texts that the scoring model had not seen.
package struct Calibration: Hashable, Sendable {
    /// How sharply scores become probabilities: p = softmax(sharpness × score).
    package var sharpness: Float = 4
    /// Weights of the logistic judgement of scope, in the order of `ScopeEvidence.values`; the first is the constant.
    package var scope: [Float] = []
    /// A text below this probability of being in scope is refused.
    package var scopeThreshold: Float = 0
    /// A text below this probability of being in scope is asked back rather than answered.
    package var scopeDoubt: Float = 0
    /// A text whose best label has less than this probability is asked back.
    package var clarifyThreshold: Float = 0
    /// Scores above which each detector is sure, and above which it is in doubt.
    package var detectorSure: [Float] = []
    package var detectorDoubt: [Float] = []

    package init() {}

    /// Probability that a text with this evidence belongs to one of the labels; 1 without a background.
    package func inScope(_ evidence: ScopeEvidence) -> Float {
        guard !scope.isEmpty else { return 1 }
        let values = evidence.values
        var sum: Float = 0
        for index in scope.indices { sum += scope[index] * values[index] }
        return FastMath.logistic(sum)
    }

    /// Probabilities of the labels with these scores.
    package func probabilities(_ scores: ArraySlice<Float>) -> [Float] {
        guard let best = scores.max() else { return [] }
        let powers = scores.map { Float(Arithmetic.exp(Double(sharpness * ($0 - best)))) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}

/// What the judgement of scope rests on.
package struct ScopeEvidence: Hashable, Sendable {
    /// Score of the best label, and its lead over the second.
    package let best: Float
    package let margin: Float
    /// Score of the background.
    package let background: Float
    /// Highest score of a detector of a kind of background.
    package let kind: Float
    /// Share of the text's features that are known.
    package let coverage: Float

    package init(best: Float, margin: Float, background: Float, kind: Float, coverage: Float) {
        self.best = best
        self.margin = margin
        self.background = background
        self.kind = kind
        self.coverage = coverage
    }

    /// The constant and the evidence, in the order of the weights.
    package var values: SIMD8<Float> { SIMD8(1, best, margin, background, kind, coverage, 0, 0) }
    package static let count = 6
}
