import PowerDomain
import Testing

@Suite("What numbers on documents tell")
struct DocumentFactsTests {
    @Test(
        "birth, sex and region of an identity number",
        arguments: [
            ("11010519491231002X", "110105", "1949-12-31", Sex.female), ("11010519491231002x", "110105", "1949-12-31", .female),
            ("440106199003074627", "440106", "1990-03-07", .female), ("110105491231001", "110105", "1949-12-31", .male),
            ("110105491231002", "110105", "1949-12-31", .female), ("110105891231996", "110105", "1889-12-31", .female),
            ("810000199003074611", "810000", "1990-03-07", .male),
        ])
    func civilNumber(_ text: String, _ region: String, _ birth: String, _ sex: Sex) throws {
        let number = try #require(CivilNumber(text))
        #expect(number.regionCode == region)
        #expect(number.birth.description == birth)
        #expect(number.sex == sex)
        #expect(number.characters == text.uppercased())
    }

    @Test("a number with a wrong check character still tells its facts")
    func wrongCheck() {
        #expect(CivilNumber("110105194912310021")?.birth.description == "1949-12-31")
    }

    @Test(
        "what has neither form, or a birth that does not exist, is no identity number",
        arguments: ["", "1101051949123100", "11010519491331002X", "110105491331002", "1101051949123100AX", "11010519491231002Ｘ"])
    func noCivilNumber(_ text: String) {
        #expect(CivilNumber(text) == nil)
    }

    @Test("an identity number's description is masked")
    func masked() throws {
        #expect("\(try #require(CivilNumber("440106199003074627")))" == "440***********4627")
    }

    @Test("parts of a credit code")
    func creditCode() throws {
        let code = try #require(CreditCode("91350100m000100y43"))
        #expect(code.department == "9" && code.classCode == "1")
        #expect(code.regionCode == "350100")
        #expect(code.organizationCode == "M000100Y4")
        #expect(code.kind == .enterprise)
        #expect(CreditCode("92350100M000100Y43")?.kind == .individualBusiness)
        #expect(try #require(CreditCode("N2350100M000100Y43")).kind == nil)
        #expect(CreditCode("91350100M000100Y4") == nil)
        #expect(CreditCode("9135O100M000100Y43") == nil)
    }

    @Test("56 names of ethnic groups, none twice, each read with and without 族")
    func ethnicities() {
        #expect(Ethnicity.names.count == 56)
        #expect(Set(Ethnicity.names).count == 56)
        for name in Ethnicity.names {
            #expect(Ethnicity(printed: name)?.name == name)
            #expect(Ethnicity(printed: " \(name) 族")?.name == name)
        }
    }

    @Test("what is none of the 56 names is refused", arguments: ["", "族", "汉族族", "穿青人", "漢", "男"])
    func noEthnicity(_ text: String) {
        #expect(Ethnicity(printed: text) == nil)
    }

    @Test(
        "the first digits tell the bank and the length",
        arguments: [
            ("6222023877732505092", "中国工商银行", 19), ("6212260091128491569", "中国工商银行", 19), ("6217001", "中国建设银行", 19),
            ("6228481", "中国农业银行", 19), ("6216600", "中国银行", 19), ("6216699", "中国银行", 19), ("6259091", "中国银行", 16),
            ("6222608282462210687", "交通银行", 19), ("6217991", "中国邮政储蓄银行", 19), ("6225881", "招商银行", 16), ("6226901", "中信银行", 16),
            ("6221555758944196", "平安银行", 16),
        ])
    func banks(_ digits: String, _ name: String, _ length: Int) throws {
        let bank = try #require(IssuingBank(cardNumber: digits))
        #expect(bank.name == name)
        #expect(bank.cardLength == length)
    }

    @Test("an unknown prefix tells nothing", arguments: ["", "62", "4111111111111111", "6259111"])
    func unknownBank(_ digits: String) {
        #expect(IssuingBank(cardNumber: digits) == nil)
    }

    @Test(
        "sex as printed",
        arguments: [
            ("男", Sex.male), ("女", .female), ("M", .male), ("f", .female), ("男 / M", .male), ("女/F", .female), ("X", nil), ("", nil),
        ])
    func sex(_ text: String, _ sex: Sex?) {
        #expect(Sex(printed: text) == sex)
    }
}
