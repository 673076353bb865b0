package import PowerDomain
package import TextAnalysis

/// Names from closed lists, found in one pass: regions, cities, documents, appliances, languages.
package struct Gazetteer: CuedRecognizer {
    private struct Name: Sendable {
        let kind: EntityKind
        let value: String
    }

    private static let names: [(name: Name?, words: [String])] =
        lines(Places.regions, .region) + lines(Places.cities, .city, named: true)
        + Places.counties.split(separator: ",").map { county in
            let name = String(county)
            let short = name.unicodeScalars.count > 2 && "市县区".contains(name.suffix(1)) ? String(name.dropLast()) : name
            return (name: Name(kind: .city, value: short), words: [name])
        }
        + lines(Things.documents, .document) + lines(Things.appliances, .appliance, named: true) + lines(Things.languages, .language)
        + [(name: nil, words: Places.others.split(separator: ",").map(String.init) + Things.others.split(separator: ",").map(String.init))]

    private static let lexicon = ConceptLexicon(
        names.enumerated().map { ConceptLexicon.Entry(concept: String($0), terms: $1.words) })

    package static let cues: [String] = names.flatMap { $0.name == nil ? [] : $0.words }

    /// What may not follow a place's name: it is then the name of a road.
    private static let roads = WordTable("路,大道,街,大街,道,巷,西路,东路,南路,北路,中路,一路,二路,三路")

    /// Lines `value:word,word`; `named`: the value is itself a word.
    private static func lines(_ text: String, _ kind: EntityKind, named: Bool = false) -> [(name: Name?, words: [String])] {
        text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return nil }
            let words = parts[1].split(separator: ",").map(String.init)
            return (name: Name(kind: kind, value: parts[0]), words: named ? [parts[0]] + words : words)
        }
    }

    package init() {}

    package func find(in text: FoldedText, today: CalendarDay) -> [Entity] {
        let found = Self.lexicon.terms(in: text)
        guard !found.isEmpty else { return [] }
        let scan = Scan(text)
        return found.compactMap { entry, range in
            guard let name = Self.names[entry].name else { return nil }
            return Self.entity(name, range, scan)
        }
    }

    private static func isEnding(_ scalar: UInt32) -> Bool {
        scalar == UInt32.han("市") || scalar == UInt32.han("县") || scalar == UInt32.han("区")
    }
    /// 市场, 市政, 区域.
    private static let notEnding = Set("场政面价域别间".unicodeScalars.map(\.value))

    private static func entity(_ name: Name, _ range: Range<Int>, _ scan: Scan) -> Entity? {
        var end = range.upperBound
        if name.kind == .city || name.kind == .region, scan[range.lowerBound].isHan {
            if roads.longest(at: end, in: scan) != nil { return nil }
            if name.kind == .city, !isEnding(scan[end - 1]), isEnding(scan[end]), !notEnding.contains(scan[end + 1]) { end += 1 }
        }
        return Entity(name.kind, .text(name.value), range.lowerBound..<end)
    }
}
