import Documents
import Testing
import TestSupport

@Suite("Checks of documents")
struct CheckTests {
    private func codes(_ text: String, type: String) throws -> [String] {
        try Harness.document(text, type: type).issues.filter { $0.severity != .info && $0.code != .missing }.map {
            "\($0.field ?? ""):\($0.code.rawValue)"
        }
    }

    @Test("birth and sex are held against the identity number")
    func person() throws {
        let text = "姓名郝静\n性别男\n民族汉\n出生1963年6月24日\n住址 宁德市屏南县新华街116号\n公民身份号码\n35092319630623416X"
        #expect(try codes(text, type: "id_card_front") == ["birth_date:mismatch", "sex:mismatch"])
    }

    @Test("an expired paper is a warning and stays valid")
    func expired() throws {
        let card = try Harness.document("签发机关 鹿寨县公安局\n有效期限 2006.07.19-2026.07.19", type: "id_card_back")
        #expect(card.issues == [Issue(.expired, field: "valid_to", severity: .warning, details: ["date": "2026-07-19"])])
        #expect(card.reading("valid_to")?.isValid == true)
    }

    @Test(
        "a term of identity cards is 5, 10 or 20 years, or for good",
        arguments: [
            ("2019.12.07-2039.12.07", false), ("2019.12.07-2029.12.06", false), ("2019.12.07-长期", false), ("2019.12.07-2032.12.07", true),
            ("2016.02.29-2036.02.28", false),
        ])
    func term(_ term: String, _ isUnusual: Bool) throws {
        let card = try Harness.document("签发机关 鹿寨县公安局\n有效期限 \(term)", type: "id_card_back")
        #expect(card.issues.contains { $0.code == .unusualTerm } == isUnusual)
    }

    @Test("an individual business has a code that begins with 92")
    func company() throws {
        let text = "营业执照\n统一社会信用代码 91340506MA8AYFTH01\n名称 马鞍山市瑞丰茶庄\n类型 个体工商户\n经营者 黄轩鹏"
        #expect(try codes(text, type: "business_license") == ["company_type:mismatch"])
    }

    @Test("two owners do not own alone, and the inner area is within the area")
    func property() throws {
        #expect(try codes("权利人 谢东杰、周振宇\n共有情况 单独所有\n坐落 保定市金穗路226号", type: "real_estate_cert").contains("owner:mismatch"))
        #expect(try codes("房屋所有权人 邵梓\n建筑面积 70.5\n套内建筑面积 86.0", type: "house_ownership_cert").contains("inner_area:mismatch"))
    }

    @Test("figures and words of an amount agree, readings rise, energy is their difference")
    func figures() throws {
        #expect(try codes("缴费凭证\n交易日期 2022-05-03\n金额（小写） ￥237.21\n金额（大写） 贰佰叁拾柒元贰角", type: "payment_receipt").contains("amount:mismatch"))
        #expect(try codes("上次示数 1350\n本次示数 1200", type: "electricity_bill").contains("last_reading:order"))
        #expect(try codes("上次示数 1200\n本次示数 1350\n本期电量 151kWh", type: "electricity_bill").contains("kwh:mismatch"))
        #expect(try !codes("上次示数 1200\n本次示数 1350\n本期电量 6000kWh", type: "electricity_bill").contains("kwh:mismatch"))
    }

    @Test("a region code that the table does not hold is news to the table, no fault")
    func regions() throws {
        let card = try Harness.document("姓名 郝静\n公民身份号码 99010119630623416X", type: "id_card_front")
        #expect(card.issues.filter { $0.code == .unknownRegion }.allSatisfy { $0.severity == .info })
    }
}
