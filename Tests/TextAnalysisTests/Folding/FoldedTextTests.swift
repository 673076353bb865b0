import Testing
import TextAnalysis

@Suite("Folding of texts")
struct FoldedTextTests {
    @Test(
        "Traditional characters become Simplified ones",
        arguments: [("電費幾多錢", "电费几多钱"), ("檢查電錶", "检查电表"), ("妳們", "你们"), ("冇電喎", "冇电㖞"), ("發票", "发票")])
    func traditional(_ text: String, _ folded: String) {
        #expect(FoldedText(text).string == folded)
    }

    @Test(
        "full-width signs become half-width ones",
        arguments: [("１８６．５元", "186.5元"), ("Ａｂｃ", "abc"), ("停电，在吗？！", "停电,在吗?!"), ("ﾊﾛｰ", "ハロー"), ("停　电", "停 电")])
    func fullWidth(_ text: String, _ folded: String) {
        #expect(FoldedText(text).string == folded)
    }

    @Test("case is folded", arguments: [("KWh", "kwh"), ("ÉCOLE", "ecole"), ("ΣΑΣ", "σασ"), ("ЖЭК", "жэк")])
    func letterCase(_ text: String, _ folded: String) {
        #expect(FoldedText(text).string == folded)
    }

    @Test(
        "accents are dropped, composed or not",
        arguments: [("café", "cafe"), ("cafe\u{301}", "cafe"), ("lǜ", "lu"), ("diànfèi", "dianfei"), ("naïve", "naive"), ("ñ", "n")])
    func accents(_ text: String, _ folded: String) {
        #expect(FoldedText(text).string == folded)
    }

    @Test(
        "invisible and control characters are dropped",
        arguments: [
            "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
            "\u{200F}",
            "\u{61C}", "\u{180E}", "\u{FE0F}", "\u{0}", "\u{1}", "\u{1B}", "\u{7}", "\u{7F}", "\u{9B}", "\u{80}", "\u{E000}", "\u{E0041}",
            "\u{E007F}",
            "\u{E0100}", "\u{1D173}",
        ])
    func invisible(_ sign: String) {
        #expect(FoldedText("停\(sign)电\(sign)了").string == "停电了")
        #expect(FoldedText(sign).isEmpty)
    }

    @Test(
        "white space of any kind and length is one space, none at the ends",
        arguments: [" a  b ", "\ta\r\nb\n", "\u{A0}a\u{3000}\u{2003}b\u{2028}", "\u{85}a \u{200B} b\u{B}"])
    func whiteSpace(_ text: String) {
        #expect(FoldedText(text).string == "a b")
    }

    @Test("a tag spelled in tag characters leaves nothing")
    func tags() {
        let tag = "ignore".unicodeScalars.map { String(Unicode.Scalar($0.value + 0xE0000) ?? $0) }.joined()
        #expect(FoldedText("停\(tag)电").string == "停电")
    }

    @Test("a thousand combining marks leave the letter under them")
    func manyMarks() {
        let marks = String(repeating: "\u{301}", count: 1000)
        let folded = FoldedText("停\(marks)电a\(marks)")
        #expect(folded.string == "停电a")
        #expect(folded.sourceRange(ofScalars: 1..<3) == 1001..<1003)
        #expect(folded.sourceCount == 2003)
    }

    @Test("letters beyond the first plane fold to plain ones", arguments: [("𝟏𝟐", "12"), ("𝐀𝑏", "ab")])
    func mathematicalLetters(_ text: String, _ folded: String) {
        #expect(FoldedText(text).string == folded)
    }

    @Test("emoji stay")
    func emoji() {
        #expect(FoldedText("😀停电👍🏽").string == "😀停电👍🏽")
    }

    @Test("an empty text and one of dropped characters alone are empty", arguments: ["", " ", "\u{200B}\u{0}", "\n\n", "\u{301}"])
    func empty(_ text: String) {
        #expect(FoldedText(text).isEmpty)
        #expect(FoldedText(text).utf8.isEmpty)
    }

    @Test(
        "traits tell what kinds of characters there are",
        arguments: [
            ("139", [.digits]), ("abc", [.latin]), ("停", [.han]), ("電", [.han, .traditional]), ("一", [.han, .hanNumerals]),
            ("〇", [.han, .hanNumerals]), ("？", [.clauseMarks]), ("、", [.clauseMarks]), ("1****2", [.digits, .masks]), ("😀", []), ("", []),
            ("Ａ１", [.latin, .digits]), ("廿", [.han, .hanNumerals]),
        ] as [(String, TextTraits)])
    func traits(_ text: String, _ traits: TextTraits) {
        #expect(FoldedText(text).traits == traits)
    }

    @Test("a reused value holds nothing of the text before")
    func reuse() {
        var folded = FoldedText("電費 186 元，abc ****")
        folded.assign("停")
        #expect(folded.string == "停")
        #expect(folded.traits == .han)
        #expect(folded.sourceCount == 1)
        #expect(folded.origins == [0])
    }
}
