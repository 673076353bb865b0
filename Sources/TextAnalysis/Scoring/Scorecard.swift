/// What a classifier did with one text of a test set.
package struct Outcome: Hashable, Sendable {
    /// Labels of the text: several where the line says `a+b`; only `oos` where it is out of scope.
    package let truth: [String]
    /// Labels by probability, best first, before the decision on scope (at least three).
    package let ranking: [String]
    /// Probability of the first.
    package let confidence: Double
    /// Probability of being in scope.
    package let inScope: Double
    package let decision: Decision
    /// Every label found in the text, in order.
    package let found: [String]
    package let language: String?
    package let style: String?

    package enum Decision: Hashable, Sendable {
        case accept, clarify(offered: [String]), reject
    }

    package init(
        truth: [String], ranking: [String], confidence: Double, inScope: Double, decision: Decision, found: [String],
        language: String? = nil, style: String? = nil
    ) {
        self.truth = truth
        self.ranking = ranking
        self.confidence = confidence
        self.inScope = inScope
        self.decision = decision
        self.found = found
        self.language = language
        self.style = style
    }
}

/// Counts of a test set as CONTRACT §1 ("What `evaluate` counts") defines them; fractions from 0 to 1.
package struct Scorecard: Sendable {
    package private(set) var lines = 0
    package private(set) var skipped = 0
    package private(set) var accuracy = 0.0
    package private(set) var top3 = 0.0
    package private(set) var macroF1 = 0.0
    package private(set) var accuracyDecided = 0.0
    package private(set) var calibrationError = 0.0
    package private(set) var clarified = 0.0
    package private(set) var outOfScope: OutOfScope?
    package private(set) var multi: Multi?
    package private(set) var byLanguage: [String: Part] = [:]
    package private(set) var byStyle: [String: Part] = [:]
    package private(set) var byLabel: [String: LabelScore] = [:]
    /// How often a text of the first label was taken for the second.
    package private(set) var confusions: [Confusion: Int] = [:]
    /// For each in-scope line whether its best label was right; for comparing two models on the same lines.
    package private(set) var hits: [Bool] = []

    package struct OutOfScope: Hashable, Sendable {
        package let lines: Int
        package let auroc: Double
        package let recall: Double
        package let falseRejects: Double
        package let recallAt5Percent: Double
    }

    package struct Multi: Hashable, Sendable {
        package let lines: Int
        package let exact: Double
        package let any: Double
    }

    package struct Part: Hashable, Sendable {
        package let lines: Int
        package let accuracy: Double
        package let accuracyDecided: Double
    }

    package struct LabelScore: Hashable, Sendable {
        package let lines: Int
        package let precision: Double
        package let recall: Double
        package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    package struct Confusion: Hashable, Sendable {
        package let truth: String
        package let guess: String
    }

    /// `known` are the labels of the model; the label of texts out of scope is `background`.
    package init(_ outcomes: [Outcome], known: Set<String>, background: String = "oos") {
        lines = outcomes.count
        let single = outcomes.filter { $0.truth.count == 1 }
        let inScope = single.filter { known.contains($0.truth[0]) && $0.truth[0] != background }
        let outside = single.filter { $0.truth[0] == background }
        let several = outcomes.filter { $0.truth.count > 1 && $0.truth.allSatisfy(known.contains) }
        skipped = lines - inScope.count - outside.count - several.count
        hits = inScope.map { $0.ranking.first == $0.truth[0] }
        accuracy = Self.share(inScope) { $0.ranking.first == $0.truth[0] }
        top3 = Self.share(inScope) { $0.ranking.prefix(3).contains($0.truth[0]) }
        accuracyDecided = Self.share(inScope, Self.isServed)
        clarified = Self.share(inScope) { if case .clarify = $0.decision { true } else { false } }
        calibrationError = Self.calibrationError(inScope)
        scoreLabels(inScope)
        byLanguage = Self.parts(inScope, \.language)
        byStyle = Self.parts(inScope, \.style)
        if !outside.isEmpty { outOfScope = Self.outOfScope(inScope, outside) }
        if !several.isEmpty {
            multi = Multi(
                lines: several.count, exact: Self.share(several) { Set($0.found) == Set($0.truth) },
                any: Self.share(several) { !Set($0.found).isDisjoint(with: $0.truth) })
        }
    }

    /// Whether the customer of an in-scope line got to the true label: accepted as it, or asked with it among the choices.
    private static func isServed(_ outcome: Outcome) -> Bool {
        switch outcome.decision {
        case .accept: outcome.ranking.first == outcome.truth[0]
        case .clarify(let offered): offered.contains(outcome.truth[0])
        case .reject: false
        }
    }

    private static func share(_ outcomes: [Outcome], _ condition: (Outcome) -> Bool) -> Double {
        outcomes.isEmpty ? 0 : Double(outcomes.count(where: condition)) / Double(outcomes.count)
    }

    private static func parts(_ outcomes: [Outcome], _ key: KeyPath<Outcome, String?>) -> [String: Part] {
        Dictionary(grouping: outcomes.filter { $0[keyPath: key] != nil }) { $0[keyPath: key] ?? "" }.mapValues { part in
            Part(
                lines: part.count, accuracy: share(part) { $0.ranking.first == $0.truth[0] },
                accuracyDecided: share(part, isServed))
        }
    }

    private mutating func scoreLabels(_ inScope: [Outcome]) {
        var truths: [String: Int] = [:], guesses: [String: Int] = [:], right: [String: Int] = [:]
        for outcome in inScope {
            let truth = outcome.truth[0], guess = outcome.ranking.first ?? ""
            truths[truth, default: 0] += 1
            guesses[guess, default: 0] += 1
            if truth == guess { right[truth, default: 0] += 1 } else { confusions[Confusion(truth: truth, guess: guess), default: 0] += 1 }
        }
        for (label, count) in truths {
            let hits = Double(right[label] ?? 0), guessed = Double(guesses[label] ?? 0)
            byLabel[label] = LabelScore(lines: count, precision: guessed == 0 ? 0 : hits / guessed, recall: hits / Double(count))
        }
        macroF1 = byLabel.isEmpty ? 0 : byLabel.values.reduce(0) { $0 + $1.f1 } / Double(byLabel.count)
    }

    /// Expected calibration error over ten bins of confidence (Naeini et al. 2015).
    private static func calibrationError(_ outcomes: [Outcome]) -> Double {
        let bins = Dictionary(grouping: outcomes) { min(9, Int($0.confidence * 10)) }
        return bins.values.reduce(0) { sum, bin in
            let confidence = bin.reduce(0) { $0 + $1.confidence } / Double(bin.count)
            return sum + abs(confidence - share(bin) { $0.ranking.first == $0.truth[0] }) * Double(bin.count)
        } / Double(max(1, outcomes.count))
    }

    private static func outOfScope(_ inScope: [Outcome], _ outside: [Outcome]) -> OutOfScope {
        func isRejected(_ outcome: Outcome) -> Bool { outcome.decision == .reject }
        let ascending = inScope.map(\.inScope).sorted()
        let threshold = ascending.isEmpty ? 0 : ascending[min(ascending.count - 1, Int(0.05 * Double(ascending.count)))]
        return OutOfScope(
            lines: outside.count, auroc: auroc(positives: outside.map { -$0.inScope }, negatives: inScope.map { -$0.inScope }),
            recall: share(outside, isRejected), falseRejects: share(inScope, isRejected),
            recallAt5Percent: share(outside) { $0.inScope < threshold })
    }

    /// Probability that a positive scores above a negative; ties count half.
    package static func auroc(positives: [Double], negatives: [Double]) -> Double {
        guard !positives.isEmpty, !negatives.isEmpty else { return 0 }
        let all = (positives.map { ($0, true) } + negatives.map { ($0, false) }).sorted { $0.0 < $1.0 }
        var rankSum = 0.0, index = 0
        while index < all.count {
            var end = index
            while end < all.count, all[end].0 == all[index].0 { end += 1 }
            let rank = Double(index + end + 1) / 2
            for item in all[index..<end] where item.1 { rankSum += rank }
            index = end
        }
        let count = Double(positives.count)
        return (rankSum - count * (count + 1) / 2) / (count * Double(negatives.count))
    }
}

/// Whether two models differ on the same lines: McNemar's exact test on the lines that only one of them got right.
package struct Significance: Hashable, Sendable {
    package let onlyFirst: Int
    package let onlySecond: Int
    /// Two-sided probability of a difference at least as large by chance.
    package let p: Double

    package init(_ first: [Bool], _ second: [Bool]) {
        onlyFirst = zip(first, second).count { $0 && !$1 }
        onlySecond = zip(first, second).count { !$0 && $1 }
        let total = onlyFirst + onlySecond, smaller = min(onlyFirst, onlySecond)
        var term = Arithmetic.exp(-Double(total) * Arithmetic.log(2)), sum = 0.0
        if term == 0 {
            // Beyond 2^-1000 the normal approximation serves.
            let z = (Double(total) / 2 - Double(smaller) - 0.5) / (Double(total).squareRoot() / 2)
            p = min(1, 2 * Arithmetic.exp(-z * z / 2) / (z * 2.5066 + 1))
            return
        }
        for k in 0...smaller {
            sum += term
            term = term * Double(total - k) / Double(k + 1)
        }
        p = min(1, 2 * sum)
    }
}
