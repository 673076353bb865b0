/// Trains many yes-or-no linear classifiers at once: support vector machines with squared hinge loss by dual
/// coordinate descent (Hsieh et al. 2008), all lanes in lockstep over the same sequence of rows.
///
/// One thread, a fixed sequence and no fused arithmetic: the same input gives the same bits.
struct LinearTrainer {
    typealias Lanes = SIMD16<Float>

    /// Weights of all lanes by feature: `features × blocks`, 16 lanes a block; the last row is the bias.
    struct Weights {
        let lanes: Int
        let blocks: Int
        let features: Int
        fileprivate(set) var rows: [Lanes]

        /// The scores of all lanes for one row of a matrix.
        func scores(_ matrix: FeatureMatrix, row: Int) -> [Float] {
            var sums = Array(rows[features * blocks..<(features + 1) * blocks])
            for index in matrix.starts[row]..<matrix.starts[row + 1] {
                let base = Int(matrix.columns[index]) * blocks, value = matrix.values[index]
                for block in 0..<blocks { sums[block] += rows[base + block] * value }
            }
            return (0..<lanes).map { sums[$0 / 16][$0 % 16] }
        }

        func weight(feature: Int, lane: Int) -> Float { rows[feature * blocks + lane / 16][lane % 16] }
    }

    /// For one row of the matrix what each lane is to answer: +1, −1, or 0 for a lane that the row does not concern.
    let targets: [[Int8]]
    /// Cost of a violation for rows that a lane is to affirm, by lane.
    let positiveCost: [Float]
    /// The same for rows that it is to deny.
    let negativeCost: [Float]
    let epochs: Int

    func train(_ matrix: FeatureMatrix) -> Weights {
        let lanes = positiveCost.count, blocks = (lanes + 15) / 16, features = matrix.vocabulary.count
        var weights = Weights(
            lanes: lanes, blocks: blocks, features: features,
            rows: [Lanes](repeating: .zero, count: (features + 1) * blocks))
        var alphas = [Lanes](repeating: .zero, count: matrix.rows * blocks)
        let signs = targets.map { Self.blocks($0.map(Float.init), blocks, padding: 0) }
        let onPositive = Self.blocks(positiveCost.map { 1 / (2 * $0) }, blocks, padding: 1)
        let onNegative = Self.blocks(negativeCost.map { 1 / (2 * $0) }, blocks, padding: 1)
        var order = Array(0..<matrix.rows), sequence = FixedSequence(seed: 20_260_701)
        for _ in 0..<epochs {
            order.shuffle(using: &sequence)
            weights.rows.withUnsafeMutableBufferPointer { rows in
                alphas.withUnsafeMutableBufferPointer { alphas in
                    for row in order {
                        Self.step(
                            matrix, row, rows, alphas, signs[row], onPositive, onNegative, biasRow: features * blocks, blocks)
                    }
                }
            }
        }
        return weights
    }

    /// One row: every lane's dual variable moves to its optimum, and the weights follow.
    @inline(__always)
    private static func step(
        _ matrix: FeatureMatrix, _ row: Int, _ weights: UnsafeMutableBufferPointer<Lanes>,
        _ alphas: UnsafeMutableBufferPointer<Lanes>, _ signs: [Lanes], _ onPositive: [Lanes], _ onNegative: [Lanes],
        biasRow: Int, _ blocks: Int
    ) {
        let range = matrix.starts[row]..<matrix.starts[row + 1]
        // Rows have length 1; the bias is one more feature of value 1.
        let square: Float = range.isEmpty ? 1 : 2
        matrix.columns.withUnsafeBufferPointer { columns in
            matrix.values.withUnsafeBufferPointer { values in
                for block in 0..<blocks {
                    var margin = weights[biasRow + block]
                    for index in range { margin += weights[Int(columns[index]) * blocks + block] * values[index] }
                    let sign = signs[block], alpha = alphas[row * blocks + block]
                    let diagonal = onNegative[block].replacing(with: onPositive[block], where: sign .> 0)
                    let gradient = sign * margin - 1 + diagonal * alpha
                    let moved = (alpha - gradient / (square + diagonal)).clamped(
                        lowerBound: .zero, upperBound: Lanes(repeating: .greatestFiniteMagnitude))
                    let change = (moved - alpha) * sign
                    guard any(change .!= 0) else { continue }
                    alphas[row * blocks + block] = moved
                    weights[biasRow + block] += change
                    for index in range { weights[Int(columns[index]) * blocks + block] += change * values[index] }
                }
            }
        }
    }

    private static func blocks(_ values: [Float], _ count: Int, padding: Float) -> [Lanes] {
        var blocks = [Lanes](repeating: Lanes(repeating: padding), count: count)
        for (lane, value) in values.enumerated() { blocks[lane / 16][lane % 16] = value }
        return blocks
    }
}
