import Testing

@testable import TextAnalysis

@Suite("Pinyin")
struct PinyinTableTests {
    private let table = PinyinTable.standard

    private func split(_ letters: String) -> [String]? {
        var syllables: [UInt16] = []
        guard table.segment(letters.unicodeScalars.map(\.value)[...], into: &syllables) else { return nil }
        return syllables.map { table.spellings[Int($0)] }
    }

    @Test(
        "letters are split into the fewest syllables, in their fuzzy spelling",
        arguments: [
            ("dianfei", ["dian", "fei"]), ("tingdian", ["tin", "dian"]), ("zhongguo", ["zon", "guo"]), ("xian", ["xian"]),
            ("shenzhen", ["sen", "zen"]), ("chongzhi", ["con", "zi"]), ("nihao", ["li", "hao"]), ("guangzhou", ["guan", "zou"]),
        ])
    func segmentation(_ letters: String, _ syllables: [String]) {
        // 'ong' is no ending that ears confuse; only ang, eng and ing lose their g.
        let expected = syllables.map { ["zon": "zong", "con": "cong"][$0] ?? $0 }
        #expect(split(letters) == expected)
    }

    @Test("letters that spell no syllables are not split", arguments: ["bill", "x", "zzz", "dianx", "electricity", "v", ""])
    func noSyllables(_ letters: String) {
        #expect(split(letters) == nil)
    }

    @Test("words over 32 letters are not split")
    func long() {
        #expect(split(String(repeating: "dian", count: 8))?.count == 8)
        #expect(split(String(repeating: "dian", count: 9)) == nil)
    }

    @Test(
        "what ears and keyboards confuse is one syllable",
        arguments: [
            ("zhi", "zi"), ("chang", "can"), ("shi", "si"), ("ni", "li"), ("lan", "nang"), ("deng", "den"), ("ling", "nin"),
            ("shang", "san"),
        ])
    func fuzziness(_ one: String, _ other: String) {
        #expect(PinyinTable.fuzzy(one) == PinyinTable.fuzzy(other))
        #expect(split(one) == split(other))
        #expect(split(one) != nil)
    }

    @Test(
        "what is not confused stays apart",
        arguments: [("ba", "pa"), ("dian", "tian"), ("fei", "hui"), ("ren", "len"), ("ng", "lg"), ("dong", "don")])
    func distinct(_ one: String, _ other: String) {
        #expect(PinyinTable.fuzzy(one) != PinyinTable.fuzzy(other))
    }

    @Test(
        "a Han character and its spelling are the same syllable",
        arguments: [("电", "dian"), ("费", "fei"), ("水", "shui"), ("表", "biao"), ("停", "ting")])
    func reading(_ character: Unicode.Scalar, _ letters: String) {
        #expect([table.spellings[Int(table.syllable(of: character.value))]] == split(letters))
    }

    @Test(
        "characters that sound alike share a syllable",
        arguments: [("费", "废"), ("表", "婊"), ("支", "知"), ("能", "冷")] as [(Unicode.Scalar, Unicode.Scalar)])
    func homophones(_ one: Unicode.Scalar, _ other: Unicode.Scalar) {
        #expect(table.syllable(of: one.value) == table.syllable(of: other.value))
    }

    @Test("other characters have no syllable", arguments: [0x41, 0x33FF, 0x3400, 0xA000, 0x1F600, 0x10FFFF] as [UInt32])
    func others(_ scalar: UInt32) {
        #expect(table.syllable(of: scalar) == 0)
    }

    @Test("ü is typed v, or u where no other syllable claims it")
    func umlaut() {
        #expect(split("nv") == split("lv"))
        #expect(split("lu") != split("lv"))
        #expect(split("nv") != nil)
    }

    @Test("counting syllables agrees with splitting", arguments: 0..<200)
    func counting(_ seed: UInt64) {
        var sequence = FixedSequence(seed: seed)
        let pieces = ["dian", "fei", "ting", "a", "xi", "an", "zhuang", "g", "b", "nv", "er", "ng"]
        let letters = (0..<Int.random(in: 1...9, using: &sequence)).map { _ in pieces.randomElement(using: &sequence) ?? "" }.joined()
        #expect(table.syllableCount(of: letters.unicodeScalars.map(\.value)[...]) == split(letters)?.count)
    }
}
