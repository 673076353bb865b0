internal import PowerDomain

/// Identity numbers against the birth and the sex that are printed, and against the table of regions (GB 11643-1999).
struct PersonChecks {
    let document: Document
    let regions: RegionCodes?

    func run(_ check: CrossCheck) -> [Issue] {
        switch check {
        case .birthMatchesID: birth("birth_date", "id_no")
        case .birthsMatchIDs: birth("holder1_birth", "holder1_id") + birth("holder2_birth", "holder2_id")
        case .sexMatchesID: sex()
        case .idRegionKnown: region()
        default: []
        }
    }

    private func number(_ field: String) -> CivilNumber? { document.value(field).flatMap { CivilNumber($0) } }

    private func birth(_ birth: String, _ id: String) -> [Issue] {
        guard let day = document.day(birth), let number = number(id), number.birth != day else { return [] }
        return [.mismatch(birth, id, severity: .error)]
    }

    private func sex() -> [Issue] {
        guard let printed = document.value("sex").flatMap({ Sex(printed: $0) }), let number = number("id_no"), number.sex != printed else {
            return []
        }
        return [.mismatch("sex", "id_no", severity: .error)]
    }

    /// A code that the table does not hold is news to the table, not a fault of the paper. Prefixes 81, 82 and 83 are
    /// those of Hong Kong, Macao and Taiwan residents.
    private func region() -> [Issue] {
        guard let regions, let number = number("id_no"), !regions.contains(number.regionCode),
            !["810000", "820000", "830000"].contains(number.regionCode)
        else { return [] }
        return [Issue(.unknownRegion, field: "id_no", severity: .info)]
    }
}
