/// Reads Chinese and mixed numerals: 一百八十六, 两千五 (2500), 一万二 (12000), 廿几万, 三十七点五, 幺三八, 3万5.
package enum ChineseNumeral {
    /// A numeral read from a text.
    package struct Reading: Hashable, Sendable {
        /// The position after it.
        package let end: Int
        /// Nil if it has too many digits for a number.
        package let value: PlainDecimal?
        /// The digits when they are spelt one by one: 幺三八 → `138`.
        package let digits: String?
    }

    /// The numeral in Chinese characters that begins at `start`.
    package static func read(_ scalars: [UInt32], at start: Int) -> Reading? {
        guard scalars.indices.contains(start) else { return nil }
        if scalars[start] == half { return Reading(end: start + 1, value: PlainDecimal(whole: "0", fraction: "5"), digits: nil) }
        if let spelt = readSpelt(scalars, start) { return spelt }
        var reader = Reader(scalars: scalars, start: start)
        guard let whole = reader.read() else { return nil }
        return withFraction(scalars, Reading(end: reader.index, value: PlainDecimal(whole), digits: nil))
    }

    /// What follows ASCII digits worth `head` that end at `end`: the 万5 of 3万5, the 千 of 2千.
    static func continued(_ head: PlainDecimal, _ scalars: [UInt32], at end: Int) -> Reading {
        var value: PlainDecimal? = head
        var index = end
        var last = 0
        while let unit = unit(scalars, index), unit > 10, last == 0 || unit > last || unit == 10_000 {
            guard unit != 1000 || !isMetric(scalars, index + 1) else { break }
            value = value?.scaled(by: exponent(unit))
            last = unit
            index += 1
        }
        guard last > 0, let total = value else { return Reading(end: index, value: value, digits: nil) }
        guard let rest = tail(scalars, index), let part = rest.value?.whole, part < last else {
            return Reading(end: index, value: total, digits: nil)
        }
        let short = rest.end == index + 1 && part > 0 && part < 10
        return Reading(end: rest.end, value: total.adding(PlainDecimal(short ? part * last / 10 : part)), digits: nil)
    }

    private static func tail(_ scalars: [UInt32], _ index: Int) -> Reading? {
        guard index < scalars.count else { return nil }
        guard scalars[index].isDigit else { return digit(scalars[index]) == nil ? nil : read(scalars, at: index) }
        var end = index
        var value = 0
        while end < scalars.count, scalars[end].isDigit, end - index < 9 {
            value = value * 10 + Int(scalars[end] - 0x30)
            end += 1
        }
        return continued(PlainDecimal(value), scalars, at: end)
    }

    /// Two or more digits one after another, without 十 百 千 万.
    private static func readSpelt(_ scalars: [UInt32], _ start: Int) -> Reading? {
        var index = start
        var digits = ""
        while index < scalars.count, scalars[index] != two, let digit = digit(scalars[index]) {
            digits.append(String(digit))
            index += 1
        }
        guard digits.utf8.count >= 2 else { return nil }
        if digits.utf8.count == 2, unit(scalars, index) != nil || scalars[start + 1] == zero { return nil }
        let reading = Reading(end: index, value: PlainDecimal(whole: digits), digits: digits)
        let exact = withFraction(scalars, reading)
        return exact.end > index ? exact : reading
    }

    /// Adds 点五; 三点二十 and 三点五分 are times.
    private static func withFraction(_ scalars: [UInt32], _ reading: Reading) -> Reading {
        guard reading.end + 1 < scalars.count, scalars[reading.end] == point else { return reading }
        var index = reading.end + 1
        var fraction = ""
        while index < scalars.count, scalars[index] != two, let digit = digit(scalars[index]) {
            fraction.append(String(digit))
            index += 1
        }
        let next = index < scalars.count ? scalars[index] : 0
        guard !fraction.isEmpty, next != minute, next != quarter, unit(scalars, index) != 10,
            let whole = reading.value?.whole
        else { return reading }
        return Reading(end: index, value: PlainDecimal(whole: String(whole), fraction: fraction), digits: nil)
    }

    /// The digit that a Chinese character stands for.
    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case zero, 0x3007: 0
        case 0x4E00, 0x5E7A: 1
        case 0x4E8C, two: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    /// Whether a numeral may begin with `scalar`.
    @inline(__always)
    static func mayBegin(_ scalar: UInt32) -> Bool {
        // Almost all other characters fail the first test.
        guard scalar >= 0x3007, scalar <= 0x96F6 else { return false }
        if digit(scalar) != nil { return true }
        switch scalar {
        case 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, half, twenty, thirty: return true
        default: return false
        }
    }

    static func unit(_ scalars: [UInt32], _ index: Int) -> Int? {
        guard index < scalars.count else { return nil }
        switch scalars[index] {
        case 0x5341: return 10
        case 0x767E: return 100
        case 0x5343: return 1000
        case 0x4E07: return 10_000
        case 0x4EBF: return 100_000_000
        default: return nil
        }
    }

    private static func exponent(_ unit: Int) -> Int { unit == 100 ? 2 : unit == 1000 ? 3 : unit == 10_000 ? 4 : 8 }

    /// Whether 千 before this belongs to a unit: 千瓦, 千伏安, 千米.
    static func isMetric(_ scalars: [UInt32], _ index: Int) -> Bool {
        guard index < scalars.count else { return false }
        return "瓦伏克米乏焦赫".unicodeScalars.contains { $0.value == scalars[index] }
    }

    static let zero: UInt32 = 0x96F6, two: UInt32 = 0x4E24, half: UInt32 = 0x534A, point: UInt32 = 0x70B9
    static let minute: UInt32 = 0x5206, quarter: UInt32 = 0x523B, twenty: UInt32 = 0x5EFF, thirty: UInt32 = 0x5345
}
