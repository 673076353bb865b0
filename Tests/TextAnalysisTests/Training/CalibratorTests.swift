import Testing

@testable import TextAnalysis

@Suite("Fitting the calibration")
struct CalibratorTests {
    private func sample(_ label: String) -> TrainingSample { TrainingSample(text: "", label: label) }

    private func fit(_ samples: [(label: String, lanes: [Float])], plan: TrainingPlan) -> Calibration {
        let texts = samples.map { sample($0.label) }
        let lanes = LaneScheme(plan, texts)
        return Calibrator(plan: plan, lanes: lanes).fit(texts, samples.map { HeldOutScores(lanes: $0.lanes, coverage: 1) })
    }

    private let views = FeatureViews(characters: 1, words: 0)

    @Test("the sharpness is the one under which the labels are most likely")
    func sharpness() {
        // Three of four texts are right by a lead of 0.5: p = 3/4 needs sharpness × 0.5 = ln 3.
        let samples = (0..<40).map { (label: $0 % 4 == 0 ? "b" : "a", lanes: [Float(0.5), 0]) }
        #expect(abs(fit(samples, plan: TrainingPlan(views: views)).sharpness - 2 * 1.0986123) < 0.01)
    }

    @Test("scores that separate well are sharpened to the limit, useless ones little")
    func limits() {
        let clear = (0..<20).map { (label: $0 % 2 == 0 ? "a" : "b", lanes: $0 % 2 == 0 ? [Float(1), 0] : [0, 1]) }
        let useless = (0..<20).map { (label: $0 % 2 == 0 ? "a" : "b", lanes: [Float(1), 0]) }
        #expect(fit(clear, plan: TrainingPlan(views: views)).sharpness > 10)
        #expect(fit(useless, plan: TrainingPlan(views: views)).sharpness < 0.6)
    }

    @Test("scope is judged by what tells the background from the labels")
    func scope() {
        var plan = TrainingPlan(views: views, background: "oos", falseRejects: 0.1)
        plan.folds = 2
        var samples: [(label: String, lanes: [Float])] = []
        for step in 0..<20 {
            let noise = Float(step) / 40
            samples.append(("a", [0.5 + noise, -1, -0.5 - noise]))
            samples.append(("b", [-1, 0.5 + noise, -0.5 - noise]))
            samples.append(("oos", [-0.5 - noise, -1, 0.5 + noise]))
        }
        let calibration = fit(samples, plan: plan)
        let inside = calibration.inScope(ScopeEvidence(best: 0.7, margin: 1.7, background: -0.7, kind: -2, coverage: 1))
        let outside = calibration.inScope(ScopeEvidence(best: -0.7, margin: 0.3, background: 0.7, kind: -2, coverage: 1))
        #expect(inside > 0.95 && outside < 0.05)
        #expect(calibration.scopeThreshold > outside)
        // The threshold lies at the fifth of forty: a tenth of the lines in scope scores below it.
        let lanes = LaneScheme(plan, samples.map { sample($0.label) })
        let scopes = samples.filter { $0.label != "oos" }.map { calibration.inScope(lanes.evidence($0.lanes, coverage: 1)) }
        #expect(scopes.count { $0 < calibration.scopeThreshold } <= 4)
    }

    @Test("a detector is sure above all but one in a thousand of the other texts")
    func detectors() {
        let plan = TrainingPlan(views: views, detectors: [.init(name: "d", positives: ["a"])])
        var samples: [(label: String, lanes: [Float])] = (0..<1000).map { ("b", [0, 1, -Float($0) / 1000]) }
        samples.append(("a", [1, 0, 2]))
        let calibration = fit(samples, plan: plan)
        #expect(calibration.detectorSure == [-0.001])
        #expect(calibration.detectorDoubt == [-0.008])
    }

    @Test("a logistic regression finds the boundary and its direction")
    func regression() {
        let rows = (0..<40).map { [1, Double($0) / 40] }
        let labels = rows.map { $0[1] >= 0.5 }
        let weights = LogisticRegression.fit(rows, labels)
        #expect(weights[1] > 0)
        #expect(abs(-weights[0] / weights[1] - 0.4875) < 0.02)
    }

    @Test("where all are alike the regression judges nothing")
    func oneClass() {
        #expect(LogisticRegression.fit([[1, 2], [1, 3]], [true, true]) == [0, 0])
        #expect(LogisticRegression.fit([], []) == [])
    }
}
