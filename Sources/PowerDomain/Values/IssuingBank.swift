/// The bank that issued a card, told by the card's first digits (BIN).
package struct IssuingBank: Hashable, Sendable {
    package let name: String
    /// Digits of the bank's cards with this prefix.
    package let cardLength: Int

    /// Nil if the prefix is not on record, which says nothing about the card: public tables are incomplete.
    package init?(cardNumber digits: some StringProtocol) {
        guard let row = Self.table.filter({ digits.hasPrefix($0.prefix) }).max(by: { $0.prefix.utf8.count < $1.prefix.utf8.count })
        else { return nil }
        self.init(name: row.bank, cardLength: row.length)
    }

    private init(name: String, cardLength: Int) {
        self.name = name
        self.cardLength = cardLength
    }

    /// Prefixes that public tables agree on for bank: 622202, 622260, 622848, 622155, 621660 … 621669, 625908 … 625910.
    /// The others and most lengths are common knowledge; public tables contradict each other, so a mismatch is a hint.
    private static let table: [(prefix: String, bank: String, length: Int)] = [
        ("622202", "中国工商银行", 19), ("621226", "中国工商银行", 19),
        ("621700", "中国建设银行", 19),
        ("622848", "中国农业银行", 19),
        ("62166", "中国银行", 19), ("625908", "中国银行", 16), ("625909", "中国银行", 16), ("625910", "中国银行", 16),
        ("622260", "交通银行", 19),
        ("621799", "中国邮政储蓄银行", 19),
        ("622588", "招商银行", 16),
        ("622690", "中信银行", 16),
        ("622155", "平安银行", 16),
    ]
}
