package import PowerDomain
package import TextAnalysis

/// Unified social credit codes (统一社会信用代码), also as tax numbers: 18 digits and letters.
package struct CreditCodeRecognizer: EntityRecognizer {
    package static let needs: TextTraits = [.digits]

    private static let cues = WordTable("信用代码,税号,执照号,注册号,统一代码,uscc,tax number,tax no,tax id,credit code")

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        guard CodeRuns.mayHold(text, digits: 8) else { return [] }
        let runs = CodeRuns(text, letters: true)
        return runs.windows(18...18).compactMap { Self.entity($0, runs.scan) }
    }

    private static func entity(_ window: CodeWindow, _ scan: Scan) -> Entity? {
        let value = window.text.uppercased()
        let code = Array(value.utf8)
        guard code.count == 18, !window.isMasked, code[2..<8].allSatisfy({ $0 &- 0x30 < 10 }), window.digitCount >= 8 else { return nil }
        let valid = CreditCodeCheck().flaw(in: value) == nil
        let cued = scan.hasCue(cues, before: window.range.lowerBound, reach: 14)
        if window.groups > 1, !valid { return nil }
        // All digits: an identity number, unless the code's own check or a cue says otherwise.
        if window.digitCount >= 17 {
            guard (valid && window.hasPrefix("91", "92", "93", "11", "12", "51", "52")) || cued else { return nil }
            if IdentityNumberCheck().flaw(in: value) == nil, !cued { return nil }
        }
        return Entity(.creditCode, .text(value), window.range, valid: valid)
    }

    package static let examples: [EntityExample] = [
        EntityExample("税号91350100M000100Y43", .creditCode, .text("91350100M000100Y43"), written: "91350100M000100Y43"),
        EntityExample("統一社會信用代碼：９１３５０１００Ｍ０００１００Ｙ４３", .creditCode, .text("91350100M000100Y43")),
        EntityExample("our USCC is 91350100m000100y43.", .creditCode, .text("91350100M000100Y43"), written: "91350100m000100y43"),
        EntityExample("公司代码91350100M000100Y44", .creditCode, .text("91350100M000100Y44")),
        EntityExample("稅號係91350100M000100Y43呀", .creditCode, .text("91350100M000100Y43")),
        EntityExample("91350100 M000100Y43", .creditCode, .text("91350100M000100Y43")),
        EntityExample("tax number 91350100-M000100Y43", .creditCode, .text("91350100M000100Y43")),
        EntityExample("执照号91440101MA5DEM012H", .creditCode, .text("91440101MA5DEM012H")),
        EntityExample("身份证440106199003074627", .creditCode, nil),
        EntityExample("税号是多少", .creditCode, nil),
        EntityExample("11010519491231002X", .creditCode, nil),
        EntityExample("WO202611240017", .creditCode, nil),
        EntityExample("户号0800123456789012", .creditCode, nil),
    ]
}
