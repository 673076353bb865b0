package import PowerDomain
package import TextAnalysis

/// Electricity account numbers (户号): 16 digits, also grouped, spelt or half masked.
package struct AccountNumberRecognizer: EntityRecognizer {
    package static let needs: TextTraits = [.digits, .hanNumerals]

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        guard CodeRuns.mayHold(text, digits: 7) else { return [] }
        let runs = CodeRuns(text)
        return runs.windows(10...16).compactMap { Self.entity($0, runs.scan) }
    }

    private static func entity(_ window: CodeWindow, _ scan: Scan) -> Entity? {
        if window.isMasked {
            guard CodeCues.kind(ofMasked: window, in: scan) == .account else { return nil }
            return Entity(.accountNumber, .text(window.text), window.range, valid: false)
        }
        guard window.digitCount == 16, window.text.utf8.count == 16, !isCard(window, scan) else { return nil }
        return Entity(.accountNumber, .text(window.text), window.range, valid: AccountNumberCheck().flaw(in: window.text) == nil)
    }

    /// An account number begins with 03 to 09; other numbers of 16 digits may be bank cards.
    static func isCard(_ window: CodeWindow, _ scan: Scan) -> Bool {
        if window.hasPrefix("03", "04", "05", "06", "07", "08", "09") { return false }
        let start = window.range.lowerBound
        if scan.hasCue(CodeCues.account, before: start, reach: 12) { return false }
        if scan.hasCue(CodeCues.card, before: start, reach: 12) { return true }
        return window.hasPrefix("62", "4", "5") && BankCardCheck().flaw(in: window.text) == nil
    }

    package static let examples: [EntityExample] = [
        EntityExample("户号0800 1234 5678 9012", .accountNumber, .text("0800123456789012"), written: "0800 1234 5678 9012"),
        EntityExample("我個戶號係0900556677881234", .accountNumber, .text("0900556677881234"), written: "0900556677881234"),
        EntityExample("account number 0412-3456-7890-1122", .accountNumber, .text("0412345678901122")),
        EntityExample("０８００１２３４５６７８９０１２", .accountNumber, .text("0800123456789012"), written: "０８００１２３４５６７８９０１２"),
        EntityExample("旧户号是0800123456789012，想过户", .accountNumber, .text("0800123456789012")),
        EntityExample("单据上写的是0800****9012", .accountNumber, .text("0800****9012"), written: "0800****9012"),
        EntityExample("0412xxxxxxxx1122这个户", .accountNumber, .text("0412********1122")),
        EntityExample("零八零零一二三四五六七八九零一二", .accountNumber, .text("0800123456789012")),
        EntityExample("I paid 0412345678901123 by mistake", .accountNumber, .text("0412345678901123")),
        EntityExample("入錯咗0900556677881235㗎", .accountNumber, .text("0900556677881235")),
        EntityExample("没有户号", .accountNumber, nil),
        EntityExample("卡号6222021001116245702", .accountNumber, nil),
        EntityExample("身份证440106199003074627", .accountNumber, nil),
        EntityExample("080012345678901是我的户号", .accountNumber, nil),
        EntityExample("退到6222 0236 0201 2345 674", .accountNumber, nil),
    ]
}
