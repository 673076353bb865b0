import MiddleOffice
import Documents
import Testing
import TestSupport

@Suite("Reading documents")
struct DocumentReaderTests {
    private static let card = "姓名郝静\n性别女\n民族汉\n出生1963年6月23日\n住址\n宁德市屏南县新华街116号云\n山诗意11栋2904房\n公民身份号码\n35092319630623416X"

    @Test("label and value on one line or on two, and a wrapped address, are read")
    func plainCard() throws {
        let card = try Harness.document(Self.card)
        #expect(card.type == "id_card_front")
        #expect(card.value("name") == "郝静")
        #expect(card.value("address") == "宁德市屏南县新华街116号云山诗意11栋2904房")
        #expect(card.value("id_no") == "35092319630623416X")
        #expect(card.issues.isEmpty)
    }

    @Test("labels in one column and values in the next belong together in order")
    func columns() throws {
        let bill = try Harness.document("电费通知单\n户号：\n户名：\n用电地址：\n上次示数：\n本次示数：\n0800123456789012\n韦秀兰\n南宁市青秀区金湖路12号\n1200\n1350")
        #expect(bill.type == "electricity_bill")
        #expect(bill.value("account_no") == "0800123456789012")
        #expect(bill.value("account_name") == "韦秀兰")
        #expect(bill.value("last_reading") == "1200")
        #expect(bill.value("this_reading") == "1350")
    }

    @Test("a value whose line was lost is missing, and not a neighbour's")
    func lostLine() throws {
        let card = try Harness.document(Self.card.replacing("性别女\n", with: "").replacing("35092319630623416X", with: ""))
        #expect(card.value("id_no") == nil)
        #expect(card.value("sex") == nil)
        #expect(card.issues.contains(Issue(.missing, field: "id_no", severity: .warning)))
    }

    @Test("a wrong digit is given as printed, flagged, never set right")
    func wrongDigit() throws {
        let card = try Harness.document(Self.card.replacing("416X", with: "4161"))
        #expect(card.value("id_no") == "350923196306234161")
        #expect(card.reading("id_no")?.isValid == false)
        #expect(card.reading("id_no")?.isRepaired == false)
        #expect(card.issues.contains(Issue(.checkDigit, field: "id_no", severity: .error)))
    }

    @Test("a look-alike that the check digit proves is set right and marked")
    func lookAlike() throws {
        let card = try Harness.document(Self.card.replacing("350923196306", with: "35O923I96306"))
        #expect(card.value("id_no") == "35092319630623416X")
        #expect(card.reading("id_no")?.isRepaired == true)
    }

    @Test("what is worked out from the identity number is marked so")
    func derived() throws {
        let card = try Harness.document(Self.card.replacing("性别女\n", with: ""))
        #expect(card.value("sex") == "女")
        #expect(card.reading("sex")?.isDerived == true)
    }

    @Test("front and back on one page are two documents in reading order")
    func frontAndBack() throws {
        let found = try Harness.documents(Self.card + "\n中华人民共和国\n居民身份证\n签发机关\n屏南县公安局\n有效期限\n2019.12.07-2039.12.07")
        try #require(found.map(\.type) == ["id_card_front", "id_card_back"])
        #expect(found[1].value("valid_to") == "2039-12-07")
        #expect(found[0].value("id_no") == "35092319630623416X")
    }

    @Test("a type that is given is taken, and texts of no document are unknown")
    func givenTypeAndUnknown() throws {
        #expect(try Harness.document("姓名 韦秀兰", type: "household_register").value("name") == "韦秀兰")
        for text in ["", "你好", "身份证和营业执照都要带吗", "身份证号码35092319630623416X帮我看下对不对", "授权委托书（样本）\n委托人：____\n身份证号：____"] {
            #expect(try Harness.document(text).type == Document.unknownType, "\(text)")
        }
    }

    @Test("boxes tell what stands beside a label where the order of lines does not")
    func boxes() throws {
        let reader = try Checkout.equipment().reader
        var work = reader.makeWorkspace()
        func line(_ text: String, _ x: Double, _ y: Double) -> PrintedLine {
            PrintedLine(text, box: .init(x: x, y: y, width: Double(text.count) * 20, height: 20))
        }
        let lines = [
            line("营业执照", 200, 0), line("统一社会信用代码", 10, 40), line("91340506MA8AYFTH01", 200, 40), line("名称", 10, 80), line("注册资本", 400, 80),
            line("马鞍山市瑞丰新能源股份有限公司", 80, 80), line("人民币壹仟万元整", 500, 80), line("法定代表人", 10, 120), line("成立日期", 400, 120),
            line("黄轩鹏", 120, 120),
            line("2011年09月11日", 500, 120),
        ]
        let document = reader.read(lines, DocumentReader.Request(asOf: Harness.day), &work)[0]
        #expect(document.value("company_name") == "马鞍山市瑞丰新能源股份有限公司")
        #expect(document.value("registered_capital") == "10000000")
        #expect(document.value("legal_person") == "黄轩鹏")
        #expect(document.value("established_date") == "2011-09-11")
    }

    @Test(
        "hostile texts are read to an end and hold no document",
        arguments: [
            String(repeating: "姓名：", count: 50_000), String(repeating: "9", count: 200_000), String(repeating: "营业执照\n", count: 40_000),
            String(repeating: "\u{202E}身份证\u{0}\n", count: 20_000), String(repeating: "年月日年月日1", count: 30_000),
        ])
    func hostile(_ text: String) throws {
        let found = try Harness.documents(text)
        #expect(found.allSatisfy { $0.fields.allSatisfy { $0.value.count < 20_001 } })
    }

    @Test("the same text gives the same documents")
    func deterministic() throws {
        #expect(try Harness.documents(Self.card) == Harness.documents(Self.card))
    }
}
