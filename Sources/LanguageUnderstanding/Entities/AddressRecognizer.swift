package import PowerDomain
package import TextAnalysis

/// Addresses as people write them, from the district or road down to the room.
package struct AddressRecognizer: CuedRecognizer {
    package static let cues = [
        "路", "街", "大道", "巷", "胡同", "村", "屯", "寨", "坝", "社区", "花园", "小区", "大厦", "苑", "公寓", "家园", "豪庭", "广场", "山庄", "别墅", "大院", "工业园", "工业区",
        "产业园", "科技园", "名城", "华庭", "华府", "新城", "绿洲", "栋", "幢", "座", "坊", "弄", "单元", "镇",
        "road", " rd", "street", " st", "avenue", " ave", "lane", "garden", "village", "estate", "boulevard", "drive", "plaza", "mansion",
        "court", "building",
        "tower", "residence", "square", "centre",
    ]

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        guard Self.mayHold(text) else { return [] }
        let scan = Scan(text)
        let chinese = text.traits.contains(.han) ? AddressParser(scan: scan).addresses() : []
        let english = text.traits.contains(.latin) && text.traits.contains(.digits) ? EnglishAddress(scan: scan).addresses() : []
        return (chinese + english.filter { range in !chinese.contains { $0.overlaps(range) } }).map {
            Entity(.address, .text(scan.string($0)), $0)
        }
    }

    /// Without any number an address names more than an estate: 我们小区停电了 is not worth a closer look.
    private static func mayHold(_ text: FoldedText) -> Bool {
        if !text.traits.isDisjoint(with: [.digits, .hanNumerals]) { return true }
        var last: UInt32 = 0
        for scalar in text.scalars {
            if hints.contains(scalar), last != UInt32.han("小") { return true }
            last = scalar
        }
        return false
    }

    private static let hints: [UInt32] = "路街道巷村屯寨区县镇乡".unicodeScalars.map(\.value)

    package static let examples: [EntityExample] = [
        EntityExample("我在天河区员村二横路16号停电了", .address, .text("天河区员村二横路16号"), written: "天河区员村二横路16号"),
        EntityExample("天河区员村二横路16号804", .address, .text("天河区员村二横路16号804")),
        EntityExample("福田区景田北街12栋3单元502没电", .address, .text("福田区景田北街12栋3单元502"), written: "福田区景田北街12栋3单元502"),
        EntityExample("越秀区东华东路12号301", .address, .text("越秀区东华东路12号301")),
        EntityExample("我住喺荔灣逢源路8號地下", .address, .text("荔湾逢源路8号地下"), written: "荔灣逢源路8號地下"),
        EntityExample("注册地址天河路88号12楼", .address, .text("天河路88号12楼")),
        EntityExample("建设新村3栋楼下", .address, .text("建设新村3栋"), written: "建设新村3栋"),
        EntityExample("来我家，东华东路12号301", .address, .text("东华东路12号301")),
        EntityExample("我家在横州市峦城镇高村三队", .address, .text("横州市峦城镇高村三队")),
        EntityExample("龙里屯五组那边", .address, .text("龙里屯五组")),
        EntityExample("恒大绿洲8座1502室跳闸", .address, .text("恒大绿洲8座1502室")),
        EntityExample("地址：深圳市南山区科技园南区Ａ栋５楼", .address, .text("深圳市南山区科技园南区a栋5楼")),
        EntityExample("金碧湾花园A座1203", .address, .text("金碧湾花园a座1203")),
        EntityExample(
            "Unit 5B, 12 Nanhai Avenue, Nanshan", .address, .text("unit 5b, 12 nanhai avenue, nanshan"),
            written: "Unit 5B, 12 Nanhai Avenue, Nanshan"),
        EntityExample(
            "I live at Room 502, Block 3, 12 Tianhe Road", .address, .text("room 502, block 3, 12 tianhe road"),
            written: "Room 502, Block 3, 12 Tianhe Road"),
        EntityExample("registered at 12 Nanhai Avenue", .address, .text("12 nanhai avenue")),
        EntityExample("天河区员村二横路整条街", .address, .text("天河区员村二横路")),
        EntityExample("高新区科苑路15号科兴科学园B栋3单元", .address, .text("高新区科苑路15号科兴科学园b栋3单元")),
        EntityExample("顺德区大良街道新桂南路28号恒福花园5座1203", .address, .text("顺德区大良街道新桂南路28号恒福花园5座1203")),
        EntityExample("线路老化", .address, nil),
        EntityExample("我们小区停电了", .address, nil),
        EntityExample("路由器坏了", .address, nil),
        EntityExample("全村都没电", .address, nil),
        EntityExample("the whole street is dark", .address, nil),
        EntityExample("2号主变短路", .address, nil),
        EntityExample("24号停电", .address, nil),
    ]
}
