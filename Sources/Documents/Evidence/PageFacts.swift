internal import PowerDomain

/// What numbers of the page tell about its dates: births stand in identity numbers, births and expiries in passports'
/// machine-readable lines.
struct PageFacts {
    private var births: Set<String> = []
    private var expiries: Set<String> = []

    init(page: PageText, layout: Layout, shapes: ShapeReader) {
        for atom in layout.atoms where atom.span.count >= 15 {
            if let id = shapes.identityNumber(atom.span), id.isValid, let number = CivilNumber(id.value) {
                births.insert(number.birth.description)
            } else if let line = shapes.lowerMachineLine(atom.span) {
                let text = Array(line.value.utf8)
                guard text.count >= 28 else { continue }
                births.formUnion(Self.days(text[13..<19]))
                expiries.formUnion(Self.days(text[21..<27]))
            }
        }
    }

    /// YYMMDD in either century.
    private static func days(_ codes: ArraySlice<UInt8>) -> [String] {
        guard codes.allSatisfy({ $0 &- 0x30 < 10 }) else { return [] }
        let number = codes.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return [1900, 2000].compactMap {
            CalendarDay(year: $0 + number / 10_000, month: number / 100 % 100, day: number % 100)?.description
        }
    }

    /// How much these facts speak for `day` being what `field` wants.
    func score(of day: String, as field: FieldType) -> Float {
        let isBirth = field.name.contains("birth"), isExpiry = field.name == "valid_to"
        if births.contains(day) { return isBirth ? 1.5 : -1 }
        if expiries.contains(day) { return isExpiry ? 1.5 : -1 }
        if isBirth, !births.isEmpty, field.name != "birth_date" || births.count == 1 { return -0.4 }
        return 0
    }
}
