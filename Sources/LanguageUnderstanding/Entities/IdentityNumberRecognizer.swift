package import PowerDomain
package import TextAnalysis

/// Resident identity numbers: 17 digits and a check character, also grouped or half masked.
package struct IdentityNumberRecognizer: EntityRecognizer {
    package static let needs: TextTraits = [.digits, .hanNumerals]

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        guard CodeRuns.mayHold(text, digits: 5) else { return [] }
        let runs = CodeRuns(text)
        return runs.windows(10...19).compactMap { Self.entity($0, runs.scan) }
    }

    private static func entity(_ window: CodeWindow, _ scan: Scan) -> Entity? {
        let value = window.text.uppercased()
        if window.isMasked {
            guard CodeCues.kind(ofMasked: window, in: scan) == .identity else { return nil }
            return Entity(.identityNumber, .text(value), window.range, valid: false)
        }
        let length = value.utf8.count
        let cued = scan.hasCue(CodeCues.identity, before: window.range.lowerBound, reach: 10)
        guard window.digitCount >= length - 1, length == 18 || (cued && length >= 15) else { return nil }
        let valid = IdentityNumberCheck().flaw(in: value) == nil
        guard valid || cued || isPlausible(window, scan) else { return nil }
        return Entity(.identityNumber, .text(value), window.range, valid: valid)
    }

    /// A wrong check character is a slip; something that has no birth date in it is another number.
    private static func isPlausible(_ window: CodeWindow, _ scan: Scan) -> Bool {
        let digits = Array(window.text.utf8)
        guard digits.count == 18, digits[0] >= 0x31, digits[0] <= 0x39 else { return false }
        if scan.hasCue(CodeCues.card, before: window.range.lowerBound, reach: 12) { return false }
        let century = String(decoding: digits[6..<8], as: UTF8.self)
        return (century == "19" || century == "20") && digits[10] <= 0x31 && digits[12] <= 0x33
    }

    package static let examples: [EntityExample] = [
        EntityExample("身份证440106199003074627", .identityNumber, .text("440106199003074627"), written: "440106199003074627"),
        EntityExample("11010519491231002x", .identityNumber, .text("11010519491231002X"), written: "11010519491231002x"),
        EntityExample("證件號11010519491231002X係我", .identityNumber, .text("11010519491231002X"), written: "11010519491231002X"),
        EntityExample("my ID is 440106 19900307 4627", .identityNumber, .text("440106199003074627"), written: "440106 19900307 4627"),
        EntityExample("我妈的身份证４４０１０６１９９００３０７４６２７", .identityNumber, .text("440106199003074627")),
        EntityExample("身份证号：440***********4627", .identityNumber, .text("440***********4627")),
        EntityExample("她的440106********4627", .identityNumber, .text("440106********4627")),
        EntityExample("110105194912310021", .identityNumber, .text("110105194912310021")),
        EntityExample("her ID is 11010519491231002X, thanks", .identityNumber, .text("11010519491231002X")),
        EntityExample("身份证带了", .identityNumber, nil),
        EntityExample("身份证尾号4627", .identityNumber, nil),
        EntityExample("户号0800123456789012", .identityNumber, nil),
        EntityExample("卡号6222021001116245702", .identityNumber, nil),
        EntityExample("91440101MA5DEM012H", .identityNumber, nil),
    ]
}
