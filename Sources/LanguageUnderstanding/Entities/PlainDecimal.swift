/// A decimal number of at most 18 digits, exact, as amounts and quantities are written.
package struct PlainDecimal: Hashable, Sendable, CustomStringConvertible {
    /// All digits, without the point.
    private var mantissa: Int
    /// How many of them stand behind the point.
    private var scale: Int

    package init(_ whole: Int) {
        mantissa = whole
        scale = 0
    }

    /// Takes the digits before and behind the point; nil if there are too many.
    package init?(whole: String, fraction: String = "") {
        guard whole.utf8.count + fraction.utf8.count <= 18, let mantissa = Int(whole + fraction) else { return nil }
        self.mantissa = mantissa
        scale = fraction.utf8.count
    }

    /// The value if it is whole.
    package var whole: Int? {
        let plain = reduced
        return plain.scale == 0 ? plain.mantissa : nil
    }

    package var isZero: Bool { mantissa == 0 }

    /// The product with 10 to the power of `exponent`; nil if it has too many digits.
    package func scaled(by exponent: Int) -> PlainDecimal? {
        var result = self
        result.scale -= exponent
        while result.scale < 0 {
            let (product, overflow) = result.mantissa.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            result.mantissa = product
            result.scale += 1
        }
        return result.reduced
    }

    /// The sum; nil if it has too many digits.
    package func adding(_ other: PlainDecimal) -> PlainDecimal? {
        let scale = max(scale, other.scale)
        guard let first = lifted(to: scale), let second = other.lifted(to: scale) else { return nil }
        let (sum, overflow) = first.addingReportingOverflow(second)
        guard !overflow else { return nil }
        var result = PlainDecimal(sum)
        result.scale = scale
        return result.reduced
    }

    private func lifted(to target: Int) -> Int? {
        var value = mantissa
        for _ in scale..<max(scale, target) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
        }
        return value
    }

    private var reduced: PlainDecimal {
        var result = self
        while result.scale > 0, result.mantissa % 10 == 0 {
            result.mantissa /= 10
            result.scale -= 1
        }
        return result
    }

    /// Plain digits without trailing zeros: `186.5`.
    package var description: String {
        let plain = reduced
        guard plain.scale > 0 else { return String(plain.mantissa) }
        var digits = String(plain.mantissa)
        if digits.count <= plain.scale { digits = String(repeating: "0", count: plain.scale + 1 - digits.count) + digits }
        return digits.dropLast(plain.scale) + "." + digits.suffix(plain.scale)
    }

    package static func == (first: PlainDecimal, second: PlainDecimal) -> Bool {
        let first = first.reduced
        let second = second.reduced
        return first.mantissa == second.mantissa && first.scale == second.scale
    }

    package func hash(into hasher: inout Hasher) {
        let plain = reduced
        hasher.combine(plain.mantissa)
        hasher.combine(plain.scale)
    }
}
