internal import PowerDomain

/// Unified social credit codes (GB 32100-2015) against what stands beside them.
struct CompanyChecks {
    let document: Document
    let regions: RegionCodes?

    func run(_ check: CrossCheck) -> [Issue] {
        guard let text = document.value("uscc"), let code = CreditCode(text) else { return [] }
        switch check {
        case .usccHoldsOrgCode:
            // The national registry issued codes whose inner code has no check digit of its own; so only a hint.
            return OrganizationCodeCheck().flaw(in: code.organizationCode) == nil ? [] : [Issue(.unusual, field: "uscc", severity: .info)]
        case .usccRegionKnown:
            guard let regions, code.department != "1", !regions.contains(code.regionCode), code.regionCode != "100000" else { return [] }
            return [Issue(.unknownRegion, field: "uscc", severity: .info)]
        case .usccRegionFitsAddress: return fitsAddress(code)
        case .usccClassFitsType: return fitsType(code)
        default: return []
        }
    }

    /// The province of the code and the one that the address names: companies move, so only a hint.
    private func fitsAddress(_ code: CreditCode) -> [Issue] {
        guard let regions, let address = document.value("address"), let province = regions.province(of: code.regionCode),
            let named = Self.province(in: address), !province.hasPrefix(named)
        else { return [] }
        return [Issue(.unlikelyRegion, field: "uscc", severity: .info, details: ["with": "address"])]
    }

    private static let provinces = [
        "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西",
        "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆",
    ]

    static func province(in address: String) -> String? { provinces.first { address.hasPrefix($0) } }

    private func fitsType(_ code: CreditCode) -> [Issue] {
        guard let type = document.value("company_type"), let kind = code.kind else { return [] }
        let isIndividual = type.contains("个体"), isCooperative = type.contains("合作社")
        if isIndividual != (kind == .individualBusiness), isIndividual || kind == .individualBusiness {
            return [.mismatch("company_type", "uscc")]
        }
        if isCooperative, kind != .cooperative { return [.mismatch("company_type", "uscc")] }
        return []
    }
}
