/// Who wins where entities overlap: the more specific kind, among codes the longer.
enum EntityOverlap {
    static func resolve(_ found: [Entity]) -> [Entity] {
        var kept: [Entity] = []
        for entity in found.sorted(by: isStronger) where !kept.contains(where: { excludes($0, entity) }) { kept.append(entity) }
        return kept.sorted {
            ($0.range.lowerBound, -$0.range.count, $0.kind.rawValue) < ($1.range.lowerBound, -$1.range.count, $1.kind.rawValue)
        }
    }

    private static func isStronger(_ first: Entity, _ second: Entity) -> Bool {
        let firstRank = rank(first.kind)
        let secondRank = rank(second.kind)
        if firstRank.group != secondRank.group { return firstRank.group < secondRank.group }
        if first.range.count != second.range.count { return first.range.count > second.range.count }
        if firstRank.place != secondRank.place { return firstRank.place < secondRank.place }
        return first.range.lowerBound < second.range.lowerBound
    }

    /// Kinds of one group are settled by length, then by place.
    private static func rank(_ kind: EntityKind) -> (group: Int, place: Int) {
        switch kind {
        case .email: (0, 0)
        case .orderNumber: (1, 0)
        case .meterNumber: (1, 1)
        case .creditCode: (1, 2)
        case .identityNumber: (1, 3)
        case .accountNumber: (1, 4)
        case .bankCard: (1, 5)
        case .phone: (1, 6)
        case .company: (2, 0)
        case .address: (2, 1)
        case .dateRange: (3, 0)
        case .date: (3, 1)
        case .time: (3, 2)
        case .month: (3, 3)
        case .percent: (4, 0)
        case .money: (4, 1)
        case .kwh: (4, 2)
        case .kva: (4, 3)
        case .kw: (4, 4)
        case .document: (5, 0)
        case .language: (5, 1)
        case .appliance: (5, 2)
        case .city: (5, 3)
        case .region: (5, 4)
        case .person: (6, 0)
        case .count: (7, 0)
        case .number: (8, 0)
        }
    }

    /// An address and a company keep the city or region named in them.
    private static func excludes(_ kept: Entity, _ other: Entity) -> Bool {
        guard kept.range.overlaps(other.range) else { return false }
        let isPlace = other.kind == .city || other.kind == .region
        let holdsPlaces = kept.kind == .address || kept.kind == .company
        return
            !(isPlace && holdsPlaces && kept.range.lowerBound <= other.range.lowerBound && kept.range.upperBound >= other.range.upperBound)
    }
}
