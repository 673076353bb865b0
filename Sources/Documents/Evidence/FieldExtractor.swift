internal import PowerDomain
internal import TextAnalysis

/// Reads the fields of one document of a known type: all evidence is weighed over the whole page, then decided at once.
struct FieldExtractor {
    let definition: DocumentType
    let page: PageText
    let layout: Layout
    let shapes: ShapeReader
    private let links: [[Float]]
    private let values: ValueModel
    /// For each piece of text how much it looks like each field's values, and last like what stands around values.
    let looks: [[Float]]
    /// Whether values stand where their labels say; on a page whose lines were scrambled they do not.
    let isOrdered: Bool

    init(
        _ definition: DocumentType, type: Int, index: LabelIndex, page: PageText, hits: [[LabelIndex.Hit]], shapes: ShapeReader,
        values: ValueModel
    ) {
        self.definition = definition
        self.page = page
        self.shapes = shapes
        let labels = LabelFinder(index: index, type: type, definition: definition, page: page).labels(hits)
        layout = Layout(page, labels)
        links = Linker(page: page, layout: layout).links()
        self.values = values
        looks = layout.atoms.map { values.scores(page.glyphs[$0.span].lazy.map(\.key)) }
        isOrdered = OrderCheck(definition: definition, layout: layout, shapes: shapes).isOrdered
    }

    /// A value that a field may have, with what speaks for it.
    struct Candidate {
        let field: Int
        let atom: Int
        var reading: ShapeReading
        var link: Float
        var score: Float { link + reading.score }
        var label: Int?
    }

    /// What a field was given.
    struct Choice {
        var candidate: Candidate
        /// Further pieces of a value that runs over several lines, in order.
        var more: [Int] = []
    }

    /// A choice needs more than this.
    static let floor: Float = 2.7
    /// For a value whose label is not on the page.
    static let withoutLabel: Float = -0.5
    /// For a value that is printed without a label.
    static let unlabelled: Float = 1.2
    /// For a value whose label is on the page, but elsewhere.
    static let farFromLabel: Float = 0.5

    /// For a value whose label is on a page where nothing stands in its place.
    static let scrambled: Float = 2.2
    /// What a tie over line ends is worth on such a page.
    static let disorder: Float = 0.3

    /// The fields with their choices, by index.
    func choices() -> [Int: Choice] {
        let candidates = candidates()
        var chosen = decide(candidates)
        if !isOrdered { Reconciler(definition: definition, candidates: candidates).reconcile(&chosen) }
        fillFromBefore(&chosen)
        fillByElimination(&chosen)
        wrap(&chosen)
        return chosen
    }

    // MARK: Candidates

    private func candidates() -> [Candidate] {
        var found: [Candidate] = []
        let isTerm = hasTerm, facts = PageFacts(page: page, layout: layout, shapes: shapes)
        for (number, field) in definition.fields.enumerated() {
            if field.shape == .periodEnd, isTerm { continue }
            let own = ownLabels(number)
            for atom in layout.atoms.indices {
                guard var reading = shapes.read(field, layout.atoms[atom].span) else { continue }
                if field.shape.isWordy {
                    reading.score += looks[atom][number] - max(0, looks[atom][definition.fields.count] - 0.2)
                } else if field.shape.isTaught, !field.values.isEmpty {
                    reading.score += 0.7 * values.scores(PageWords.keys(reading.value))[number]
                }
                if field.shape == .date { reading.score += facts.score(of: reading.value, as: field) }
                var link = base(field, own), best: Int?
                for (label, bonus) in own {
                    var tie = links[label][atom]
                    guard tie > 0 else { continue }
                    if !isOrdered, layout.atoms[atom].after != label { tie *= Self.disorder }
                    let strength = tie * layout.labels[label].label.quality + bonus
                    if strength > link { link = strength; best = label }
                }
                guard link + reading.score > Self.floor - 2 else { continue }
                found.append(Candidate(field: number, atom: atom, reading: reading, link: link, label: best))
            }
            if !field.ends.isEmpty { found += running(number, field, own) }
        }
        return found
    }

    /// What speaks for any value of the field, wherever it stands.
    private func base(_ field: FieldType, _ own: [(label: Int, bonus: Float)]) -> Float {
        if field.labels.isEmpty { return Self.unlabelled }
        if own.isEmpty { return Self.withoutLabel }
        return isOrdered ? Self.farFromLabel : Self.scrambled
    }

    /// Whether the type has a first and a last day of one term: they are read together.
    private var hasTerm: Bool { definition.fields.contains { $0.shape == .periodStart } }

    /// The labels of a field with what speaks for each: where labels repeat, their order and neighbours decide.
    private func ownLabels(_ field: Int) -> [(label: Int, bonus: Float)] {
        let definition = definition.fields[field]
        let all = layout.labels.indices.filter { layout.labels[$0].label.fields.contains(field) }
        if let wanted = definition.occurrence, all.count > 1 {
            return all.enumerated().map { ($0.element, $0.offset + 1 == wanted ? 0.5 : -2.5) }
        }
        if let wanted = definition.occurrence, all.count == 1, wanted > 1 { return all.map { ($0, -1.5) } }
        guard let anchor = definition.after, let anchorField = self.definition.fields.firstIndex(where: { $0.name == anchor }) else {
            return all.map { ($0, 0) }
        }
        guard isOrdered else { return all.map { ($0, 0) } }
        let rivals = Set(self.definition.fields.compactMap(\.after)).compactMap { name in
            self.definition.fields.firstIndex { $0.name == name }
        }
        return all.map { label in
            let previous = layout.labels[..<label].last { placed in !Set(placed.label.fields).isDisjoint(with: rivals) }
            guard let previous else { return (label, -0.5) }
            return (label, previous.label.fields.contains(anchorField) ? 0.5 : -3)
        }
    }

    /// A value in running text, from its label to a mark, over line ends.
    private func running(_ number: Int, _ field: FieldType, _ own: [(label: Int, bonus: Float)]) -> [Candidate] {
        let ends = ScalarBits(field.ends)
        return own.compactMap { label, bonus in
            let placed = layout.labels[label], start = placed.label.span.upperBound
            let line = page.lines[placed.line]
            guard start < page.glyphs.count, start < line.upperBound || field.isWrapped else { return nil }
            var end = start
            let limit = page.lines[min(placed.line + 3, page.lines.count - 1)].upperBound
            let nextLabel =
                layout.labels.dropFirst(label + 1).first { $0.label.span.lowerBound >= start && $0.label.quality == 1 }?.label.span
                .lowerBound ?? limit
            while end < min(limit, nextLabel), !ends.contains(page.glyphs[end].key) { end += 1 }
            guard end > start, var reading = shapes.read(field, start..<end),
                let atom = layout.atoms.firstIndex(where: { $0.span.upperBound > start && $0.span.lowerBound < end })
            else { return nil }
            reading.score += 1
            return Candidate(field: number, atom: atom, reading: reading, link: 6.2 + bonus, label: label)
        }
    }

    // MARK: The decision

    /// One assignment over all fields and all spans; spans that overlap are one column.
    private func decide(_ candidates: [Candidate]) -> [Int: Choice] {
        guard !candidates.isEmpty else { return [:] }
        let order = candidates.indices.sorted { candidates[$0].reading.span.lowerBound < candidates[$1].reading.span.lowerBound }
        var column = [Int](repeating: 0, count: candidates.count), count = 0, reach = -1
        for index in order {
            let span = candidates[index].reading.span
            if span.lowerBound >= reach, reach >= 0 { count += 1 }
            reach = max(reach, span.upperBound)
            column[index] = count
        }
        var scores = [[Float]](
            repeating: [Float](repeating: -.infinity, count: count + 1), count: definition.fields.count)
        var best: [Int: Int] = [:]
        for (index, candidate) in candidates.enumerated() {
            guard candidate.score > scores[candidate.field][column[index]] else { continue }
            scores[candidate.field][column[index]] = candidate.score
            best[candidate.field << 20 | column[index]] = index
        }
        for row in scores.indices {
            for place in scores[row].indices where scores[row][place] == -.infinity { scores[row][place] = Self.floor - 1 }
        }
        var chosen: [Int: Choice] = [:]
        for (field, place) in Assignment.best(scores, floor: Self.floor).enumerated() {
            guard let place, let index = best[field << 20 | place] else { continue }
            chosen[field] = Choice(candidate: candidates[index])
        }
        return chosen
    }

    /// Which atoms are taken by a choice.
    private func taken(_ chosen: [Int: Choice]) -> Set<Int> {
        var taken: Set<Int> = []
        for choice in chosen.values {
            taken.formUnion(choice.more)
            for (index, atom) in layout.atoms.enumerated() where atom.span.overlaps(choice.candidate.reading.span) { taken.insert(index) }
        }
        return taken
    }

    /// A label that nothing follows, and right before it a piece of text that belongs to no one: engines that sort by
    /// height put a value that stands a little higher before its label.
    private func fillFromBefore(_ chosen: inout [Int: Choice]) {
        var taken = taken(chosen)
        for (number, field) in definition.fields.enumerated() where chosen[number] == nil {
            for (label, bonus) in ownLabels(number) where bonus >= 0 {
                let item = layout.labels[label].item
                guard item > 0, case .atom(let atom) = layout.items[item - 1], !taken.contains(atom), layout.atoms[atom].after == nil,
                    layout.atoms[atom].isWholeLine, let reading = shapes.read(field, layout.atoms[atom].span), reading.score > 0.3
                else { continue }
                if item > 1, case .label(let other) = layout.items[item - 2],
                    layout.labels[other].label.fields.contains(where: { chosen[$0] == nil })
                {
                    continue
                }
                chosen[number] = Choice(candidate: Candidate(field: number, atom: atom, reading: reading, link: 2.4, label: label))
                taken.insert(atom)
                break
            }
        }
    }

    /// A required field without a value, and one lone piece of text that looks like its value and like no other's.
    private func fillByElimination(_ chosen: inout [Int: Choice]) {
        let taken = taken(chosen)
        let free = layout.atoms.indices.filter { !taken.contains($0) && layout.atoms[$0].after == nil && layout.atoms[$0].isWholeLine }
        for (number, field) in definition.fields.enumerated() where chosen[number] == nil {
            // A label whose value stands elsewhere: only what can be nothing else is taken for it.
            let isLabelled = !ownLabels(number).isEmpty
            guard isLabelled ? Self.unmistakable.contains(field.shape) : Self.tellingShapes.contains(field.shape),
                isLabelled || field.isRequired || field.shape == .authority
            else { continue }
            let rivals = definition.fields.indices.filter {
                chosen[$0] == nil && $0 != number && definition.fields[$0].shape == field.shape && definition.fields[$0].isRequired
            }
            guard rivals.isEmpty else { continue }
            let fitting = free.compactMap { atom -> Candidate? in
                guard let reading = shapes.read(field, layout.atoms[atom].span), reading.score >= 1.8 else { return nil }
                return Candidate(field: number, atom: atom, reading: reading, link: Self.withoutLabel)
            }
            guard fitting.count == 1, let only = fitting.first else { continue }
            chosen[number] = Choice(candidate: only)
        }
    }

    private static let unmistakable: Set<ValueShape> = [.date, .sex, .ethnicity, .month]
    private static let tellingShapes: Set<ValueShape> = [
        .person, .company, .address, .authority, .sex, .ethnicity, .date, .party, .latinName,
    ]
}
