/// A term of validity as documents print it: 自2020年1月21日至2025年1月20日止, 2019.12.07-2039.12.07, 2012.05.06-长期, 长期.
/// The order of the two days is not checked: that is a matter of the whole document.
package struct DatePeriod: Hashable, Sendable {
    /// Nil where no first day is printed.
    package let from: CalendarDay?
    /// Nil where no last day is printed, or none is meant.
    package let to: CalendarDay?
    /// Whether the term was printed as having no end (长期).
    package let isOpenEnded: Bool

    /// Nil unless `text` begins with a term. Words behind a complete term are left out (共五年), and so is a second
    /// day that cannot be read; a single day without 至 or a dash stands alone.
    package init?(_ text: some StringProtocol) {
        var scan = DateScanner(text)
        scan.skipSpaces()
        _ = ["自从", "自", "从", "從", "由"].contains { scan.take($0) }
        scan.skipSpaces()
        let first = scan.date()
        let hasJoint = Self.skipJoint(&scan, afterDay: first != nil)
        isOpenEnded = Self.openWords.contains { scan.take($0) }
        let second = isOpenEnded ? nil : scan.date()
        guard first != nil || second != nil || isOpenEnded, second == nil || !scan.isAtDigit else { return nil }
        let isSecure = first != nil && (hasJoint || second != nil || isOpenEnded)
        let isClosed = scan.take("止")
        if !isClosed { _ = scan.take("有效") }
        scan.skipSpaces()
        guard isSecure || scan.isAtEnd else { return nil }
        // A single day with 止 behind it is the last one.
        let isLast = isClosed && second == nil && !hasJoint && !isOpenEnded
        from = isLast ? nil : first
        to = isLast ? first : second
    }

    private static let openWords = ["长期", "長期", "永久", "无固定期限", "無固定期限", "不约定期限"]

    /// Takes what stands between the two days, 起至 or a dash; 一 is a common misreading of a dash. Tells whether
    /// there was any.
    private static func skipJoint(_ scan: inout DateScanner, afterDay: Bool) -> Bool {
        scan.skipSpaces()
        if afterDay { _ = ["起", "始", "开始"].contains { scan.take($0) } }
        scan.skipSpaces()
        let dashes = afterDay ? "至到-—–―─－~～一" : "至到"
        var hasJoint = false
        while scan.take(anyOf: dashes) {
            hasJoint = true
            scan.skipSpaces()
        }
        return hasJoint
    }
}
