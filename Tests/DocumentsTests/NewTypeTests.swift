import MiddleOffice
import Documents
import Foundation
import Knowledge
import PowerDomain
import Testing
import TestSupport

@Suite("A further document type")
struct NewTypeTests {
    private static let licence = """
        type: vehicle_licence
        title: {zh-Hans: 机动车行驶证, yue: 机动车行驶证, zh-Hant: 機動車行駛證, en: vehicle licence}
        titles: [机动车行驶证, 行驶证]
        other_labels: [使用性质, 品牌型号]
        checks: []
        fields:
          plate:
            title: {zh-Hans: 号牌号码, yue: 号牌号码, zh-Hant: 號牌號碼, en: plate number}
            labels: [号牌号码]
            shape: code
            pattern: '\\p{Han}[A-Z][·]?[A-Z0-9]{5,6}'
            required: true
          owner:
            title: {zh-Hans: 所有人, yue: 所有人, zh-Hant: 所有人, en: owner}
            labels: [所有人]
            shape: party
          address:
            title: {zh-Hans: 住址, yue: 住址, zh-Hant: 住址, en: address}
            labels: [住址]
            shape: address
            lines: several
          register_date:
            title: {zh-Hans: 注册日期, yue: 注册日期, zh-Hant: 註冊日期, en: date of registration}
            labels: [注册日期]
            shape: date
        samples:
          - text: |-
              中华人民共和国机动车行驶证
              号牌号码 桂A·8K215
              所有人 覃美莲
              住址 南宁市西乡塘区大学东路100号
              使用性质 非营运
              注册日期 2019-05-06
            fields: {plate: '桂A·8K215', owner: 覃美莲, address: 南宁市西乡塘区大学东路100号, register_date: '2019-05-06'}
          - text: |-
              机动车行驶证
              号牌号码
              粤B12345
              所有人
              深圳市联发物流有限公司
              住址
              深圳市宝安区新安街道45号
              注册日期
              2020-11-02
            fields: {plate: 粤B12345, owner: 深圳市联发物流有限公司, address: 深圳市宝安区新安街道45号, register_date: '2020-11-02'}
        """

    @Test("one more file makes one more type, and no line of Swift")
    func oneFile() throws {
        try Scratch.use { models in
            try FileManager.default.copyItem(atPath: Checkout.folders.models + "/documents", toPath: models + "/documents")
            try FileManager.default.copyItem(atPath: Checkout.folders.models + "/region_codes.tsv", toPath: models + "/region_codes.tsv")
            try Self.licence.replacing("\\\\", with: "\\").write(
                toFile: models + "/documents/vehicle_licence.yaml", atomically: true, encoding: .utf8)
            let source = DocumentSource(models: models)
            #expect(source.findings.filter { $0.severity == .error }.map(\.description) == [])
            #expect(source.types.count == Checkout.documentSource.types.count + 1)
            let reader = try DocumentTraining(source).run().base().reader(source.regions)
            var work = reader.makeWorkspace()
            let text = "中华人民共和国\n机动车行驶证\n号牌号码\n云C·77Q01\n车辆类型 小型轿车\n所有人\n普永康\n住址\n玉溪市红塔区彩虹路8号3栋\n201室\n注册日期\n2021年3月9日"
            let document = reader.read(PrintedLine.lines(of: text), .init(asOf: Harness.day), &work)[0]
            #expect(document.type == "vehicle_licence")
            #expect(document.value("plate") == "云C·77Q01")
            #expect(document.value("owner") == "普永康")
            #expect(document.value("address") == "玉溪市红塔区彩虹路8号3栋201室")
            #expect(document.value("register_date") == "2021-03-09")
        }
    }

    @Test(
        "a file with faults is refused with file, line and what is known",
        arguments: [
            ("shape: party", "shape: parti", "no shape is named 'parti'"),
            ("checks: []", "checks: [colour_is_red]", "no check is named 'colour_is_red'"),
            ("pattern: '", "pattern: '(", "is no regular expression"), ("{plate: 粤B12345", "{plates: 粤B12345", "is no field of this type"),
        ])
    func faults(_ old: String, _ new: String, _ message: String) throws {
        try Scratch.use { models in
            try FileManager.default.createDirectory(atPath: models + "/documents", withIntermediateDirectories: true)
            try Self.licence.replacing(old, with: new).write(
                toFile: models + "/documents/vehicle_licence.yaml", atomically: true, encoding: .utf8)
            let findings = DocumentSource(models: models).findings
            let found = try #require(findings.first { $0.message.contains(message) })
            #expect(found.file == "models/documents/vehicle_licence.yaml")
            #expect(found.line > 1)
        }
    }
}
