extension ChineseNumeral {
    /// Adds up digits and 十 百 千 万 亿 from left to right.
    struct Reader {
        let scalars: [UInt32]
        let start: Int
        private(set) var index: Int
        private var total = 0, section = 0
        private var pending: Int?
        /// The last unit read; the last within 万; the last of 万 and 亿.
        private var last = 0, sectionUnit = 0, bigUnit = 0
        private var afterZero = false

        init(scalars: [UInt32], start: Int) {
            self.scalars = scalars
            self.start = start
            index = start
        }

        /// The number, nil if none begins here; `index` then stands after it.
        mutating func read() -> Int? {
            while index < scalars.count, step() { index += 1 }
            guard index > start else { return nil }
            let rest = pending ?? 0
            // 两千五 is 2500, 两千零五 is 2005.
            return total + section + (last >= 100 && !afterZero ? rest * last / 10 : rest)
        }

        private mutating func step() -> Bool {
            let scalar = scalars[index]
            if let digit = ChineseNumeral.digit(scalar) { return take(digit: digit) }
            if scalar == ChineseNumeral.twenty || scalar == ChineseNumeral.thirty {
                guard pending == nil, sectionUnit == 0 || sectionUnit > 10 else { return false }
                section += scalar == ChineseNumeral.twenty ? 20 : 30
                sectionUnit = 10
                last = 10
                return true
            }
            if let unit = ChineseNumeral.unit(scalars, index) { return unit < 10_000 ? take(unit: unit) : take(bigUnit: unit) }
            return isApproximation(scalar)
        }

        private mutating func take(digit: Int) -> Bool {
            if let first = pending {
                // 三四百: some three hundred.
                return index == start + 1 && first > 0 && digit > 0 && ChineseNumeral.unit(scalars, index + 1) != nil
            }
            if digit == 0, index > start {
                guard index + 1 < scalars.count, (ChineseNumeral.digit(scalars[index + 1]) ?? 0) > 0, last > 0 else { return false }
                afterZero = true
                return true
            }
            if last == 10, digit == 0 { return false }
            pending = digit
            return true
        }

        private mutating func take(unit: Int) -> Bool {
            if unit == 1000, ChineseNumeral.isMetric(scalars, index + 1) { return false }
            if sectionUnit != 0, unit >= sectionUnit { return false }
            if pending == nil {
                guard unit == 10 || isShortened else { return false }
                pending = 1
            }
            section += (pending ?? 1) * unit
            pending = nil
            sectionUnit = unit
            last = unit
            afterZero = false
            return true
        }

        /// Cantonese 百二 (120) and 千四 (1400); 百色 and 千万 are not numbers.
        private var isShortened: Bool {
            guard index == start, index + 1 < scalars.count, let digit = ChineseNumeral.digit(scalars[index + 1]) else { return false }
            return digit > 0
        }

        private mutating func take(bigUnit unit: Int) -> Bool {
            let value = section + (pending ?? 0)
            guard value > 0 || (total > 0 && unit > bigUnit), bigUnit == 0 || unit < bigUnit || total < 100_000_000 else { return false }
            guard unit != bigUnit else { return false }
            total = unit > bigUnit && bigUnit > 0 ? (total + value) * unit : total + value * unit
            section = 0
            sectionUnit = 0
            pending = nil
            self.bigUnit = unit
            last = unit
            afterZero = false
            return true
        }

        /// 几 in 廿几万, 多 in 十多万.
        private func isApproximation(_ scalar: UInt32) -> Bool {
            guard index > start, pending == nil, let unit = ChineseNumeral.unit(scalars, index + 1), unit >= 10_000 else { return false }
            return "几多来余".unicodeScalars.contains { $0.value == scalar }
        }
    }
}
