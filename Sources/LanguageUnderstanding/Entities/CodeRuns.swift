internal import TextAnalysis

/// A group of digits, letters and masking signs that stand together.
struct CodeGroup {
    let range: Range<Int>
    /// ASCII characters; digits spelt in Chinese are digits, masking signs are `*`.
    let text: String
    /// Whether it is joined to the group before by one space or hyphen.
    let joined: Bool

    var isNumeric: Bool { text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2A } }
    var length: Int { text.utf8.count }
}

/// One or more groups side by side, read as one code.
struct CodeWindow {
    let range: Range<Int>
    let text: String
    let groups: Int

    var isMasked: Bool { text.utf8.contains(0x2A) }
    var digitCount: Int { text.utf8.count { $0 &- 0x30 < 10 } }
    func hasPrefix(_ prefixes: String...) -> Bool { prefixes.contains { text.hasPrefix($0) } }
}

/// The groups of a text that may be codes: account numbers, phones, card numbers.
struct CodeRuns {
    let groups: [CodeGroup]
    let scan: Scan

    /// `letters`: whether letters belong to the groups (identity numbers, credit codes, orders) or end them.
    init(_ text: FoldedText, letters: Bool = false) {
        scan = Scan(text)
        var groups: [CodeGroup] = []
        var index = 0
        while index < scan.count {
            guard Self.character(scan, index, letters) != nil else {
                index += 1
                continue
            }
            let group = Self.group(scan, index, letters, after: groups.last?.range.upperBound)
            index = group.range.upperBound
            groups.append(group)
        }
        self.groups = groups
    }

    /// Whether `text` has so many digits that it may hold a code.
    static func mayHold(_ text: FoldedText, digits: Int) -> Bool {
        var count = 0
        for scalar in text.scalars where scalar.isDigit || scalar == 0x2A || (scalar >= 0x3007 && ChineseNumeral.digit(scalar) != nil) {
            count += 1
            if count >= digits { return true }
        }
        return false
    }

    private static func group(_ scan: Scan, _ start: Int, _ letters: Bool, after last: Int?) -> CodeGroup {
        var end = start
        var text = ""
        while let character = character(scan, end, letters) {
            text.append(Character(Unicode.Scalar(character)))
            end += 1
        }
        // A space, a hyphen, a dash, or the bracket of an area code.
        let separated = last == start - 1 && [0x20, 0x2D, 0x2013, 0x29].contains(scan[start - 1])
        return CodeGroup(range: start..<end, text: text, joined: separated)
    }

    private static func character(_ scan: Scan, _ index: Int, _ letters: Bool) -> UInt8? {
        let scalar = scan[index]
        if scalar.isDigit { return UInt8(scalar) }
        if scalar == 0x2A || scalar == 0x25CF { return 0x2A }
        if scalar == 0x78, isMask(scan, index) { return 0x2A }
        if letters, scalar.isLatin { return UInt8(scalar) }
        if scalar == 0x78, scan[index - 1].isDigit || scan[index - 1] == 0x2A, !scan[index + 1].isAlphanumeric { return 0x78 }
        if scalar >= 0x3007, scalar != ChineseNumeral.two, let digit = ChineseNumeral.digit(scalar), isSpelt(scan, index) {
            return UInt8(0x30 + digit)
        }
        return nil
    }

    /// Three or more x after a digit hide digits.
    private static func isMask(_ scan: Scan, _ index: Int) -> Bool {
        var start = index
        var end = index
        while scan[start - 1] == 0x78, index - start < 20 { start -= 1 }
        while scan[end] == 0x78, end - index < 20 { end += 1 }
        return end - start >= 3 && scan[start - 1].isDigit && !scan[end].isLatin
    }

    /// At least three digits in Chinese stand together here.
    private static func isSpelt(_ scan: Scan, _ index: Int) -> Bool {
        var count = 1
        var position = index
        while count < 3, scan[position - 1] >= 0x3007, ChineseNumeral.digit(scan[position - 1]) != nil {
            position -= 1
            count += 1
        }
        position = index
        while count < 3, scan[position + 1] >= 0x3007, ChineseNumeral.digit(scan[position + 1]) != nil {
            position += 1
            count += 1
        }
        return count >= 3
    }

    /// Windows of neighbouring groups that have `lengths` characters in all and nothing that goes on beside them.
    func windows(_ lengths: ClosedRange<Int>, _ accepts: (CodeWindow) -> Bool = { _ in true }) -> [CodeWindow] {
        var found: [CodeWindow] = []
        for first in groups.indices where isStart(first) {
            var length = 0
            var last = first
            while last < groups.count, last == first || groups[last].joined, last - first < 8 {
                length += groups[last].length
                if length > lengths.upperBound { break }
                if lengths.contains(length), isEnd(last), last == first || !continues(first, last) {
                    let text = groups[first...last].map(\.text).joined()
                    let window = CodeWindow(
                        range: groups[first].range.lowerBound..<groups[last].range.upperBound, text: text, groups: last - first + 1)
                    if accepts(window) { found.append(window) }
                }
                last += 1
            }
        }
        return found
    }

    /// Letters before digits make another code of them, unless they are words such as `tel`.
    private func isStart(_ index: Int) -> Bool {
        let start = groups[index].range.lowerBound
        guard scan[start - 1].isLatin else { return scan[start - 1] != 0x5F && scan[start - 1] != 0x40 }
        return ["tel", "no", "phone", "account", "card", "id", "acc", "mobile"].contains(scan.string(scan.startOfWord(start)..<start))
    }

    private func isEnd(_ index: Int) -> Bool {
        let end = groups[index].range.upperBound
        return !scan[end].isAlphanumeric && scan[end] != 0x40 && scan[end] != 0x5F
    }

    /// Whether another short group of digits stands before or after a window of several groups.
    private func continues(_ first: Int, _ last: Int) -> Bool {
        let before = first > 0 && groups[first].joined && isPart(groups[first - 1])
        let after = last + 1 < groups.count && groups[last + 1].joined && isPart(groups[last + 1])
        return before || after
    }

    private func isPart(_ group: CodeGroup) -> Bool {
        (3...5).contains(group.length) && group.isNumeric && !scan[group.range.upperBound].isAlphanumeric
            && !scan[group.range.upperBound].isHan
    }
}
