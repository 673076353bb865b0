import Testing
import TextAnalysis

@Suite("McNemar's exact test")
struct SignificanceTests {
    /// Two lists of which `first` lines only the first has right, `second` only the second.
    private func test(_ first: Int, _ second: Int, both: Int = 7) -> Significance {
        func bits(_ count: Int, _ bit: Bool) -> [Bool] { [Bool](repeating: bit, count: count) }
        return Significance(
            bits(both, true) + bits(first, true) + bits(second, false) + bits(3, false),
            bits(both, true) + bits(first, false) + bits(second, true) + bits(3, false))
    }

    @Test(
        "hand-computed probabilities",
        arguments: [
            (0, 0, 1), (1, 0, 1), (1, 1, 1), (5, 0, 0.0625), (0, 5, 0.0625), (6, 0, 0.03125), (8, 2, 0.109375), (10, 0, 0.001953125),
            (3, 1, 0.625),
            (9, 1, 0.021484375), (5, 5, 1), (10, 5, 2 * 4944.0 / 32768),
        ] as [(Int, Int, Double)])
    func known(_ first: Int, _ second: Int, _ p: Double) {
        let significance = test(first, second)
        #expect(significance.onlyFirst == first && significance.onlySecond == second)
        #expect(abs(significance.p - p) < 1e-9)
    }

    @Test("lines that both have right or wrong do not count", arguments: [0, 1, 100])
    func agreement(_ both: Int) {
        #expect(test(8, 2, both: both).p == test(8, 2).p)
    }

    @Test("the probability falls as the difference grows, and is the same both ways")
    func monotone() {
        var last = 1.1
        for first in 10...20 {
            let p = test(first, 20 - first).p
            #expect(p < last || p == 1)
            #expect(abs(p - test(20 - first, first).p) < 1e-12)
            last = p
        }
    }

    @Test(
        "thousands of lines do not overflow",
        arguments: [(500, 500, 1, 1), (900, 1100, 0, 1e-4), (1000, 1000, 0.9, 1), (2000, 0, 0, 1e-100), (700, 300, 0, 1e-30)]
            as [(Int, Int, Double, Double)])
    func large(_ first: Int, _ second: Int, _ low: Double, _ high: Double) {
        let p = test(first, second).p
        #expect(p >= low && p <= high, "\(p)")
    }
}
