internal import Dispatch
internal import Synchronization

/// Trains an n-gram model: features, weights of all lanes, and the calibration of their scores.
package struct ModelTrainer {
    package let plan: TrainingPlan
    package let lexicon: ConceptLexicon
    /// Called with a share of the work done, from 0 to 1.
    package var onProgress: (Double) -> Void = { _ in }

    package init(plan: TrainingPlan, lexicon: ConceptLexicon) {
        self.plan = plan
        self.lexicon = lexicon
    }

    /// The bytes of the model file. The same samples in the same order give the same bytes.
    ///
    /// `supplement` is trained on but never calibrated on: titles, clauses of answers.
    package func train(_ samples: [TrainingSample], supplement: [TrainingSample] = [], fingerprint: String) -> [UInt8] {
        trainScoring(samples, supplement: supplement, fingerprint: fingerprint).bytes
    }

    /// The same, with the scores of the held-out texts that the calibration was fitted to.
    package func trainScoring(
        _ samples: [TrainingSample], supplement: [TrainingSample] = [], fingerprint: String
    ) -> (bytes: [UInt8], heldOut: Scorecard) {
        let lanes = LaneScheme(plan, samples), all = samples + supplement
        let keys = FeatureMatrix.keys(of: all.map(\.text), views: plan.views, lexicon: lexicon)
        onProgress(0.1)
        let heldOut = plan.folds > 1 ? heldOut(all, keys, scored: samples.count, lanes, folds: plan.folds) : []
        let calibration = heldOut.isEmpty ? Calibration() : Calibrator(plan: plan, lanes: lanes).fit(samples, heldOut)
        onProgress(0.6)
        var matrix = FeatureMatrix(keys: keys, views: plan.views, minimumDocuments: plan.minimumDocuments)
        var weights = Self.fit(matrix, all, lanes, plan)
        onProgress(0.8)
        if matrix.vocabulary.count > plan.maximumFeatures {
            matrix = matrix.keeping(strongest(weights, of: matrix), keys: keys)
            weights = Self.fit(matrix, all, lanes, plan)
        }
        onProgress(1)
        return (file(matrix, weights, lanes, calibration, fingerprint), Self.scorecard(samples, heldOut, lanes, calibration, plan))
    }

    /// What the calibrated scores of held-out texts amount to.
    package static func scorecard(
        _ samples: [TrainingSample], _ heldOut: [HeldOutScores], _ lanes: LaneScheme, _ calibration: Calibration, _ plan: TrainingPlan
    ) -> Scorecard {
        let outcomes = zip(samples, heldOut).map { sample, scores in
            let probabilities = calibration.probabilities(scores.lanes[..<lanes.labels.count])
            let order = probabilities.indices.sorted { (probabilities[$1], $0) < (probabilities[$0], $1) }.prefix(3)
            let inScope = calibration.inScope(lanes.evidence(scores.lanes, coverage: scores.coverage))
            let ranking = order.map { lanes.labels[$0] }, best = order.first.map { probabilities[$0] } ?? 0
            let decision: Outcome.Decision =
                inScope < calibration.scopeThreshold
                ? .reject
                : best < calibration.clarifyThreshold || inScope < calibration.scopeDoubt ? .clarify(offered: ranking) : .accept
            return Outcome(
                truth: [sample.label], ranking: ranking, confidence: Double(best), inScope: Double(inScope), decision: decision,
                found: Array(ranking.prefix(1)))
        }
        return Scorecard(outcomes, known: Set(lanes.labels), background: plan.background ?? "")
    }

    /// Scores every sample by a model that has not seen its author's texts (or, without authors, its own part).
    package func crossValidate(_ samples: [TrainingSample], supplement: [TrainingSample] = [], folds: Int) -> [HeldOutScores] {
        let lanes = LaneScheme(plan, samples), all = samples + supplement
        let keys = FeatureMatrix.keys(of: all.map(\.text), views: plan.views, lexicon: lexicon)
        return heldOut(all, keys, scored: samples.count, lanes, folds: folds)
    }

    private static func fit(
        _ matrix: FeatureMatrix, _ samples: [TrainingSample], _ lanes: LaneScheme, _ plan: TrainingPlan
    ) -> LinearTrainer.Weights {
        let (positive, negative) = lanes.costs(samples, plan)
        return LinearTrainer(
            targets: samples.map { lanes.targets($0, plan) }, positiveCost: positive, negativeCost: negative,
            epochs: plan.epochs
        ).train(matrix)
    }

    // MARK: Held-out scores

    private func heldOut(
        _ samples: [TrainingSample], _ keys: [[UInt64]], scored: Int, _ lanes: LaneScheme, folds: Int
    ) -> [HeldOutScores] {
        let parts = Self.parts(Array(samples.prefix(scored)), folds)
        // Each part is computed alone, so the result does not depend on how many run at once.
        let slots = Slots<[(Int, HeldOutScores)]>(count: folds)
        let plan = plan
        DispatchQueue.concurrentPerform(iterations: folds) { part in
            slots.set(part, Self.score(part, of: parts, samples, keys, scored, lanes, plan))
        }
        var scores = [HeldOutScores](repeating: HeldOutScores(lanes: [], coverage: 0), count: scored)
        for part in 0..<folds { for (index, score) in slots.value(part) ?? [] { scores[index] = score } }
        return scores
    }

    /// The scores of one part by a model that was trained on the others.
    private static func score(
        _ part: Int, of parts: [Int], _ samples: [TrainingSample], _ keys: [[UInt64]], _ scored: Int, _ lanes: LaneScheme,
        _ plan: TrainingPlan
    ) -> [(Int, HeldOutScores)] {
        let training = samples.indices.filter { $0 >= scored || parts[$0] != part }
        let testing = (0..<scored).filter { parts[$0] == part }
        let matrix = FeatureMatrix(
            keys: training.map { keys[$0] }, views: plan.views, minimumDocuments: plan.minimumDocuments)
        let weights = fit(matrix, training.map { samples[$0] }, lanes, plan)
        let unseen = FeatureMatrix(keys: testing.map { keys[$0] }, like: matrix)
        return testing.enumerated().map { row, index in
            let known = unseen.starts[row + 1] - unseen.starts[row]
            let coverage = keys[index].isEmpty ? 0 : Float(known) / Float(keys[index].count)
            return (index, HeldOutScores(lanes: weights.scores(unseen, row: row), coverage: coverage))
        }
    }

    /// Authors are dealt to the parts, largest first to the smallest part; samples of nobody in turn, label by label.
    static func parts(_ samples: [TrainingSample], _ folds: Int) -> [Int] {
        var sizes: [String: Int] = [:]
        for sample in samples where !sample.author.isEmpty { sizes[sample.author, default: 0] += 1 }
        var load = [Int](repeating: 0, count: folds), partOf: [String: Int] = [:]
        for (author, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            let part = load.indices.min { load[$0] < load[$1] } ?? 0
            partOf[author] = part
            load[part] += size
        }
        var turn: [String: Int] = [:]
        return samples.map { sample in
            if let part = partOf[sample.author], sizes.count >= folds { return part }
            defer { turn[sample.label, default: 0] += 1 }
            return turn[sample.label, default: 0] % folds
        }
    }

    // MARK: The file

    /// Columns of the features whose largest weight is largest, in ascending order.
    private func strongest(_ weights: LinearTrainer.Weights, of matrix: FeatureMatrix) -> [Int] {
        let strength = matrix.vocabulary.indices.map { feature in
            var most: Float = 0
            for lane in 0..<weights.lanes { most = max(most, abs(weights.weight(feature: feature, lane: lane))) }
            return most * matrix.importance[feature]
        }
        let order = matrix.vocabulary.indices.sorted { (strength[$1], $0) < (strength[$0], $1) }
        return order.prefix(plan.maximumFeatures).sorted()
    }

    private func file(
        _ matrix: FeatureMatrix, _ weights: LinearTrainer.Weights, _ lanes: LaneScheme, _ calibration: Calibration,
        _ fingerprint: String
    ) -> [UInt8] {
        let count = matrix.vocabulary.count
        var values = [Float](repeating: 0, count: count * weights.lanes), most: Float = 0
        for feature in 0..<count {
            for lane in 0..<weights.lanes {
                let value = weights.weight(feature: feature, lane: lane) * matrix.importance[feature]
                values[feature * weights.lanes + lane] = value
                most = max(most, abs(value))
            }
        }
        let scale = most > 0 ? most / 127 : 1
        var slots = 16
        while slots * 2 < count * 3 { slots *= 2 }
        let header = NGramModel.Header(
            labels: lanes.labels, background: plan.background, detectors: plan.detectors.map(\.name), views: plan.views,
            fingerprint: fingerprint, scale: scale,
            bias: (0..<weights.lanes).map { weights.weight(feature: weights.features, lane: $0) },
            calibration: calibration, features: count, slotCount: slots)
        // Common features come first: what most texts need then lies together, near the processor.
        let order = (0..<count).sorted { (matrix.importance[$0], $0) < (matrix.importance[$1], $1) }
        return ModelFile.write(header, keys: order.map { matrix.vocabulary[$0] }, importance: order.map { matrix.importance[$0] }) {
            row, lane in
            Int8(max(-127, min(127, (values[order[row] * weights.lanes + lane] / scale).rounded())))
        }
    }
}

/// Scores of one text by a model that was trained without it.
package struct HeldOutScores: Hashable, Sendable {
    package let lanes: [Float]
    package let coverage: Float
}

/// Results of parallel work, each in its own slot.
private final class Slots<Value: Sendable>: Sendable {
    private let values: Mutex<[Value?]>
    init(count: Int) { values = Mutex([Value?](repeating: nil, count: count)) }
    func set(_ index: Int, _ value: Value) { values.withLock { $0[index] = value } }
    func value(_ index: Int) -> Value? { values.withLock { $0[index] } }
}
