package import PowerDomain
package import TextAnalysis

/// Bank card numbers: 13 to 19 digits after a cue, or 16 to 19 that begin and check like a card.
package struct BankCardRecognizer: EntityRecognizer {
    package static let needs: TextTraits = [.digits, .hanNumerals]

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        guard CodeRuns.mayHold(text, digits: 4) else { return [] }
        let runs = CodeRuns(text)
        return runs.windows(8...19).compactMap { Self.entity($0, runs.scan) }
    }

    private static func entity(_ window: CodeWindow, _ scan: Scan) -> Entity? {
        if window.isMasked {
            guard CodeCues.kind(ofMasked: window, in: scan) == .card else { return nil }
            return Entity(.bankCard, .text(window.text), window.range, valid: false)
        }
        let length = window.text.utf8.count
        guard window.digitCount == length, length >= 13 else { return nil }
        let valid = BankCardCheck().flaw(in: window.text) == nil
        if length == 16 {
            return AccountNumberRecognizer.isCard(window, scan) ? Entity(.bankCard, .text(window.text), window.range, valid: valid) : nil
        }
        let cued = scan.hasCue(CodeCues.card, before: window.range.lowerBound, reach: 12)
        guard cued || (length >= 16 && valid && window.hasPrefix("62", "4", "5")) else { return nil }
        return Entity(.bankCard, .text(window.text), window.range, valid: valid)
    }

    package static let examples: [EntityExample] = [
        EntityExample("卡号6222021001116245702", .bankCard, .text("6222021001116245702"), written: "6222021001116245702"),
        EntityExample("退到6222 0236 0201 2345 674", .bankCard, .text("6222023602012345674"), written: "6222 0236 0201 2345 674"),
        EntityExample("張卡係6228480088123456787", .bankCard, .text("6228480088123456787")),
        EntityExample("pay it to 6222023602012345674", .bankCard, .text("6222023602012345674")),
        EntityExample("上网电费打6217003330017654320", .bankCard, .text("6217003330017654320")),
        EntityExample("my card number is 4111 1111 1111 1111", .bankCard, .text("4111111111111111")),
        EntityExample("银行卡６２２２０２１００１１１６２４５７０２", .bankCard, .text("6222021001116245702")),
        EntityExample("信用卡是5500005555555559", .bankCard, .text("5500005555555559")),
        EntityExample("卡号：6222 **** **** 1234", .bankCard, .text("6222********1234")),
        EntityExample("我的银行卡带来了", .bankCard, nil),
        EntityExample("户号0800123456789012", .bankCard, nil),
        EntityExample("身份证号440106199003074627", .bankCard, nil),
        EntityExample("打13912345670", .bankCard, nil),
    ]
}
