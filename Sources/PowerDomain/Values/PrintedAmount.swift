/// An amount of money as a document prints it, as a plain decimal number of yuan: `1,234.50元` is 1234.50,
/// `200万元人民币` 2000000, `人民币贰仟万元` 20000000. Other currencies are not read.
package struct PrintedAmount: Hashable, Sendable {
    /// Digits with a point at most: no sign, no separators.
    package let decimal: String

    /// Nil unless `text` is an amount and nothing else.
    package init?(_ text: some StringProtocol) {
        if let amount = ChineseAmount(text) {
            decimal = amount.decimal
            return
        }
        var body = text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Self.narrow)
        body.removeFirst(Self.currencyPrefix(of: body))
        Self.dropSuffix(Self.currencies, from: &body)
        Self.dropSuffix(["整", "正"], from: &body)
        Self.dropSuffix(["元", "圆", "圓"], from: &body)
        let power = Self.dropScale(from: &body)
        guard let number = Self.number(body, movingPointBy: power) else { return nil }
        decimal = number
    }

    /// The amount in fen, nil if it is not a whole number of them or too large; to compare with other amounts.
    package var fen: Int? {
        let parts = decimal.split(separator: ".", omittingEmptySubsequences: false)
        let cents = parts.count > 1 ? parts[1] : ""
        guard parts[0].utf8.count <= 15, cents.dropFirst(2).allSatisfy({ $0 == "0" }) else { return nil }
        let padded = (cents.prefix(2) + "00").prefix(2)
        return Int(parts[0] + padded)
    }

    /// How many scalars at the beginning name the currency: ￥, 人民币, (人民币), RMB: …
    static func currencyPrefix(of scalars: [Unicode.Scalar]) -> Int {
        let narrow = scalars.map(Self.narrow)
        let length = currencies.filter { narrow.starts(with: $0.unicodeScalars) }.map(\.unicodeScalars.count).max() ?? 0
        let hasColon = length > 0 && length < narrow.count && narrow[length] == ":"
        return length + (hasColon ? 1 : 0)
    }

    private static let currencies = ["人民币", "(人民币)", "人民幣", "(人民幣)", "RMB", "CNY", "(RMB)", "¥", "人民币¥", "RMB¥"]

    private static func dropSuffix(_ endings: [String], from scalars: inout [Unicode.Scalar]) {
        guard
            let ending = endings.filter({ scalars.reversed().starts(with: $0.unicodeScalars.reversed()) }).max(by: { $0.count < $1.count })
        else { return }
        scalars.removeLast(ending.unicodeScalars.count)
    }

    /// The power of ten of a unit at the end: 万 4, 百万 6, 千万 7, 亿 8.
    private static func dropScale(from scalars: inout [Unicode.Scalar]) -> Int {
        let powers: [Unicode.Scalar: Int] = ["百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8]
        var power = 0
        while power < 12, let unit = scalars.last, let value = powers[unit] {
            power += value
            scalars.removeLast()
        }
        return power
    }

    /// The digits with their point moved to the right; zeros that only the moving left behind are dropped.
    private static func number(_ scalars: [Unicode.Scalar], movingPointBy power: Int) -> String? {
        let text = String(String.UnicodeScalarView(scalars))
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = ungrouped(parts[0]), whole.utf8.count + power <= 18 else { return nil }
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        guard parts.count == 1 || isDigits(fraction) else { return nil }
        let moved = fraction.prefix(power)
        fraction = String(fraction.dropFirst(power))
        if power > 0 { while fraction.hasSuffix("0") { fraction.removeLast() } }
        let digits = (whole + moved + String(repeating: "0", count: power - moved.count)).drop { $0 == "0" }
        return (digits.isEmpty ? "0" : digits) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// Digits without the commas between groups of three; nil if they stand elsewhere.
    private static func ungrouped(_ digits: Substring) -> String? {
        let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy(isDigits), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            groups.count == 1 || groups[0].utf8.count <= 3
        else { return nil }
        return groups.joined()
    }

    private static func isDigits(_ text: some StringProtocol) -> Bool { !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x30 < 10 } }

    /// Full width forms as ASCII; both yen signs as one.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFFE5: "¥"
        default: scalar
        }
    }
}
