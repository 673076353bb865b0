extension CompanyRecognizer {
    package static let examples: [EntityExample] = [
        EntityExample("我们是利昌五金厂", .company, .text("利昌五金厂"), written: "利昌五金厂"),
        EntityExample("我哋公司叫利昌五金廠", .company, .text("利昌五金厂"), written: "利昌五金廠"),
        EntityExample("抬头好运食品有限公司", .company, .text("好运食品有限公司"), written: "好运食品有限公司"),
        EntityExample("改成好运食品集团有限公司", .company, .text("好运食品集团有限公司")),
        EntityExample(
            "make it out to Delta Logistics Park Co., Ltd.", .company, .text("Delta Logistics Park Co., Ltd"),
            written: "Delta Logistics Park Co., Ltd"),
        EntityExample("it's under Haoyun Foods Ltd", .company, .text("Haoyun Foods Ltd"), written: "Haoyun Foods Ltd"),
        EntityExample("户名广州市鸿达贸易有限公司", .company, .text("广州市鸿达贸易有限公司")),
        EntityExample("我开了家阿明理发店", .company, .text("阿明理发店")),
        EntityExample("福满楼酒楼停电了", .company, .text("福满楼酒楼")),
        EntityExample("the full name is Delta Trading Limited", .company, .text("Delta Trading Limited")),
        EntityExample("公司全名利昌五金廠有限公司", .company, .text("利昌五金厂有限公司")),
        EntityExample("恒基數據中心", .company, .text("恒基数据中心")),
        EntityExample("我开了家奶茶店", .company, nil),
        EntityExample("物业公司收的", .company, nil),
        EntityExample("我们公司停电了", .company, nil),
        EntityExample("去工厂看看", .company, nil),
        EntityExample("our company is small", .company, nil),
        EntityExample("the supply is limited", .company, nil),
    ]
}
