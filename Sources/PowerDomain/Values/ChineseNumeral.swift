/// Whole numbers in Chinese numerals, capital, everyday and traditional, below 10^16.
enum ChineseNumeral {
    static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

    /// The value of one numeral 0 … 9.
    static func digit(_ scalar: Unicode.Scalar) -> Int? { digitValues[scalar] }

    /// The value of numerals such as 贰仟零叁万伍佰; nil if they follow no order or leave it open what is meant
    /// (贰仟叁 may be 2003 or 2300).
    static func value(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        var reader = Reader()
        guard !scalars.isEmpty, scalars.allSatisfy({ reader.take($0) }) else { return nil }
        return reader.finish()
    }

    /// Capital numerals: 23_0500 is 贰拾叁万零伍佰.
    static func written(_ number: Int) -> String {
        guard number > 0 else { return digits[0] }
        var written = "", needsZero = false
        for (scale, name) in [(1_000_000_000_000, "万"), (100_000_000, "亿"), (10_000, "万"), (1, "")] {
            let section = number / scale % 10_000
            // 亿 closes a number of 万亿 even where nothing stands before it.
            if section == 0, !(name == "亿" && number >= 1_000_000_000_000) {
                needsZero = !written.isEmpty
                continue
            }
            if !written.isEmpty, section > 0, needsZero || section < 1000 { written += digits[0] }
            written += sectionWritten(section) + name
            needsZero = section == 0
        }
        return written
    }

    private static func sectionWritten(_ section: Int) -> String {
        var written = "", needsZero = false
        for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let digit = section / unit % 10
            if digit == 0 {
                needsZero = !written.isEmpty
            } else {
                written += (needsZero ? digits[0] : "") + digits[digit] + name
                needsZero = false
            }
        }
        return written
    }

    private static let digitValues: [Unicode.Scalar: Int] = {
        let rows = ["零〇○", "壹一弌", "贰二貳两兩", "叁三參", "肆四", "伍五", "陆六陸", "柒七", "捌八", "玖九"]
        let pairs = rows.enumerated().flatMap { row in row.element.unicodeScalars.map { ($0, row.offset) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    fileprivate static let unitValues: [Unicode.Scalar: Int] = [
        "拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000, "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000,
    ]

    /// Adds numerals up from left to right: digits to sections of four, sections to 万, these to 亿.
    private struct Reader {
        private var total = 0, upper = 0, section = 0
        private var digit: Int?
        private var hasZero = false
        /// The last unit taken in this section; a smaller one must follow.
        private var unit = 10_000
        private var hasWan = false, hasYi = false
        private var isFirst = true

        mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            defer { isFirst = false }
            if let value = ChineseNumeral.digit(scalar) { return takeDigit(value) }
            guard let value = ChineseNumeral.unitValues[scalar] else { return false }
            return value < 10_000 ? takeUnit(value) : takeScale(value)
        }

        private mutating func takeDigit(_ value: Int) -> Bool {
            guard digit == nil else { return false }
            if value == 0 {
                guard !hasZero else { return false }
                hasZero = true
            } else {
                digit = value
            }
            return true
        }

        private mutating func takeUnit(_ value: Int) -> Bool {
            // 拾 alone at the beginning is ten.
            guard value < unit, let digit = digit ?? (value == 10 && isFirst ? 1 : nil) else { return false }
            section += digit * value
            unit = value
            self.digit = nil
            hasZero = false
            return true
        }

        private mutating func takeScale(_ value: Int) -> Bool {
            guard closeSection() else { return false }
            if value == 10_000 {
                guard section > 0, !hasWan else { return false }
                upper = section * value
                hasWan = true
            } else {
                guard upper + section > 0, !hasYi else { return false }
                total = (upper + section) * value
                upper = 0
                hasWan = false
                hasYi = true
            }
            section = 0
            unit = 10_000
            hasZero = false
            return true
        }

        /// Adds the last digit of the section. After a larger unit than ten it needs a zero before it.
        private mutating func closeSection() -> Bool {
            guard let digit else { return true }
            let follows = unit < 10_000 ? unit > 10 : upper + total > 0
            guard !follows || hasZero else { return false }
            section += digit
            self.digit = nil
            return true
        }

        mutating func finish() -> Int? { closeSection() ? total + upper + section : nil }
    }
}
