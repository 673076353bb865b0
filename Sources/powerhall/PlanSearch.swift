import TextAnalysis

/// Chooses n-gram orders and cost for a set of labelled lines by cross-validation on these lines alone.
struct PlanSearch {
    let samples: [TrainingSample]
    let background: String?

    private static let folds = 5

    /// The plan with the highest held-out accuracy; of equals the smaller one.
    func best(onProgress: (Double) -> Void) -> TrainingPlan {
        let hasHan = samples.prefix(200).contains { $0.text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        let views: [FeatureViews] =
            hasHan
            ? [
                FeatureViews(characters: 2, words: 2, pinyin: 0), FeatureViews(characters: 2, words: 2, pinyin: 1),
                FeatureViews(characters: 2, words: 2, pinyin: 2), FeatureViews(characters: 2, words: 2, pinyin: 2, pinyinWeight: 1),
                FeatureViews(characters: 3, words: 2, pinyin: 0), FeatureViews(characters: 3, words: 2, pinyin: 2),
                FeatureViews(characters: 3, words: 2, pinyin: 2, pinyinWeight: 1), FeatureViews(characters: 4, words: 2, pinyin: 2),
            ]
            : [
                FeatureViews(characters: 3, words: 2), FeatureViews(characters: 4, words: 2), FeatureViews(characters: 5, words: 2),
                FeatureViews(characters: 5, words: 1), FeatureViews(characters: 5, words: 0),
            ]
        var plan = plan(views[0], cost: 1), done = 0.0
        let costs: [Float] = [0.3, 0.6, 1.5, 3, 6, 12], steps = Double(views.count + costs.count)
        var bestScore = -1.0
        for view in views {
            consider(self.plan(view, cost: 1), &plan, &bestScore)
            done += 1
            onProgress(done / steps)
        }
        for cost in costs {
            consider(self.plan(plan.views, cost: cost), &plan, &bestScore)
            done += 1
            onProgress(done / steps)
        }
        return plan
    }

    private func plan(_ views: FeatureViews, cost: Float) -> TrainingPlan {
        TrainingPlan(
            views: views, background: background, cost: cost, evenness: 0, epochs: 12, minimumDocuments: 1, backgroundIsNegative: true,
            folds: Self.folds)
    }

    private func consider(_ candidate: TrainingPlan, _ best: inout TrainingPlan, _ bestScore: inout Double) {
        let trainer = ModelTrainer(plan: candidate, lexicon: .empty)
        let scores = trainer.crossValidate(samples, folds: Self.folds)
        let lanes = LaneScheme(candidate, samples)
        let card = ModelTrainer.scorecard(samples, scores, lanes, Calibration(), candidate)
        if card.accuracy > bestScore {
            bestScore = card.accuracy
            best = candidate
        }
    }
}
