/// An amount in capital numerals (大写金额) as receipts and contracts write it, in fen (分, 0.01 yuan).
package struct ChineseAmount: Hashable, Sendable {
    package let fen: Int

    /// Amounts that can be written: below a trillion of ten thousands (万亿 yuan).
    private static let limit = 1_000_000_000_000_000_000

    /// Nil below zero and from 10^16 yuan on.
    package init?(fen: Int) {
        guard (0..<Self.limit).contains(fen) else { return nil }
        self.fen = fen
    }

    /// Reads 贰拾叁万元整, 叁佰零伍元陆角, 人民币贰仟万元; everyday numerals and traditional characters too. Without 元, 角
    /// or 分 it needs 人民币 before it or 整 after it. Nil if malformed; look-alike characters (参 for 叁) are not repaired.
    package init?(_ text: some StringProtocol) {
        var body = Array(text.unicodeScalars.filter { !$0.properties.isWhitespace })
        let prefix = PrintedAmount.currencyPrefix(of: body)
        body.removeFirst(prefix)
        let isClosed = body.last == "整" || body.last == "正"
        if isClosed { body.removeLast() }
        var yuan = 0, rest = body[...]
        if let end = body.firstIndex(where: { "元圆圓".unicodeScalars.contains($0) }) {
            guard let whole = ChineseNumeral.value(body[..<end]) else { return nil }
            yuan = whole
            rest = body[(end + 1)...]
        } else if !(body.last.map { "角分".unicodeScalars.contains($0) } ?? false) {
            guard prefix > 0 || isClosed, let whole = ChineseNumeral.value(rest) else { return nil }
            yuan = whole
            rest = []
        }
        guard let fraction = Self.fraction(rest), let amount = ChineseAmount(fen: yuan * 100 + fraction) else { return nil }
        self = amount
    }

    /// As written on a receipt: 叁佰零伍元陆角, 贰拾叁万元整, without 人民币.
    package var written: String {
        let yuan = fen / 100, jiao = fen / 10 % 10, cent = fen % 10
        var written = yuan > 0 || fen == 0 ? ChineseNumeral.written(yuan) + "元" : ""
        if jiao > 0 { written += ChineseNumeral.digits[jiao] + "角" }
        if cent > 0 { written += (jiao == 0 && yuan > 0 ? "零" : "") + ChineseNumeral.digits[cent] + "分" }
        return jiao + cent == 0 ? written + "整" : written
    }

    /// Plain decimal yuan: 230000, 305.60.
    package var decimal: String {
        let cents = fen % 100
        return cents == 0 ? "\(fen / 100)" : "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    /// 陆角伍分, 零伍分, or nothing: fen.
    private static func fraction(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        var rest = scalars, fen = 0
        for (unit, factor) in [("角" as Unicode.Scalar, 10), ("分", 1)] {
            guard let end = rest.firstIndex(of: unit) else { continue }
            let part = rest[..<end]
            rest = rest[(end + 1)...]
            guard (1...2).contains(part.count), let digit = part.last.flatMap(ChineseNumeral.digit),
                part.count == 1 || part.first.flatMap(ChineseNumeral.digit) == 0
            else { return nil }
            fen += digit * factor
        }
        return rest.isEmpty ? fen : nil
    }
}
