/// Which lane answers what: the labels in ascending order, the background, the detectors.
package struct LaneScheme: Sendable {
    package let labels: [String]
    package let hasBackground: Bool
    /// Detectors of kinds of the background, by lane.
    package let kindLanes: [Int]
    package let count: Int
    private let laneOf: [String: Int]

    package init(_ plan: TrainingPlan, _ samples: [TrainingSample]) {
        self.init(
            labels: Set(samples.map(\.label)).subtracting([plan.background ?? ""]).sorted(), background: plan.background,
            detectors: plan.detectors.map(\.name))
    }

    package init(labels: [String], background: String?, detectors: [String]) {
        self.labels = labels
        hasBackground = background != nil
        let first = labels.count + (background == nil ? 0 : 1)
        kindLanes = background.map { name in detectors.indices.filter { detectors[$0].hasPrefix(name + "/") }.map { $0 + first } } ?? []
        count = first + detectors.count
        laneOf = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    }

    package var backgroundLane: Int { labels.count }
    package func detectorLane(_ index: Int) -> Int { labels.count + (hasBackground ? 1 : 0) + index }
    package func lane(of label: String) -> Int? { laneOf[label] }

    /// +1, −1 or 0 for each lane.
    func targets(_ sample: TrainingSample, _ plan: TrainingPlan) -> [Int8] {
        var targets = [Int8](repeating: -1, count: count)
        let isBackground = sample.label == plan.background
        if let lane = laneOf[sample.label] { targets[lane] = 1 }
        if isBackground {
            targets[backgroundLane] = 1
            if !plan.backgroundIsNegative { for lane in labels.indices { targets[lane] = 0 } }
        }
        for (index, detector) in plan.detectors.enumerated() {
            let positive = detector.positives.contains(sample.label) || sample.kind.map(detector.positives.contains) ?? false
            targets[detectorLane(index)] = positive ? 1 : -1
        }
        return targets
    }

    /// Costs of each lane: rarer labels count more, as the plan says; background and detectors are not weighted.
    func costs(_ samples: [TrainingSample], _ plan: TrainingPlan) -> (positive: [Float], negative: [Float]) {
        var sizes = [Float](repeating: 0, count: labels.count)
        for sample in samples { if let lane = laneOf[sample.label] { sizes[lane] += 1 } }
        let mean = sizes.reduce(0, +) / Float(max(1, labels.count))
        var positive = [Float](repeating: plan.cost, count: count)
        for lane in labels.indices where sizes[lane] > 0 {
            let ratio = Double(mean / sizes[lane])
            positive[lane] = plan.cost * Float(Arithmetic.exp(Double(plan.evenness) * Arithmetic.log(ratio)))
        }
        return (positive, [Float](repeating: plan.cost, count: count))
    }

    /// What the judgement of scope rests on, from the scores of all lanes.
    @inline(__always)
    package func evidence(_ scores: [Float], coverage: Float) -> ScopeEvidence {
        var best = -Float.greatestFiniteMagnitude, second = best
        for lane in labels.indices {
            let score = scores[lane]
            if score > best { second = best; best = score } else if score > second { second = score }
        }
        var kind: Float = -2
        for lane in kindLanes { kind = max(kind, scores[lane]) }
        return ScopeEvidence(
            best: best, margin: labels.count > 1 ? best - second : 1,
            background: hasBackground ? scores[backgroundLane] : -2, kind: kind, coverage: coverage)
    }
}
