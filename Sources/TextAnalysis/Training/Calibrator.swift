/// Fits probabilities and thresholds to held-out scores.
package struct Calibrator {
    let plan: TrainingPlan
    let lanes: LaneScheme

    package init(plan: TrainingPlan, lanes: LaneScheme) {
        self.plan = plan
        self.lanes = lanes
    }

    /// Share of in-scope texts that are asked back for want of a clear lead.
    private static let clarifyShare = 0.12
    /// Share of all other texts for which a detector may be in doubt, and sure.
    private static let doubtShare = 0.008
    private static let sureShare = 0.001

    package func fit(_ samples: [TrainingSample], _ scores: [HeldOutScores]) -> Calibration {
        var calibration = Calibration()
        let inScope = samples.indices.filter { lanes.lane(of: samples[$0].label) != nil }
        calibration.sharpness = sharpness(samples, scores, inScope)
        if lanes.hasBackground {
            let evidence = samples.indices.map { lanes.evidence(scores[$0].lanes, coverage: scores[$0].coverage) }
            let isIn = samples.map { lanes.lane(of: $0.label) != nil }
            calibration.scope = LogisticRegression.fit(evidence.map { Self.doubles($0) }, isIn).map { Float($0) }
            let probabilities = inScope.map { calibration.inScope(evidence[$0]) }.sorted()
            calibration.scopeThreshold = quantile(probabilities, plan.falseRejects)
            calibration.scopeDoubt = quantile(probabilities, plan.falseDoubts)
        }
        let best = inScope.map { calibration.probabilities(scores[$0].lanes[..<lanes.labels.count]).max() ?? 0 }.sorted()
        calibration.clarifyThreshold = quantile(best, Self.clarifyShare)
        for index in plan.detectors.indices {
            let lane = lanes.detectorLane(index)
            let others = samples.indices.filter { lanes.targets(samples[$0], plan)[lane] < 0 }
            let falling = others.map { -scores[$0].lanes[lane] }.sorted()
            calibration.detectorDoubt.append(-quantile(falling, Self.doubtShare))
            calibration.detectorSure.append(-quantile(falling, Self.sureShare))
        }
        return calibration
    }

    private static func doubles(_ evidence: ScopeEvidence) -> [Double] {
        (0..<ScopeEvidence.count).map { Double(evidence.values[$0]) }
    }

    private func quantile(_ ascending: [Float], _ share: Double) -> Float {
        ascending.isEmpty ? 0 : ascending[min(ascending.count - 1, Int(share * Double(ascending.count)))]
    }

    /// The sharpness under which the true labels are most likely, by golden-section search.
    private func sharpness(_ samples: [TrainingSample], _ scores: [HeldOutScores], _ inScope: [Int]) -> Float {
        func loss(_ sharpness: Double) -> Double {
            var sum = 0.0
            for index in inScope {
                let values = scores[index].lanes[..<lanes.labels.count]
                guard let best = values.max(), let lane = lanes.lane(of: samples[index].label) else { continue }
                let total = values.reduce(0.0) { $0 + Arithmetic.exp(sharpness * Double($1 - best)) }
                sum += Arithmetic.log(total) - sharpness * Double(values[lane] - best)
            }
            return sum
        }
        guard !inScope.isEmpty else { return 4 }
        let golden = 0.6180339887498949
        var low = 0.5, high = 20.0
        for _ in 0..<20 {
            let first = high - golden * (high - low), second = low + golden * (high - low)
            if loss(first) < loss(second) { high = second } else { low = first }
        }
        return Float((low + high) / 2)
    }
}

/// Logistic regression by Newton's method with a small ridge; both classes count evenly.
///
/// Columns are brought to mean 0 and deviation 1 first, steps are halved until the loss falls: few or lopsided rows
/// cannot make it run away.
enum LogisticRegression {
    static func fit(_ rows: [[Double]], _ labels: [Bool]) -> [Double] {
        guard let width = rows.first?.count else { return [] }
        let positives = Double(labels.count { $0 }), total = Double(labels.count)
        guard positives > 0, positives < total else { return [Double](repeating: 0, count: width) }
        let scale = Scale(rows)
        let scaled = rows.map(scale.apply)
        let importance = labels.map { total / 2 / ($0 ? positives : total - positives) }
        var weights = [Double](repeating: 0, count: width), loss = Self.loss(weights, scaled, labels, importance)
        for _ in 0..<30 {
            let step = newtonStep(weights, scaled, labels, importance)
            var share = 1.0, moved = weights, movedLoss = loss
            repeat {
                moved = weights.indices.map { weights[$0] + share * step[$0] }
                movedLoss = Self.loss(moved, scaled, labels, importance)
                share /= 2
            } while movedLoss > loss && share > 1e-6
            guard loss - movedLoss > 1e-9 * loss else { break }
            weights = moved
            loss = movedLoss
        }
        return scale.undo(weights)
    }

    private static let ridge = 1e-2

    private static func loss(_ weights: [Double], _ rows: [[Double]], _ labels: [Bool], _ importance: [Double]) -> Double {
        var sum = ridge / 2 * weights.reduce(0) { $0 + $1 * $1 }
        for index in rows.indices {
            var score = 0.0
            for column in weights.indices { score += weights[column] * rows[index][column] }
            let signed = labels[index] ? -score : score
            // log(1 + e^x), in a form that does not overflow.
            sum += importance[index] * (max(signed, 0) + Arithmetic.log(1 + Arithmetic.exp(-abs(signed))))
        }
        return sum
    }

    private static func newtonStep(
        _ weights: [Double], _ rows: [[Double]], _ labels: [Bool], _ importance: [Double]
    ) -> [Double] {
        let width = weights.count
        var gradient = weights.map { -ridge * $0 }
        var hessian = (0..<width).map { row in (0..<width).map { $0 == row ? ridge : 0 } }
        for index in rows.indices {
            let row = rows[index]
            var score = 0.0
            for column in 0..<width { score += weights[column] * row[column] }
            let p = Arithmetic.logistic(score), weight = importance[index]
            for column in 0..<width {
                gradient[column] += weight * ((labels[index] ? 1 : 0) - p) * row[column]
                for other in 0..<width { hessian[column][other] += weight * p * (1 - p) * row[column] * row[other] }
            }
        }
        return solve(hessian, gradient)
    }

    /// Mean and deviation of each column; the first column is the constant and stays.
    private struct Scale {
        private let means: [Double]
        private let deviations: [Double]

        init(_ rows: [[Double]]) {
            let count = Double(rows.count), width = rows[0].count
            let means = (0..<width).map { column in column == 0 ? 0 : rows.reduce(0) { $0 + $1[column] } / count }
            deviations = (0..<width).map { column in
                if column == 0 { return 1 }
                let variance = rows.reduce(0) { $0 + ($1[column] - means[column]) * ($1[column] - means[column]) } / count
                return variance > 1e-12 ? variance.squareRoot() : 1
            }
            self.means = means
        }

        func apply(_ row: [Double]) -> [Double] { row.indices.map { (row[$0] - means[$0]) / deviations[$0] } }

        /// Weights for rows as they were before `apply`.
        func undo(_ weights: [Double]) -> [Double] {
            var plain = weights.indices.map { weights[$0] / deviations[$0] }
            for column in plain.indices.dropFirst() { plain[0] -= plain[column] * means[column] }
            return plain
        }
    }

    /// Gaussian elimination with partial pivots; an unsolvable direction gets 0.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var rows = zip(matrix, right).map { $0 + [$1] }
        let width = right.count
        for column in 0..<width {
            let pivot = (column..<width).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
            rows.swapAt(column, pivot)
            guard abs(rows[column][column]) > 1e-12 else { continue }
            for row in 0..<width where row != column {
                let factor = rows[row][column] / rows[column][column]
                for index in column...width { rows[row][index] -= factor * rows[column][index] }
            }
        }
        return (0..<width).map { abs(rows[$0][$0]) > 1e-12 ? rows[$0][width] / rows[$0][$0] : 0 }
    }
}
