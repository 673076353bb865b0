/// Decimal numbers as texts, read into and written from whole numbers of a fixed decimal place: no binary fraction between.
package enum DecimalText {
    /// Why a text is no number of the wanted form.
    package enum Flaw: Error, Hashable, Sendable { case notNumber, tooManyDecimals, tooLarge }

    /// Reads `325.60`, `-1`, `5.3e2` into units of 10^-`decimals`; at most `wholeDigits` digits may stand before the point.
    /// Zeros at the end of the fraction do not count as decimals. `decimals` and `wholeDigits` together are at most 18.
    package static func units(_ text: some StringProtocol, decimals: Int, wholeDigits: Int) throws(Flaw) -> Int64 {
        guard var number = Scanned(text) else { throw .notNumber }
        number.dropZeros()
        guard !number.digits.isEmpty else { return 0 }
        guard number.scale <= decimals else { throw .tooManyDecimals }
        let shift = decimals - number.scale
        guard number.digits.count + shift <= decimals + wholeDigits else { throw .tooLarge }
        let value = (number.digits + Array(repeating: 0, count: shift)).reduce(Int64(0)) { $0 * 10 + Int64($1) }
        return number.isNegative ? -value : value
    }

    /// The number as a text, with at least `least` decimals and no further zeros at its end.
    package static func text(_ units: Int64, decimals: Int, least: Int = 0) -> String {
        var digits = String(units.magnitude)
        digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        var fraction = String(digits.suffix(decimals))
        while fraction.count > least, fraction.last == "0" { fraction.removeLast() }
        let sign = units < 0 ? "-" : ""
        return sign + digits.dropLast(decimals) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The quotient, half up: a half goes away from zero, so that a credit is rounded like a charge.
    static func halfUp(_ value: Int128, by divisor: Int128) -> Int128 {
        let rounded = (value.magnitude + UInt128(divisor) / 2) / UInt128(divisor)
        return value < 0 ? -Int128(rounded) : Int128(rounded)
    }
}

/// The digits of a number, `scale` of them behind the point.
private struct Scanned {
    private(set) var digits: [UInt8] = []
    private(set) var scale = 0
    private(set) var isNegative = false

    /// Nil unless the text is a decimal number: digits, at most one point among them, at most one exponent.
    init?(_ text: some StringProtocol) {
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "-") {
            isNegative = true
            rest = rest.dropFirst()
        }
        let exponent = rest.firstIndex { $0 | 0x20 == UInt8(ascii: "e") }
        let mantissa = rest[..<(exponent ?? rest.endIndex)]
        let parts = mantissa.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        digits = parts.flatMap { $0.map { $0 - 0x30 } }
        scale = parts.count == 2 ? parts[1].count : 0
        guard let exponent else { return }
        let power = String(decoding: rest[rest.index(after: exponent)...], as: UTF8.self)
        guard power.utf8.count <= 4, let power = Int(power) else { return nil }
        scale -= power
    }

    /// Takes away the zeros that mean nothing.
    mutating func dropZeros() {
        digits = Array(digits.drop { $0 == 0 })
        while digits.last == 0 {
            digits.removeLast()
            scale -= 1
        }
    }
}
