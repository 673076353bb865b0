/// Reads English number words: `two hundred and fifty`, `thirty-seven point five`, `one three nine` (spelt digits).
package enum EnglishNumeral {
    /// A numeral read from a text.
    package struct Reading: Hashable, Sendable {
        package let end: Int
        package let value: PlainDecimal?
        /// The digits when at least three are spelt one by one.
        package let digits: String?
        /// Number of words.
        package let words: Int
    }

    /// The words that a numeral may begin with; without them nothing needs to be read.
    package static let cues: [String] = Array(small.keys) + ["hundred", "thousand"]

    private static let small: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    private static let scales: [String: Int] = ["hundred": 100, "thousand": 1000, "million": 1_000_000]

    /// The numeral whose first word begins at `start`.
    static func read(_ scan: Scan, at start: Int) -> Reading? {
        let words = words(scan, from: start)
        guard let first = words.first, small[first.text] != nil || isHundredAfterA(scan, first, start) else { return nil }
        return readDigits(words) ?? readSum(words)
    }

    private struct Word {
        let text: String
        let end: Int
    }

    /// `a hundred`: the article is left to the caller, the number begins at `hundred`.
    private static func isHundredAfterA(_ scan: Scan, _ word: Word, _ start: Int) -> Bool {
        guard scales[word.text] != nil, scan[start - 1] == 0x20, scan[start - 2] == 0x61 else { return false }
        return !scan[start - 3].isAlphanumeric
    }

    /// The number words in a row, joined by spaces, hyphens or `and`; at most 24.
    private static func words(_ scan: Scan, from start: Int) -> [Word] {
        var words: [Word] = []
        var index = start
        while words.count < 24 {
            let end = scan.endOfWord(index)
            guard end > index, end - index <= 9, !scan[end].isDigit else { break }
            let text = scan.string(index..<end)
            guard small[text] != nil || scales[text] != nil || (!words.isEmpty && ["and", "point", "oh", "o"].contains(text)) else { break }
            words.append(Word(text: text, end: end))
            guard scan[end] == 0x20 || scan[end] == 0x2D else { break }
            index = end + 1
        }
        while let last = words.last, ["and", "point", "oh", "o"].contains(last.text), words.count > 1, !isSpelt(words) {
            words.removeLast()
        }
        return words
    }

    private static func isSpelt(_ words: [Word]) -> Bool { words.count >= 3 && words.allSatisfy { digit($0.text) != nil } }

    private static func digit(_ word: String) -> Int? {
        if word == "oh" || word == "o" { return 0 }
        guard let value = small[word], value < 10 else { return nil }
        return value
    }

    private static func readDigits(_ words: [Word]) -> Reading? {
        let spelt = words.prefix { digit($0.text) != nil }
        guard spelt.count >= 3, let last = spelt.last else { return nil }
        let digits = spelt.compactMap { digit($0.text) }.map(String.init).joined()
        return Reading(end: last.end, value: PlainDecimal(whole: digits), digits: digits, words: spelt.count)
    }

    private static func readSum(_ words: [Word]) -> Reading? {
        var total = 0
        var section = 0
        var end = words[0].end
        var count = 0
        var previous = 0
        for (position, word) in words.enumerated() {
            if let value = small[word.text] {
                guard previous == 0 || previous >= 100 || (previous >= 20 && previous < 100 && value < 10 && value > 0) else { break }
                section += value
                previous = max(value, 1)
            } else if let scale = scales[word.text] {
                guard section < 1000, total < 1_000_000_000 else { break }
                if scale == 100 {
                    section = max(section, 1) * 100
                } else {
                    total += max(section, 1) * scale
                    section = 0
                }
                previous = scale
            } else if word.text == "point" {
                return fraction(words[(position + 1)...], total + section, before: position)
            } else if word.text != "and" || previous < 100 {
                break
            }
            count = position + 1
            end = word.end
        }
        return Reading(end: end, value: PlainDecimal(total + section), digits: nil, words: count)
    }

    private static func fraction(_ words: ArraySlice<Word>, _ whole: Int, before: Int) -> Reading? {
        let digits = words.prefix { digit($0.text) != nil }
        guard let last = digits.last else { return nil }
        let text = digits.compactMap { digit($0.text) }.map(String.init).joined()
        return Reading(
            end: last.end, value: PlainDecimal(whole: String(whole), fraction: text), digits: nil, words: before + 1 + digits.count)
    }
}
