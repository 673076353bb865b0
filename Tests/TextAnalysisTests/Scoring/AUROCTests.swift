import Testing
import TextAnalysis

@Suite("Area under the ROC curve")
struct AUROCTests {
    @Test(
        "hand-computed values, ties counting half",
        arguments: [
            ([2, 3], [0, 1], 1), ([0, 1], [2, 3], 0), ([1, 1], [1, 1], 0.5), ([1], [1], 0.5), ([1, 2], [1, 2], 0.5),
            ([2, 1], [1, 0], 0.875),
            ([3, 1], [2], 0.5), ([1, 1, 2], [1, 0], 5.0 / 6),
        ] as [([Double], [Double], Double)])
    func known(_ positives: [Double], _ negatives: [Double], _ area: Double) {
        #expect(abs(Scorecard.auroc(positives: positives, negatives: negatives) - area) < 1e-12)
    }

    @Test("without positives or negatives there is no area")
    func empty() {
        #expect(Scorecard.auroc(positives: [], negatives: [1]) == 0)
        #expect(Scorecard.auroc(positives: [1], negatives: []) == 0)
    }

    @Test("the area equals the share of pairs in order, with many ties", arguments: 0..<100)
    func property(_ seed: UInt64) {
        var sequence = FixedSequence(seed: seed)
        func scores() -> [Double] {
            (0..<Int.random(in: 1...40, using: &sequence)).map { _ in Double(Int.random(in: -4...4, using: &sequence)) / 4 }
        }
        let positives = scores()
        let negatives = scores()
        var sum = 0.0
        for positive in positives { for negative in negatives { sum += positive > negative ? 1 : positive == negative ? 0.5 : 0 } }
        let area = Scorecard.auroc(positives: positives, negatives: negatives)
        #expect(abs(area - sum / Double(positives.count * negatives.count)) < 1e-12)
        #expect(abs(area + Scorecard.auroc(positives: negatives, negatives: positives) - 1) < 1e-12)
    }
}
