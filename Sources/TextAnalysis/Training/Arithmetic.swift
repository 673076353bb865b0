/// Elementary functions computed the same way on every machine: the C library's differ in the last bit between
/// versions and processors, and a model must be byte-equal wherever it is trained.
enum Arithmetic {
    private static let ln2 = 0.693147180559945309417

    /// e to the power of `x`.
    static func exp(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        let bounded = min(x, 700)
        let power = (bounded / ln2).rounded()
        let rest = bounded - power * ln2
        var term = 1.0, sum = 1.0
        for n in 1...14 {
            term = term * rest / Double(n)
            sum += term
        }
        return sum * Double(sign: .plus, exponent: Int(power), significand: 1)
    }

    /// The natural logarithm of a positive number.
    static func log(_ x: Double) -> Double {
        guard x > 0 else { return -700 }
        var exponent = x.exponent, significand = x.significand
        if significand > 1.414213562373095 { significand /= 2; exponent += 1 }
        let ratio = (significand - 1) / (significand + 1), square = ratio * ratio
        var power = ratio, sum = 0.0
        for n in stride(from: 1, through: 25, by: 2) {
            sum += power / Double(n)
            power *= square
        }
        return 2 * sum + Double(exponent) * ln2
    }

    static func logistic(_ x: Double) -> Double { x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)) }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same sequence on every run.
package struct FixedSequence: RandomNumberGenerator, Sendable {
    private var state: UInt64
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
