internal import PowerDomain

/// Products of the seven value-added lines and the packages for homes, for trying the catalogue; prices, where there are
/// any, are made up.
enum DemoProducts {
    static let records: [ProductRecord] = [
        product(
            "IE-01", "integrated_energy", "园区综合能源托管", "Energy management for industrial parks", "park industry", nil, 20,
            "annual_kwh contact"),
        product(
            "IE-02", "integrated_energy", "冷热电联供方案", "Combined cooling, heat and power", "park hospital hotel", nil, 30,
            "annual_kwh capacity contact"),
        product("EE-01", "energy_efficiency", "用能诊断", "Energy audit", "commercial industry", "2000", 10, "annual_kwh contact", "次"),
        product("EE-02", "energy_efficiency", "照明节能改造", "Lighting retrofit", "commercial school", nil, 15, "contact"),
        product("EL-01", "electrification", "全电厨房改造", "All-electric kitchen", "commercial school", nil, 15, "capacity contact"),
        product(
            "EL-02", "electrification", "电锅炉替代", "Electric boiler replacement", "industry hotel", nil, 30, "annual_kwh capacity contact"),
        product("EV-01", "ev_service", "家用充电桩安装", "Home charger installation", "resident", "1200", 7, "pile_type address phone", "台"),
        product(
            "EV-02", "ev_service", "公共充电站代建代运营", "Charging station build and operation", "commercial park", nil, 45,
            "location capacity contact"),
        product("MS-01", "market_sale", "市场化售电套餐咨询", "Retail contract advice", "industry commercial", nil, 5, "annual_kwh contact"),
        product("MS-02", "market_sale", "绿电交易代理", "Green power trading agency", "industry commercial", nil, 10, "volume contact"),
        product("SG-01", "smart_grid", "电能质量监测", "Power-quality monitoring", "industry hospital", "300", 10, "issue contact", "月"),
        product(
            "SG-02", "smart_grid", "分布式光伏并网服务", "Rooftop solar connection service", "resident commercial", nil, 20,
            "capacity_kw address contact"),
        product(
            "EM-01", "equipment_maintenance", "配电房代维", "Substation maintenance", "commercial industry", "1500", 5, "equipment contact", "月"),
        product("EM-02", "equipment_maintenance", "预防性试验", "Preventive testing", "commercial industry", nil, 10, "equipment contact"),
        product("SH-01", "smart_home", "智慧用电套餐", "Smart electricity package for homes", "resident", "15", 5, "phone", "月"),
        product("SH-02", "smart_home", "智能家居套餐", "Smart home package", "resident", nil, 7, "need phone"),
    ]

    private static func product(
        _ code: String, _ line: String, _ name: String, _ english: String, _ segments: String, _ price: String?, _ days: Int,
        _ requires: String, _ unit: String? = nil
    ) -> ProductRecord {
        guard let first = CalendarDay("2026-01-01") else { preconditionFailure("no such day") }
        let names: [Language: String] = [.zhHans: name + "（演示）", .en: english + " (demo)"]
        return ProductRecord(
            "DEMO-" + code, line: line, name: names, segments: words(segments), regions: Region.allCases,
            price: price.flatMap { try? Money($0) }, unit: unit, eligibility: nil, requires: words(requires), serviceDays: days,
            validFrom: first)
    }

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
