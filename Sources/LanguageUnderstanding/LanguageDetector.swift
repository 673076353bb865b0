internal import PowerDomain
internal import TextAnalysis

/// The language of a message: Cantonese by its own words, Traditional by its script, English by its letters.
struct LanguageDetector: Sendable {
    /// Characters (after folding) that only written Cantonese uses often.
    private static let cantoneseCharacters = ScalarSet("冇嘅咗喺哋啲嗰咁乜佢嚟睇畀俾攞噉喎㗎嘢揾嗌嘥慳悭咩啱掂唔嗱瞓攰諗谂冚埋曱甴靓噃㖞啩喇嘞")
    static let cantoneseWords = [
        "边度", "点解", "点样", "几时", "几多", "而家", "听日", "寻日", "琴日", "屋企", "使唔使", "系咪", "有冇", "师奶", "搞掂", "得闲",
        "跳掣", "总掣", "电制", "雪柜", "灯胆", "插苏", "今个月", "上个月份", "同埋", "仲有", "仲未", "返电", "过数", "入钱", "一阵间", "究竟系",
    ]
    private static let mandarinCharacters = ScalarSet("的了吗呢吧们这那怎么没什您")

    /// Nil for a message without words; `cantoneseWords`: how many of them it has.
    func language(of text: FoldedText, cantoneseWords: Int) -> Language? {
        var han = 0, letters = 0, words = 0, cantonese = 2 * cantoneseWords, mandarin = 0, wasLetter = false
        for scalar in text.scalars {
            let isLetter = scalar >= 0x61 && scalar <= 0x7A
            if isLetter {
                letters += 1
                if !wasLetter { words += 1 }
            } else if scalar >= 0x3400 && scalar <= 0x9FFF {
                han += 1
                if Self.cantoneseCharacters.contains(scalar) { cantonese += 2 }
                if Self.mandarinCharacters.contains(scalar) { mandarin += 1 }
            }
            wasLetter = isLetter
        }
        if han == 0 { return words == 0 ? nil : isPinyin(text) ? .zhHans : .en }
        // About 1.7 Han characters carry what one English word does.
        if words >= 3, words * 17 > han * 10 { return .en }
        if cantonese > 0, cantonese * 2 > mandarin { return .yue }
        return text.traits.contains(.traditional) ? .zhHant : .zhHans
    }

    /// Letters most of which spell Mandarin syllables, at least two of them, and no everyday English word among them.
    private func isPinyin(_ text: FoldedText) -> Bool {
        var syllables = 0, spelling = 0, other = 0, start: Int?
        let scalars = text.scalars
        for index in 0...scalars.count {
            let isLetter = index < scalars.count && scalars[index] >= 0x61 && scalars[index] <= 0x7A
            if isLetter {
                if start == nil { start = index }
            } else if let from = start {
                start = nil
                let word = scalars[from..<index]
                if word.count <= 6, Self.englishWords.contains(Self.packed(word)) { return false }
                if let count = PinyinTable.standard.syllableCount(of: word) {
                    syllables += count
                    spelling += word.count
                } else {
                    other += word.count
                    if other > 8 { return false }
                }
            }
        }
        return syllables >= 2 && spelling >= 3 * other
    }

    /// Up to six letters in five bits each.
    private static func packed(_ letters: some Sequence<UInt32>) -> UInt32 { letters.reduce(0) { $0 << 5 | ($1 - 0x60) } }

    private static let englishWords = PackedWords(
        [
            "hi", "he", "me", "can", "you", "hey", "an", "a", "the", "pay", "men", "women", "sun", "fan", "ban", "ran", "run", "she",
            "we", "long", "to", "bill", "o", "e", "en", "er", "song", "sang", "hang", "die", "pie", "pin", "tie", "lie", "man", "gong",
            "dang", "bang", "gang", "is", "on", "my", "of", "in", "it", "at", "and", "for", "how", "what", "was", "are", "has", "had",
            "but",
            "not", "with", "power", "mum", "dad", "i", "im", "our", "your", "off", "out", "where", "when", "why", "who", "this", "that",
            "there", "no", "yes", "ok", "bye", "thanks", "hello", "wifi", "cancel", "human", "change",
        ].map { packed($0.unicodeScalars.map(\.value)) })

    /// A set of packed words in which looking one up costs a load or two.
    private struct PackedWords: Sendable {
        private var slots = [UInt32](repeating: 0, count: 512)

        init(_ words: [UInt32]) {
            for word in Set(words) {
                var slot = Self.slot(word)
                while slots[slot] != 0 { slot = (slot + 1) & 511 }
                slots[slot] = word
            }
        }

        func contains(_ word: UInt32) -> Bool {
            var slot = Self.slot(word)
            while slots[slot] != 0 {
                if slots[slot] == word { return true }
                slot = (slot + 1) & 511
            }
            return false
        }

        private static func slot(_ word: UInt32) -> Int { Int((word &* 2_654_435_769) >> 23) }
    }
}

/// A set of scalars of the Basic Multilingual Plane as a bitmap.
struct ScalarSet: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)

    init(_ text: String) {
        for scalar in text.unicodeScalars where scalar.value <= 0xFFFF {
            bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
        }
    }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        scalar <= 0xFFFF && bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
    }
}
