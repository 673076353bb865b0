package import PowerDomain
package import TextAnalysis

/// Phone numbers: mobiles, landlines with their area code, numbers of Hong Kong, Macao and Taiwan.
package struct PhoneRecognizer: EntityRecognizer {
    package static let needs: TextTraits = [.digits, .hanNumerals]

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        guard CodeRuns.mayHold(text, digits: 5) else { return [] }
        let runs = CodeRuns(text)
        var found = runs.windows(7...15).compactMap { Self.complete($0, runs.scan) }
        for window in runs.windows(7...13) where window.groups == 1 && !found.contains(where: { $0.range.overlaps(window.range) }) {
            guard !window.isMasked, window.digitCount == window.text.utf8.count else { continue }
            guard runs.scan.hasCue(CodeCues.phone, before: window.range.lowerBound, reach: 6) else { continue }
            found.append(Entity(.phone, .text(window.text), window.range, valid: false))
        }
        return found
    }

    private static func complete(_ window: CodeWindow, _ scan: Scan) -> Entity? {
        if window.isMasked {
            guard CodeCues.kind(ofMasked: window, in: scan) == .phone else { return nil }
            return Entity(.phone, .text(window.text), window.range, valid: false)
        }
        let text = window.text
        guard window.digitCount == text.utf8.count else { return nil }
        if text.utf8.count == 11, isMobile(text) { return Entity(.phone, .text(text), withCountry(window.range, scan)) }
        for prefix in ["0086", "86"] where text.hasPrefix(prefix) && isMobile(String(text.dropFirst(prefix.count))) {
            return Entity(.phone, .text(String(text.dropFirst(prefix.count))), withPlus(window.range, scan))
        }
        if let range = landline(window, scan) { return Entity(.phone, .text(text), range) }
        return overseas(window, scan)
    }

    private static func isMobile(_ text: String) -> Bool { MobilePhoneCheck().flaw(in: text) == nil }

    private static func landline(_ window: CodeWindow, _ scan: Scan) -> Range<Int>? {
        let digits = Array(window.text.utf8)
        guard (10...12).contains(digits.count), digits[0] == 0x30, digits[1] > 0x30, window.groups <= 4 else { return nil }
        let codeLength = digits[1] <= 0x32 ? 3 : 4
        guard (7...8).contains(digits.count - codeLength), digits[codeLength] > 0x31 || window.groups > 1 else { return nil }
        let start = window.range.lowerBound
        let bracketed = scan[start - 1] == 0x28 && window.groups > 1
        return (bracketed ? start - 1 : start)..<window.range.upperBound
    }

    private static func overseas(_ window: CodeWindow, _ scan: Scan) -> Entity? {
        let text = window.text
        let length = text.hasPrefix("886") ? 12 : text.hasPrefix("852") || text.hasPrefix("853") ? 11 : 0
        guard text.utf8.count == length, Array(text.utf8)[3] >= 0x32 else { return nil }
        let range = withPlus(window.range, scan)
        guard range != window.range || window.groups > 1 || scan.hasCue(CodeCues.phone, before: range.lowerBound, reach: 8) else {
            return nil
        }
        return Entity(.phone, .text("+" + text), range)
    }

    private static func withPlus(_ range: Range<Int>, _ scan: Scan) -> Range<Int> {
        (scan[range.lowerBound - 1] == 0x2B ? range.lowerBound - 1 : range.lowerBound)..<range.upperBound
    }

    /// Takes in `+86` before the number.
    private static func withCountry(_ range: Range<Int>, _ scan: Scan) -> Range<Int> {
        var start = range.lowerBound
        if scan[start - 1] == 0x20 || scan[start - 1] == 0x2D { start -= 1 }
        guard scan[start - 1] == UInt32("6"), scan[start - 2] == UInt32("8") else { return range }
        start -= 2
        guard scan[start - 1] == 0x2B else { return scan[start - 1].isDigit ? range : start..<range.upperBound }
        return start - 1..<range.upperBound
    }
}
