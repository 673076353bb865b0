internal import PowerDomain

/// Certificates of property and permits to build.
struct PropertyChecks {
    let document: Document
    let regions: RegionCodes?

    func run(_ check: CrossCheck) -> [Issue] {
        switch check {
        case .ownersFitCoOwnership: owners()
        case .unitRegionKnown: region("unit_no", document.value("unit_no").map { String($0.prefix(6)) })
        case .permitRegionKnown: region("cert_no", document.value("cert_no").map { String($0.drop { !$0.isNumber }.prefix(6)) })
        case .provinceFitsUnit: province()
        case .innerAreaWithinArea: areas()
        default: []
        }
    }

    /// Two owners own in common, one owns alone.
    private func owners() -> [Issue] {
        guard let owner = document.value("owner"), let way = document.value("co_ownership") else { return [] }
        let several = owner.contains { "、,，/".contains($0) }
        let isAlone = way.contains("单独")
        return several == isAlone && (several || !isAlone) && !owner.contains("公司") && several ? [.mismatch("owner", "co_ownership")] : []
    }

    private func region(_ field: String, _ code: String?) -> [Issue] {
        guard let regions, let code, code.utf8.count == 6, !regions.contains(code) else { return [] }
        return [Issue(.unknownRegion, field: field, severity: .info)]
    }

    private static let shortNames: [Character: String] = [
        "京": "11", "津": "12", "冀": "13", "晋": "14", "蒙": "15", "辽": "21", "吉": "22", "黑": "23", "沪": "31", "苏": "32", "浙": "33", "皖": "34",
        "闽": "35",
        "赣": "36", "鲁": "37", "豫": "41", "鄂": "42", "湘": "43", "粤": "44", "桂": "45", "琼": "46", "渝": "50", "川": "51", "黔": "52", "云": "53",
        "藏": "54",
        "陕": "61", "甘": "62", "青": "63", "宁": "64", "新": "65",
    ]

    private func province() -> [Issue] {
        guard let number = document.value("cert_no"), let unit = document.value("unit_no"), let first = number.first,
            let code = Self.shortNames[first],
            !unit.hasPrefix(code)
        else { return [] }
        return [.mismatch("cert_no", "unit_no")]
    }

    private func areas() -> [Issue] {
        guard let inner = document.number("inner_area"), let whole = document.number("area"), inner > whole else { return [] }
        return [.mismatch("inner_area", "area")]
    }
}
