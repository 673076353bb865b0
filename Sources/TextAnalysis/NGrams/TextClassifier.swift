/// Chooses among the labels of a model and judges scope: the n-gram layer, for intents, documents and profiles alike.
package struct TextClassifier: Sendable {
    package let model: NGramModel
    package let lexicon: ConceptLexicon
    package let lanes: LaneScheme

    package init(model: NGramModel, lexicon: ConceptLexicon) {
        self.model = model
        self.lexicon = lexicon
        let header = model.header
        lanes = LaneScheme(labels: header.labels, background: header.background, detectors: header.detectors)
    }

    /// What classification needs from text to text; one for each thread.
    package struct Workspace {
        package fileprivate(set) var extractor: FeatureExtractor
        package fileprivate(set) var scoring = NGramModel.Workspace()
    }

    package func makeWorkspace() -> Workspace {
        Workspace(extractor: FeatureExtractor(views: model.header.views, lexicon: lexicon))
    }

    package var labels: [String] { lanes.labels }
    package var calibration: Calibration { model.header.calibration }

    /// Scores `text`; the lanes' scores then lie in `work.scoring`. Returns what scope is judged by.
    package func score(_ text: FoldedText, _ work: inout Workspace) -> ScopeEvidence {
        work.extractor.extract(text)
        model.score(work.extractor.keys, &work.scoring)
        return lanes.evidence(work.scoring.scores, coverage: work.scoring.coverage)
    }

    /// A label's index with its probability among the labels.
    package struct Guess: Hashable, Sendable {
        package let label: Int
        package let probability: Float
    }

    /// The `count` most probable labels of the text that was scored last, best first.
    package func best(_ count: Int, _ work: borrowing Workspace) -> [Guess] {
        let scores = work.scoring.scores
        guard !scores.isEmpty, count > 0 else { return [] }
        let top = Self.highest(min(count, labels.count), scores, labels.count)
        guard let lead = top.first?.score else { return [] }
        let sharpness = calibration.sharpness
        var total: Float = 0
        scores.withUnsafeBufferPointer { scores in
            for lane in 0..<inScopeLanes(scores) {
                let power = sharpness * (scores[lane] - lead)
                if power > -12 { total += FastMath.exp(power) }
            }
        }
        return top.map { Guess(label: $0.lane, probability: FastMath.exp(sharpness * ($0.score - lead)) / total) }
    }

    /// The lanes with the highest scores, best first: a pass for each, which for a few beats keeping a list.
    private static func highest(_ count: Int, _ scores: [Float], _ lanes: Int) -> [(lane: Int, score: Float)] {
        var top: [(lane: Int, score: Float)] = []
        top.reserveCapacity(count)
        var ceiling = Float.greatestFiniteMagnitude, ceilingLane = -1
        scores.withUnsafeBufferPointer { scores in
            for _ in 0..<count {
                var best = -Float.greatestFiniteMagnitude, lane = -1
                for index in 0..<lanes {
                    let score = scores[index]
                    // Equal scores come in the order of their lanes.
                    if score > best, score < ceiling || (score == ceiling && index > ceilingLane) { best = score; lane = index }
                }
                if lane < 0 { break }
                top.append((lane, best))
                ceiling = best
                ceilingLane = lane
            }
        }
        return top
    }

    private func inScopeLanes(_ scores: UnsafeBufferPointer<Float>) -> Int { min(scores.count, labels.count) }

    /// A detector's score for the text that was scored last, and how it is to be taken.
    package func detection(_ detector: Int, _ work: borrowing Workspace) -> (score: Float, isSure: Bool, isDoubtful: Bool) {
        let score = work.scoring.scores[lanes.detectorLane(detector)]
        return (score, score > calibration.detectorSure[detector], score > calibration.detectorDoubt[detector])
    }
}

/// Quick functions for probabilities that are only shown and compared with thresholds.
enum FastMath {
    @inline(__always)
    static func logistic(_ x: Float) -> Float {
        let power = exp(-abs(x))
        return x >= 0 ? 1 / (1 + power) : power / (1 + power)
    }

    /// e to the power of `x` for x ≤ 0, to about six digits.
    @inline(__always)
    static func exp(_ x: Float) -> Float {
        let scaled = max(x, -80) * 1.442695041
        let whole = scaled.rounded(.down)
        let rest = scaled - whole
        let power = 1 + rest * (0.6931472 + rest * (0.2402265 + rest * (0.0555041 + rest * (0.0096181 + rest * 0.0013333))))
        return power * Float(bitPattern: UInt32(Int(whole) + 127) << 23)
    }
}
