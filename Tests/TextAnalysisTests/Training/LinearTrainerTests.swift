import Testing

@testable import TextAnalysis

@Suite("Training linear classifiers")
struct LinearTrainerTests {
    private let views = FeatureViews(characters: 1, words: 0)

    private func matrix(_ texts: [String], minimumDocuments: Int = 1) -> (matrix: FeatureMatrix, keys: [[UInt64]]) {
        let keys = FeatureMatrix.keys(of: texts, views: views, lexicon: .empty)
        return (FeatureMatrix(keys: keys, views: views, minimumDocuments: minimumDocuments), keys)
    }

    private func trainer(_ targets: [[Int8]], lanes: Int) -> LinearTrainer {
        let costs = [Float](repeating: 1, count: lanes)
        return LinearTrainer(targets: targets, positiveCost: costs, negativeCost: costs, epochs: 30)
    }

    @Test("separable texts are separated, in each lane for itself")
    func separable() {
        let (matrix, _) = matrix(["停", "停电", "费", "费用", "表", "表箱"])
        let targets: [[Int8]] = [[1, -1], [1, -1], [-1, 1], [-1, 1], [-1, -1], [-1, -1]]
        let weights = trainer(targets, lanes: 2).train(matrix)
        for (row, target) in targets.enumerated() {
            let scores = weights.scores(matrix, row: row)
            for lane in 0..<2 { #expect(scores[lane] * Float(target[lane]) > 0) }
        }
    }

    @Test("a lane does not depend on the lanes beside it", arguments: [1, 15, 16, 17, 40])
    func independentLanes(_ extra: Int) {
        let (matrix, _) = matrix(["停电", "停", "电费", "费", "电表"])
        let targets: [Int8] = [1, 1, -1, -1, -1]
        let alone = trainer(targets.map { [$0] }, lanes: 1).train(matrix)
        var sequence = FixedSequence(seed: 5)
        let wide = targets.map { target in [target] + (0..<extra).map { _ in Bool.random(using: &sequence) ? 1 : -1 } }
        let together = trainer(wide, lanes: extra + 1).train(matrix)
        for feature in 0...alone.features { #expect(alone.weight(feature: feature, lane: 0) == together.weight(feature: feature, lane: 0)) }
    }

    @Test("rows that do not concern a lane teach it nothing")
    func unconcerned() {
        let (all, _) = matrix(["停", "费", "表", "杆"])
        let trained = trainer([[1], [-1], [0], [0]], lanes: 1).train(all)
        #expect(trained.scores(all, row: 0)[0] > 0)
        #expect(trained.scores(all, row: 1)[0] < 0)
        // 表 and 杆 occur only in rows that do not count: just the bias is left of their scores.
        let bias = trained.weight(feature: trained.features, lane: 0)
        #expect(trained.scores(all, row: 2)[0] == bias)
        #expect(trained.scores(all, row: 3)[0] == bias)
    }

    @Test("training twice gives the same bits")
    func deterministic() {
        let (matrix, _) = matrix(ToyProblem.samples.map(\.text))
        let targets = ToyProblem.samples.map { [Int8($0.label == "outage" ? 1 : -1)] }
        let first = trainer(targets, lanes: 1).train(matrix)
        let second = trainer(targets, lanes: 1).train(matrix)
        #expect(first.rows == second.rows)
    }

    @Test("rows of a matrix have length one, features of few texts are left out")
    func matrixRows() {
        let (matrix, keys) = matrix(["停电", "停电费", "停", "zz"], minimumDocuments: 2)
        #expect(matrix.vocabulary == Array(Set(keys[0] + keys[1]).intersection(keys[0])).sorted())
        for row in 0..<3 {
            let square = matrix.values[matrix.starts[row]..<matrix.starts[row + 1]].reduce(0) { $0 + $1 * $1 }
            #expect(abs(square - 1) < 1e-6)
        }
        #expect(matrix.starts[4] == matrix.starts[3])
    }

    @Test("rarer features count more")
    func importance() throws {
        let (matrix, keys) = matrix(["停电", "停费", "停表"])
        let common = try #require(Set(keys[0]).intersection(keys[1]).first)
        let rare = try #require(Set(keys[0]).subtracting(keys[1]).first)
        let columns = [common, rare].compactMap(matrix.vocabulary.firstIndex)
        #expect(matrix.importance[columns[0]] < matrix.importance[columns[1]])
        // ln((1 + 3) / (1 + 3)) + 1 and ln((1 + 3) / (1 + 1)) + 1
        #expect(matrix.importance[columns[0]] == 1)
        #expect(abs(matrix.importance[columns[1]] - 1.6931472) < 1e-6)
    }
}
