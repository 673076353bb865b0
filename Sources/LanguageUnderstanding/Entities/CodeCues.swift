/// Words before a code that tell what it is.
enum CodeCues {
    static let account = WordTable(
        "户号,用户编号,客户编号,缴费号,缴费户号,用电户号,用电号,用户号,结算户号,account number,account no,a/c no")
    static let card = WordTable(
        "卡号,银行卡,储蓄卡,借记卡,信用卡,张卡,对公账户,对公账号,银行账号,银行账户,收款账号,退到,"
            + "bank card,card number,card no,debit card,credit card,corporate account")
    static let identity = WordTable(
        "身份证,证件号,居民证,id number,id no,id card,my id,her id,his id,identity card,identity number")
    static let phone = WordTable("电话,手机,座机,固话,tel,phone,mobile,telephone")

    /// What a masked code is; nil if it cannot be told.
    static func kind(ofMasked code: CodeWindow, in scan: Scan) -> MaskedKind? {
        let text = code.text
        let start = code.range.lowerBound
        guard code.isMasked, code.digitCount >= 4 else { return nil }
        let head = text.utf8.prefix { $0 != 0x2A }.count
        let tail = text.utf8.reversed().prefix { $0 != 0x2A }.count
        guard tail >= 2 || text.hasSuffix("x") else { return nil }
        if scan.hasCue(card, before: start, reach: 10) { return .card }
        if scan.hasCue(identity, before: start, reach: 10) || code.text.utf8.count == 18 { return .identity }
        if scan.hasCue(account, before: start, reach: 10) { return .account }
        if text.hasPrefix("1"), head <= 4, tail >= 2, (10...12).contains(text.utf8.count) { return .phone }
        if head == 4, tail == 4, text.hasPrefix("0"), (10...16).contains(text.utf8.count) { return .account }
        if head >= 6, (16...18).contains(text.utf8.count), tail <= 4, !text.hasPrefix("62") { return .identity }
        if tail == 4, (12...19).contains(text.utf8.count) { return .card }
        return nil
    }

    enum MaskedKind { case account, phone, identity, card }
}
