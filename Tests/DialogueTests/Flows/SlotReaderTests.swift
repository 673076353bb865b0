import LanguageUnderstanding
import PowerDomain
import Testing
import TextAnalysis

@testable import Dialogue

/// Reads slots with the real entity recognizers on 2026-11-24.
enum Reading {
    static let today = CalendarDay(daysSince1970: 20_781)

    static func utterance(_ message: String) -> Utterance {
        var understanding = Samples.refused()
        understanding.entities = EntityFinder().find(in: FoldedText(message), today: today)
        understanding.length = FoldedText(message).scalars.count
        return Utterance(message, understanding)
    }

    static func slot(_ name: String, _ form: SlotDefinition.Form, _ check: String? = nil, _ choices: [SlotDefinition.Choice] = [])
        -> SlotDefinition
    {
        let words = Wording([.zhHans: name, .en: name])
        return SlotDefinition(name: name, title: words, form: form, check: check, ask: words, hint: words, choices: choices)
    }

    static func read(
        _ message: String, _ slot: SlotDefinition, isAsked: Bool = true, filled: [String: SlotValue] = [:], slots: [String] = []
    ) -> SlotReader.Reading {
        let flow = Flow(id: "test", required: [[slot.name]], optional: slots.map { [$0] }, service: .createOrder)
        let context = SlotReader.Context(
            flow: flow, moment: Moment(day: today, minute: 615), filled: filled, regionOfCity: ["广州": .guangzhou, "佛山": .guangdong])
        var taken = SlotReader.Taken()
        return SlotReader().read(slot, utterance(message), isAsked: isAsked, context, &taken)
    }
}

@Suite("Slots out of answers")
struct SlotReaderTests {
    @Test(
        "codes are read in or out of question, and checked",
        arguments: [
            ("户号0800 1234 5678 9012", "account_no", SlotDefinition.Form.account, "account_number", "0800123456789012"),
            ("打我手機139 1234 5670", "phone", .phone, "phone_number", "13912345670"),
            ("座机020-8765 4321", "phone", .phone, "phone_number", "02087654321"),
            ("身份证440105199003070427", "id_no", .identityNumber, "identity_number", "440105199003070427"),
            ("发到Chen.zq@example.com", "email", .email, "email", "chen.zq@example.com"),
            ("WO202611240017跟成點", "order_no", .orderNumber, "order_number", "WO202611240017"),
            ("信用代码91440101MA5DEM012H", "uscc", .creditCode, "credit_code", "91440101MA5DEM012H"),
        ])
    func readsCodes(message: String, name: String, form: SlotDefinition.Form, check: String, value: String) {
        let slot = Reading.slot(name, form, check)
        #expect(Reading.read(message, slot) == .value(.text(value)))
        #expect(Reading.read(message, slot, isAsked: false) == .value(.text(value)))
    }

    @Test("a code of the wrong length is flawed where it is asked, and nothing where it is not")
    func wrongLengthIsFlawed() {
        let slot = Reading.slot("phone", .phone, "phone_number")
        #expect(Reading.read("1391234", slot) == .flawed)
        #expect(Reading.read("用了300度", slot, isAsked: false) == .nothing)
    }

    @Test("a passport number passes for an identity paper without the check")
    func passport() {
        #expect(Reading.read("passport no. C01X00T47", Reading.slot("id_no", .identityNumber, "identity_number")) != .nothing)
    }

    @Test(
        "quantities in their unit",
        arguments: [
            ("用了五百六十度", "kwh", SlotDefinition.Form.kwh, "560"), ("三十千瓦", "capacity_kw", .kw, "30"), ("20", "capacity_kw", .kw, "20"),
            ("两百三十六块五", "amount", .money, "236.5"), ("六口人", "household_size", .integer, "6"), ("五個大人兩個細路", "household_size", .integer, "7"),
            ("停四十五天", "days", .integer, "45"), ("零点八二", "power_factor", .decimal, "0.82"), ("量了只有185", "voltage", .volt, "185"),
            ("10千伏的", "voltage", .volt, "10000"), ("给四星", "score", .integer, "4"), ("非常满意", "score", .integer, "5"),
            ("减一年", "duration", .integer, "12"),
            ("从8千瓦加到20", "capacity_new", .kw, "20"),
        ])
    func readsQuantities(message: String, name: String, form: SlotDefinition.Form, value: String) {
        #expect(Reading.read(message, Reading.slot(name, form)) == .value(.number(value)))
    }

    @Test("shares of a consumption become kWh")
    func readsSplit() {
        let slot = Reading.slot("tou_split", .kwh)
        #expect(Reading.read("峰80平200谷150", slot) == .value(.parts(["peak": "80", "flat": "200", "valley": "150"])))
        #expect(Reading.read("谷電佔四成", slot, filled: ["kwh": .number("500")]) != .flawed)
    }

    @Test(
        "days are absolute, and look ahead where the slot does",
        arguments: [
            ("前天晚上", "damage_date", SlotDefinition.Form.date, "date_not_future", "2026-11-22"),
            ("下周三", "date", .date, "date_future", "2026-12-02"),
            ("20号", "date", .date, "date_future", "2026-12-20"), ("昨天晚上八点多", "pay_time", .datetime, "date_not_future", "2026-11-23T20:00"),
            ("上个月", "month", .month, "date_not_future", "2026-10"), ("下午三点", "time", .time, "", "15:00"),
            ("朝早得閒", "time", .time, "", "morning"),
            ("刚交完", "paid_time", .datetime, "date_not_future", "2026-11-24T10:15"),
        ])
    func readsDays(message: String, name: String, form: SlotDefinition.Form, check: String, value: String) {
        #expect(Reading.read(message, Reading.slot(name, form, check.isEmpty ? nil : check)) == .value(.text(value)))
    }

    @Test("a day that the check does not allow is flawed")
    func futureDamageIsFlawed() {
        #expect(Reading.read("明天", Reading.slot("damage_date", .date, "date_not_future")) == .flawed)
    }

    private static let channel = Reading.slot(
        "channel", .choice, nil,
        [
            .init(code: "sms", title: Wording([.zhHans: "短信", .en: "text message"]), words: ["短信", "发短信"]),
            .init(code: "paper", title: Wording([.zhHans: "纸质账单", .en: "paper"]), words: ["纸质", "寄紙單"]),
            .init(code: "other", title: Wording([.zhHans: "其他", .en: "other"]), words: []),
        ])

    @Test(
        "choices by word, by number with more behind it, in pinyin",
        arguments: [
            ("改成短信", "sms"), ("轉返寄紙單", "paper"), ("2。谢谢", "paper"), ("duan xin", "sms"), ("不要短信，要纸质", "paper"), ("其他", "other"),
        ])
    func readsChoices(message: String, code: String) {
        #expect(Reading.read(message, Self.channel) == .value(.text(code)))
    }

    @Test(
        "papers: there, not there",
        arguments: [("有", "promised"), ("房产证我有", "promised"), ("没有", "none"), ("還未有", "none"), ("i have it", "promised")])
    func readsPapers(message: String, value: String) {
        #expect(Reading.read(message, Reading.slot("property_proof", .paper)) == .value(.text(value)))
    }

    @Test(
        "addresses as said, without the words around them",
        arguments: [
            ("我家在天河区员村二横路16号804，电话13912345670", "天河区员村二横路16号804"), ("我住喺荔灣逢源路8號地下", "荔灣逢源路8號地下"),
            ("Unit 5B, 12 Nanhai Avenue, Nanshan", "Unit 5B, 12 Nanhai Avenue, Nanshan"), ("村小学后门那根电杆", "村小学后门那根电杆"),
            ("地址是越秀区东华东路12号301", "越秀区东华东路12号301"),
        ])
    func readsAddresses(message: String, value: String) {
        #expect(Reading.read(message, Reading.slot("address", .address)) == .value(.text(value)))
    }

    @Test(
        "names without titles",
        arguments: [
            ("陈志强", "陈志强"), ("我叫陈志强", "陈志强"), ("Maria Santos", "Maria Santos"), ("梁美珊小姐", "梁美珊"),
        ])
    func readsNames(message: String, value: String) {
        #expect(Reading.read(message, Reading.slot("name", .person)) == .value(.text(value)))
    }

    @Test("places by region", arguments: [("我在佛山", "guangdong"), ("广州的", "guangzhou"), ("我在云南", "yunnan")])
    func readsRegions(message: String, value: String) {
        #expect(Reading.read(message, Reading.slot("region", .region)) == .value(.text(value)))
    }

    @Test("two phones are told apart by the words before them")
    func twoPhones() {
        let message = "原来是18612345678，换成13912345670"
        #expect(
            Reading.read(message, Reading.slot("new_phone", .phone), isAsked: false, slots: ["old_phone"]) == .value(.text("13912345670")))
        #expect(
            Reading.read(message, Reading.slot("old_phone", .phone), isAsked: false, slots: ["new_phone"]) == .value(.text("18612345678")))
    }

    @Test(
        "part of an address is replaced by its last number, or the one of its unit",
        arguments: [
            ("天河区员村二横路16号804", "806", "天河区员村二横路16号806"), ("东华东路12号301", "18号", "东华东路18号301"), ("南山路3栋502", "5栋", "南山路5栋502"),
        ])
    func replacesParts(whole: String, part: String, result: String) {
        #expect(Responder.partReplaced(whole, part) == result)
    }
}
