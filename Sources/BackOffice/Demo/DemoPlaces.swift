internal import PowerDomain

/// A city of the demo data with real district names; estates, numbers and people are made up.
struct DemoPlace: Sendable {
    let region: Region
    /// The first digits of account numbers there.
    let prefix: String
    /// The administrative code of the first district, for identity numbers.
    let code: String
    let city: String
    let districts: [String]
    /// kWh a day of a home: in the mild months, and what cooling and heating add.
    let base: Double
    let cooling: Double
    let heating: Double

    static let all: [DemoPlace] = [
        DemoPlace(
            region: .guangzhou, prefix: "0800", code: "440106", city: "广州市", districts: ["天河区", "越秀区", "海珠区", "白云区"],
            base: 6.5, cooling: 8, heating: 0.5),
        DemoPlace(
            region: .shenzhen, prefix: "0900", code: "440305", city: "深圳市", districts: ["南山区", "福田区", "罗湖区", "宝安区"],
            base: 6.8, cooling: 8, heating: 0.3),
        DemoPlace(
            region: .guangxi, prefix: "0401", code: "450103", city: "南宁市", districts: ["青秀区", "兴宁区", "西乡塘区"], base: 5.2,
            cooling: 6, heating: 1),
        DemoPlace(
            region: .yunnan, prefix: "0501", code: "530102", city: "昆明市", districts: ["五华区", "盘龙区", "官渡区"], base: 5.5,
            cooling: 0.5, heating: 3),
        DemoPlace(
            region: .guizhou, prefix: "0601", code: "520103", city: "贵阳市", districts: ["云岩区", "南明区", "观山湖区"], base: 5.4,
            cooling: 2, heating: 5),
        DemoPlace(
            region: .hainan, prefix: "0701", code: "460106", city: "海口市", districts: ["龙华区", "美兰区", "秀英区"], base: 6.2,
            cooling: 7, heating: 0),
    ]

    static let familyNames = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "林", "郭", "何", "梁", "韦"]
    static let givenNames = ["伟", "芳", "秀英", "敏", "静", "丽华", "强", "磊", "洋", "艳红", "勇", "小军", "杰", "娟", "涛", "明月", "超", "秀兰", "霞", "建平"]
    static let estates = ["演示花园", "演示新村", "演示雅苑", "演示名庭", "演示家园"]
    static let trades = ["便利店", "小吃店", "五金店", "理发店", "电子厂", "茶庄"]
}
