extension PhoneRecognizer {
    package static let examples: [EntityExample] = [
        EntityExample("电话13912345670", .phone, .text("13912345670"), written: "13912345670"),
        EntityExample("打我手機139 1234 5670", .phone, .text("13912345670"), written: "139 1234 5670"),
        EntityExample("call me on +86 186 1234 5678", .phone, .text("18612345678"), written: "+86 186 1234 5678"),
        EntityExample("send去13912345670啦", .phone, .text("13912345670")),
        EntityExample("座机020-8765 4321", .phone, .text("02087654321"), written: "020-8765 4321"),
        EntityExample("0755 8888 8888找我", .phone, .text("075588888888"), written: "0755 8888 8888"),
        EntityExample("(020)87654321", .phone, .text("02087654321"), written: "(020)87654321"),
        EntityExample("my number is +852 9123 4567", .phone, .text("+85291234567"), written: "+852 9123 4567"),
        EntityExample("登记的是139****5670", .phone, .text("139****5670"), written: "139****5670"),
        EntityExample("幺三九幺二三四五六七零", .phone, .text("13912345670"), written: "幺三九幺二三四五六七零"),
        EntityExample("幺三九 幺二三四 五六七零", .phone, .text("13912345670")),
        EntityExample("８６１３９１２３４５６７０", .phone, .text("13912345670")),
        EntityExample("手机是1391234567", .phone, .text("1391234567")),
        EntityExample("one three nine one two three four five six seven zero", .phone, .text("13912345670")),
        EntityExample("户号0800123456789012", .phone, nil),
        EntityExample("打了95598没人接", .phone, nil),
        EntityExample("电费交了300", .phone, nil),
        EntityExample("last four of my phone, 5670", .phone, nil),
        EntityExample("单号WO13912345670", .phone, nil),
    ]
}
