extension JSONWriter {
    /// A whole number.
    package mutating func value(_ number: Int) {
        separate()
        endValue()
        if number < 0 { append(UInt8(ascii: "-")) }
        appendDigits(UInt64(number.magnitude), atLeast: 1)
    }

    /// A number rounded to at most `digits` places (0 to 4), without zeros at the end; `null` if it is not finite.
    package mutating func value(_ number: Float, digits: Int = 4) { value(Double(number), digits: digits) }

    /// A number rounded to at most `digits` places (0 to 4), without zeros at the end; `null` if it is not finite.
    package mutating func value(_ number: Double, digits: Int = 4) {
        guard number.isFinite else { return null() }
        var places = max(0, min(digits, 4)), scale: UInt64 = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = (number.magnitude * Double(scale)).rounded()
        // Beyond 2^53 every value is whole already, and the digits would pretend a precision that is not there.
        guard scaled < 0x1p53 else { return write(JSONValue(number)) }
        let units = UInt64(scaled)
        separate()
        endValue()
        if number < 0, units > 0 { append(UInt8(ascii: "-")) }
        appendDigits(units / scale, atLeast: 1)
        var fraction = units % scale
        guard fraction > 0 else { return }
        while fraction % 10 == 0 {
            fraction /= 10
            places -= 1
        }
        append(UInt8(ascii: "."))
        appendDigits(fraction, atLeast: places)
    }

    private mutating func appendDigits(_ number: UInt64, atLeast width: Int) {
        var power: UInt64 = 1, length = 1
        while length < 20, length < width || number / power >= 10 {
            power *= 10
            length += 1
        }
        var rest = number
        while power > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
            rest %= power
            power /= 10
        }
    }
}
