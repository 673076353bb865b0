/// Toneless Mandarin syllables: which one each Han character is read with, and which Latin letters spell one.
/// The readings are generated (`swift run tools pinyin-table`); they serve fuzzy matching only.
package struct PinyinTable: Sendable {
    /// The table that the product uses, decoded once from its compact source form.
    package static let standard = PinyinTable()

    /// Number of the fuzzy syllable by code point, from U+4E00 on; 0 where there is none.
    private let syllableOfHan: [UInt16]
    private let codes: SpellingCodes
    /// A fuzzy syllable's spelling by number.
    package let spellings: [String]

    private static let firstHan: UInt32 = 0x4E00

    private init() {
        var han = [UInt16](repeating: 0, count: 0xA000 - Int(Self.firstHan))
        var numbers: [String: UInt16] = [:], spelled: [String: UInt16] = [:], spellings = [""]
        let text = Self.lines.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let syllable = String(parts[0]), fuzzy = Self.fuzzy(syllable)
            let number = numbers[fuzzy] ?? UInt16(spellings.count)
            if numbers[fuzzy] == nil { numbers[fuzzy] = number; spellings.append(fuzzy) }
            spelled[syllable] = number
            // lü is typed lv, sometimes lu; where lu has a reading of its own, that one stands.
            if syllable.last == "v" { spelled[syllable.dropLast() + "u", default: number] += 0 }
            for scalar in parts[1].unicodeScalars { han[Int(scalar.value - Self.firstHan)] = number }
        }
        self.syllableOfHan = han
        codes = SpellingCodes(spelled)
        self.spellings = spellings
    }

    /// Number of the syllable that `scalar` is read with, 0 for none.
    @inline(__always)
    func syllable(of scalar: UInt32) -> UInt16 {
        let index = Int(scalar) - Int(Self.firstHan)
        return index >= 0 && index < syllableOfHan.count ? syllableOfHan[index] : 0
    }

    /// What ears and keyboards of the south confuse: zh/z, ch/c, sh/s, n/l, ang/an, eng/en, ing/in.
    static func fuzzy(_ syllable: String) -> String {
        var text = syllable
        for (long, short) in [("zh", "z"), ("ch", "c"), ("sh", "s")] where text.hasPrefix(long) {
            text = short + text.dropFirst(2)
        }
        if text.hasPrefix("n"), text.count > 1, text != "ng" { text = "l" + text.dropFirst() }
        for ending in ["ang", "eng", "ing"] where text.hasSuffix(ending) { text = String(text.dropLast()) }
        return text
    }

    /// Splits Latin letters into the fewest syllables, as `dianfei` → `dian fei`; false unless all letters are used.
    func segment(_ letters: ArraySlice<UInt32>, into syllables: inout [UInt16]) -> Bool {
        syllables.removeAll(keepingCapacity: true)
        let count = letters.count, base = letters.startIndex
        guard count >= 2, count <= Self.longestWord else { return false }
        var steps = InlineArray<33, UInt8>(repeating: .max), lengths = InlineArray<33, UInt8>(repeating: 0)
        steps[0] = 0
        for start in 0..<count where steps[start] != .max {
            var key: UInt32 = 0
            for end in start..<min(start + Self.longestSyllable, count) {
                key = key << 5 | (letters[base + end] - 0x60)
                guard codes.contains(key), steps[start] + 1 < steps[end + 1] else { continue }
                steps[end + 1] = steps[start] + 1
                lengths[end + 1] = UInt8(end + 1 - start)
            }
        }
        guard steps[count] != .max else { return false }
        var end = count
        while end > 0 {
            let length = Int(lengths[end])
            var key: UInt32 = 0
            for index in end - length..<end { key = key << 5 | (letters[base + index] - 0x60) }
            syllables.append(codes.syllable(key))
            end -= length
        }
        syllables.reverse()
        return true
    }

    private static let longestWord = 32
    private static let longestSyllable = 6

    /// Spellings packed five bits a letter, in an open-addressing table.
    private struct SpellingCodes: Sendable {
        private var keys = [UInt32](repeating: 0, count: 2048)
        private var values = [UInt16](repeating: 0, count: 2048)

        init(_ spellings: [String: UInt16]) {
            for (spelling, number) in spellings {
                let key = spelling.utf8.reduce(UInt32(0)) { $0 << 5 | UInt32($1 - 0x60) }
                var slot = Self.slot(key)
                while keys[slot] != 0 { slot = (slot + 1) & 2047 }
                keys[slot] = key
                values[slot] = number
            }
        }

        @inline(__always)
        private static func slot(_ key: UInt32) -> Int { Int((key &* 2_654_435_769) >> 21) }

        @inline(__always)
        func contains(_ key: UInt32) -> Bool { syllable(key) != 0 }

        @inline(__always)
        func syllable(_ key: UInt32) -> UInt16 {
            var slot = Self.slot(key)
            while keys[slot] != 0 {
                if keys[slot] == key { return values[slot] }
                slot = (slot + 1) & 2047
            }
            return 0
        }
    }
}

extension PinyinTable {
    /// How many syllables folded letters spell, nil unless they spell syllables throughout.
    package func syllableCount(of letters: ArraySlice<UInt32>) -> Int? {
        var fewest = InlineArray<33, UInt8>(repeating: .max)
        let count = letters.count, base = letters.startIndex
        guard count >= 2, count <= Self.longestWord else { return nil }
        fewest[0] = 0
        for start in 0..<count where fewest[start] != .max {
            var key: UInt32 = 0
            for end in start..<min(start + Self.longestSyllable, count) {
                key = key << 5 | (letters[base + end] - 0x60)
                if codes.contains(key) { fewest[end + 1] = min(fewest[end + 1], fewest[start] + 1) }
            }
        }
        return fewest[count] == .max ? nil : Int(fewest[count])
    }
}

extension PinyinTable {
    /// The syllables of a text in Han characters or in Latin letters that spell Mandarin throughout; nil if anything else
    /// stands in it. Marks and spaces are left out.
    package func sounds(of text: FoldedText) -> [UInt16]? {
        var sounds: [UInt16] = [], word: [UInt32] = []
        func flush() -> Bool {
            guard !word.isEmpty else { return true }
            var syllables: [UInt16] = []
            defer { word = [] }
            guard segment(word[...], into: &syllables) else { return false }
            sounds += syllables
            return true
        }
        for scalar in text.scalars {
            if scalar >= 0x61, scalar <= 0x7A { word.append(scalar); continue }
            guard flush() else { return nil }
            if scalar >= 0x3400, scalar <= 0x9FFF {
                let syllable = syllable(of: scalar)
                guard syllable != 0 else { return nil }
                sounds.append(syllable)
            } else if scalar >= 0x30, scalar <= 0x39 {
                return nil
            }
        }
        return flush() ? sounds : nil
    }
}
