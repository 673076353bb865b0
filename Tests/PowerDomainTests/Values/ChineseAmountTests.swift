import PowerDomain
import Testing
import TextAnalysis

@Suite("Amounts in capital numerals")
struct ChineseAmountTests {
    @Test(
        "forms that documents print",
        arguments: [
            ("贰拾叁万元整", 23_000_000), ("叁佰零伍元陆角", 30_560), ("人民币贰仟万元", 2_000_000_000), ("（人民币）贰仟万元", 2_000_000_000),
            ("人民币：伍佰万元整", 500_000_000), ("玖佰零叁元叁角叁分", 90_333), ("人民币贰佰叁拾柒元贰角壹分", 23_721), ("零元整", 0),
            ("壹仟陆佰捌拾元零叁角贰分", 168_032), ("壹仟陆佰捌拾元叁角贰分", 168_032), ("壹拾万柒仟元零伍角叁分", 10_700_053),
            ("壹拾万零柒仟元伍角叁分", 10_700_053), ("壹拾六万肆仟元零贰分", 16_400_002), ("伍分", 5), ("陆角", 60), ("陆角整", 60),
            ("拾元", 1000), ("拾万元整", 10_000_000), ("叁拾元正", 3000), ("壹亿零伍佰万圆整", 10_500_000_000), ("壹万零伍元", 1_000_500),
            ("壹万伍佰元", 1_050_000), ("壹万亿元整", 100_000_000_000_000), ("贰拾叁万整", 23_000_000), ("人民币叁佰万", 300_000_000),
            ("两百元", 20_000), ("三千零五元", 300_500), ("一〇元", nil), ("貳拾參萬圓整", 23_000_000), ("壹 仟 元 整", 100_000),
        ] as [(String, Int?)])
    func reading(_ text: String, _ fen: Int?) {
        #expect(ChineseAmount(text)?.fen == fen)
    }

    @Test(
        "what follows no order, is open to two readings or was misread is refused",
        arguments: [
            "", "元", "整", "元整", "人民币", "壹贰元", "拾佰元", "佰元", "贰仟叁元", "三万五元", "壹万万元", "叁佰", "万元", "亿元", "参佰元", "壹元壹",
            "壹元贰分叁角", "壹元佰角", "壹元整整", "壹零零元", "贰拾叁万仟整", "参拾元", "粤元", "100元", "壹拾贰叁元", "元角分",
        ])
    func refused(_ text: String) {
        #expect(ChineseAmount(text) == nil)
    }

    @Test(
        "amounts as receipts write them",
        arguments: [
            (0, "零元整"), (5, "伍分"), (50, "伍角"), (105, "壹元零伍分"), (150, "壹元伍角"), (1000, "壹拾元整"), (30_560, "叁佰零伍元陆角"),
            (1_000_500, "壹万零伍元整"), (1_050_000, "壹万零伍佰元整"), (10_700_053, "壹拾万柒仟元伍角叁分"), (2_000_000_000, "贰仟万元整"),
            (10_500_000_000, "壹亿零伍佰万元整"), (100_000_000_000_500, "壹万亿零伍元整"), (100_000_010_000_000, "壹万亿零壹拾万元整"),
        ])
    func written(_ fen: Int, _ text: String) {
        #expect(ChineseAmount(fen: fen)?.written == text)
    }

    @Test("writing and reading is the identity", arguments: 0..<40)
    func roundTrip(_ seed: UInt64) throws {
        var sequence = FixedSequence(seed: seed)
        for _ in 0..<250 {
            let digits = Int.random(in: 1...18, using: &sequence)
            var fen = 0
            // Zeros are where mistakes hide, so half of the digits are zeros.
            for _ in 0..<digits { fen = fen * 10 + (Bool.random(using: &sequence) ? 0 : Int.random(in: 0...9, using: &sequence)) }
            let amount = try #require(ChineseAmount(fen: fen))
            #expect(ChineseAmount(amount.written) == amount, "\(amount.written)")
            #expect(ChineseAmount("人民币" + amount.written) == amount)
            #expect(PrintedAmount(amount.decimal)?.fen == (fen < 100_000_000_000_000_000 ? fen : nil))
        }
    }

    @Test("decimals have no fraction or two digits", arguments: [(0, "0"), (5, "0.05"), (30_560, "305.60"), (200_000_000, "2000000")])
    func decimal(_ fen: Int, _ text: String) {
        #expect(ChineseAmount(fen: fen)?.decimal == text)
    }

    @Test("negative and unwritable amounts are refused")
    func limits() {
        #expect(ChineseAmount(fen: -1) == nil)
        #expect(ChineseAmount(fen: 1_000_000_000_000_000_000) == nil)
        #expect(ChineseAmount(fen: 999_999_999_999_999_999)?.written.isEmpty == false)
    }
}

@Suite("Amounts as printed")
struct PrintedAmountTests {
    @Test(
        "forms that documents print",
        arguments: [
            ("200万元人民币", "2000000"), ("(人民币)贰仟万元", "20000000"), ("1,234.50元", "1234.50"), ("￥237.21", "237.21"), ("72.60元", "72.60"),
            ("¥536.77元", "536.77"), ("人民币790.15", "790.15"), ("9000", "9000"), ("贰佰万元整", "2000000"), ("200 万元（人民币）", "2000000"),
            ("RMB 1,000,000", "1000000"), ("人民币：￥3,618元", nil), ("人民币￥3,618元", "3618"), ("200.123456万元", "2001234.56"),
            ("0.5亿元", "50000000"), ("50.00万元", "500000"), ("5百万元", "5000000"), ("３００元", "300"), ("0.05元", "0.05"), ("007", "7"),
            ("叁佰零伍元陆角", "305.60"), ("960元整", "960"),
        ] as [(String, String?)])
    func reading(_ text: String, _ decimal: String?) {
        #expect(PrintedAmount(text)?.decimal == decimal)
    }

    @Test(
        "what is no amount, or of another currency, is refused",
        arguments: ["", "元", "万元", "100万美元", "USD100", "1,23元", "12,345,6", "1.2.3", ".5", "5.", "-5元", "三", "abc", "1234,567", "3618元/月"])
    func refused(_ text: String) {
        #expect(PrintedAmount(text) == nil)
    }

    @Test(
        "amounts are compared in fen",
        arguments: [("72.6", 7260), ("72.60", 7260), ("72", 7200), ("0.005", nil), ("1.500", 150)] as [(String, Int?)])
    func fen(_ text: String, _ fen: Int?) {
        #expect(PrintedAmount(text)?.fen == fen)
    }
}
