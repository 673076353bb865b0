import PowerDomain
import Testing
import TextAnalysis

@testable import LanguageUnderstanding

@Suite("Random texts")
struct EntityFuzzTests {
    /// SplitMix64, Steele et al. 2014: the same texts in every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            return word ^ word >> 31
        }
    }

    /// Pieces that recognizers look at, so that random texts reach far into them.
    private static let pieces: [String] = words.split(separator: " ").map(String.init) + [" ", "\n", "\u{0}", "\u{FEFF}"]
    private static let words = """
        年 月 日 号 点 半 分 刻 到 至 - ~ / : . , ， 。 ％ % 度 元 块 毛 千瓦 千伏安 kWh kva mw 百分之 成 个 户 人 台 区 路 街 村 镇 栋 座 室 单元 地址 天河 广州 市 县 上 下 去 今 前 最近 周 星期 礼拜 天 号楼 \
        零 一 二 两 三 九 十 百 千 万 亿 幺 廿 卅 〇 0 1 2 9 12 31 99 2026 0800123456789012 99999999999999999999 139 1234 5670 **** xxxx + @ . com a@b.cn wo WO2026 表号 单号 卡号 身份证 电话 我叫 我是 陈 王 有限公司 厂 店 \
        one two hundred thousand million point and oh last next march may nov 24th from to days ago room block road , ltd co., my name is i'm $ ¥ hk$ rmb 🙂 \u{200D} ㎾ ½ ① Ⅱ 係 嗰 號
        """

    private static func text(_ index: Int) -> String {
        var generator = Generator(state: UInt64(index) &* 7919)
        var text = ""
        for _ in 0..<Int.random(in: 0...24, using: &generator) {
            switch Int.random(in: 0..<10, using: &generator) {
            case 0:
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) { text.unicodeScalars.append(scalar) }
            case 1:
                if let scalar = Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FFF, using: &generator)) { text.unicodeScalars.append(scalar) }
            default: text += pieces.randomElement(using: &generator) ?? ""
            }
        }
        return text
    }

    private static func check(_ text: String, _ today: CalendarDay, _ finder: EntityFinder) {
        let folded = FoldedText(text)
        let found = finder.find(in: folded, today: today)
        var last = 0
        for entity in found {
            #expect(
                !entity.range.isEmpty && entity.range.lowerBound >= 0 && entity.range.upperBound <= folded.scalars.count,
                "\(text.debugDescription)")
            #expect(entity.range.lowerBound >= last, "\(text.debugDescription)")
            last = entity.range.lowerBound
            if case .days(let from, let to) = entity.value { #expect(from <= to, "\(text.debugDescription)") }
        }
        #expect(finder.find(in: folded, today: today) == found)
    }

    @Test("20,000 random texts neither crash nor yield impossible ranges", arguments: 0..<20)
    func random(_ part: Int) throws {
        let finder = EntityFinder()
        let today = try #require(CalendarDay(year: 2026, month: 11, day: 24))
        for index in part * 1000..<part * 1000 + 1000 { Self.check(Self.text(index), today, finder) }
    }

    @Test(
        "long monotonous texts do no harm",
        arguments: [
            "x", "1x", "一", "百", "十万", "1,", "1.", "*", "one ", "天", "路", "我叫", "a@", "2026年", "1-", "区路", "号", "有限公司", "100元", "co., ltd ",
            "room 1 ",
        ])
    func monotonous(_ piece: String) throws {
        let today = try #require(CalendarDay(year: 1, month: 1, day: 1))
        Self.check(String(repeating: piece, count: 2000), today, EntityFinder())
    }
}
