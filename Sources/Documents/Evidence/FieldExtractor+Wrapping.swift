internal import PowerDomain

// Values that run over several lines.

extension FieldExtractor {
    private static let tails = ScalarBits("室号栋幢楼层房户元组屯苑")
    private static let rooms = ScalarBits("室房户")
    private static let clauseEnds = PageWords.list("公司 厂 店 中心 局 会 部 行 馆 所 站 社 场")

    /// Adds to each wrapped value the lines that go on with it: every free line, from top to bottom, goes to the
    /// value that it fits best, so that two columns that were read across are told apart.
    func wrap(_ chosen: inout [Int: Choice]) {
        let fields = chosen.keys.filter { definition.fields[$0].isWrapped }.sorted()
        guard !fields.isEmpty else { return }
        let spans = chosen.values.map(\.candidate.reading.span)
        var last: [Int: Int] = [:]
        for field in fields { if let choice = chosen[field] { last[field] = lastAtom(of: choice) } }
        for (atom, piece) in layout.atoms.enumerated() where piece.after == nil && piece.isWholeLine {
            guard !spans.contains(where: { $0.overlaps(piece.span) }) else { continue }
            var best: (field: Int, fit: Float)?
            for field in fields {
                guard let choice = chosen[field], let end = last[field], end < atom || !isOrdered else { continue }
                let distance = isOrdered ? piece.line - layout.atoms[end].line : 4
                guard distance >= 1, distance <= 8 else { continue }
                let isNext = distance == 1
                let fit = goesOn(field, choice, atom, isNext: isNext) - (isNext ? 0 : 0.1 * Float(distance))
                if fit > (isNext ? 0 : 0.5), fit > best?.fit ?? 0 { best = (field, fit) }
            }
            guard let best else { continue }
            chosen[best.field]?.more.append(atom)
            last[best.field] = atom
        }
    }

    /// The pieces of a value in the order in which they were printed: on a page without order the one that begins with
    /// a place comes first, and one that ends its sentence last.
    func ordered(_ spans: [Range<Int>]) -> [Range<Int>] {
        guard !isOrdered, spans.count > 1 else { return spans }
        func rank(_ span: Range<Int>) -> Int {
            if shapes.startsWithPlace(span) { return 0 }
            return page[span.upperBound - 1] == 0x3002 || Self.rooms.contains(page[span.upperBound - 1]) ? 2 : 1
        }
        return spans.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    private func lastAtom(of choice: Choice) -> Int {
        let end = choice.candidate.reading.span.upperBound
        return layout.atoms.lastIndex { $0.span.lowerBound < end } ?? choice.candidate.atom
    }

    private var longestLine: Int { page.lines.reduce(0) { max($0, $1.count) } }

    /// How much speaks for `atom` being the next line of a value; 0 or less: it is not.
    private func goesOn(_ field: Int, _ choice: Choice, _ atom: Int, isNext: Bool) -> Float {
        let shape = definition.fields[field].shape, span = layout.atoms[atom].span
        let before = choice.more.last.map { layout.atoms[$0].span } ?? choice.candidate.reading.span
        if isOtherValue(span, shape) { return -1 }
        if span.count == 1, !Self.tails.contains(page[span.lowerBound]) || shape != .address { return -1 }
        let look = looks[atom][field], surroundings = looks[atom][definition.fields.count]
        if surroundings > 0.5, surroundings > look + 0.3 { return -1 }
        var fit: Float = (isNext ? 0 : -0.6) + 0.5 * look
        if !isOrdered, look <= 0, shape != .address || !looksLikeAddressTail(span) { return -1 }
        let isOpen = openBrackets(choice) > 0
        if isOpen { fit += span.contains { page[$0] == 0x29 } ? 3 : 0.8 }
        if isNext { fit += alignment(before, span) }
        let lastKey = page[before.upperBound - 1]
        switch shape {
        case .address:
            let isTail = Self.tails.contains(page[span.upperBound - 1]) || page[span.lowerBound].isDigit
            let marks = shapes.count(span) { Self.tails.contains($0) }
            if span.count <= 30, isTail || marks > 0 { fit += before.count >= 8 ? 1.6 : 0.4 }
            if shapes.startsWithPlace(span), span.count > 6 { fit -= 1.5 }
            if !isNext, shapes.count(span, { $0.isDigit }) == 0 { fit -= 1 }
            // An address that ends at its room is whole.
            if Self.rooms.contains(lastKey) { fit -= 1 } else if isTail { fit += 0.3 }
            if isNext, span.count <= 12, before.count >= 14, shapes.count(span, { $0.isHan }) >= 1 { fit += 0.4 }
        case .scope:
            let separators = shapes.count(span) { $0 == 0x3B || $0 == 0x3001 || $0 == 0x2C || $0 == 0x3002 }
            let ended = lastKey == 0x3002 && !isOpen
            fit += separators > 0 ? 1.8 : before.count >= 12 && !ended ? 0.8 : 0
            if ended, page[span.lowerBound] != 0x28 { fit -= 2 }
            if looksLikeAddressTail(span) { fit -= 2 }
        case .company, .party, .authority:
            let isWhole = Self.clauseEnds.contains { word in
                word.count <= before.count && word.indices.allSatisfy { page[before.upperBound - word.count + $0] == word[$0] }
            }
            let person = shapes.person(before).map { $0.score >= 1.5 } ?? false
            if !isOpen, isWhole || person { return -1 }
            if Self.clauseEnds.contains(where: { word in
                word.count <= span.count && word.indices.allSatisfy { page[span.upperBound - word.count + $0] == word[$0] }
            }) {
                fit += before.count >= 6 ? 1.4 : 0
            }
        default:
            if isNext, before.count >= 14, before.count * 10 >= longestLine * 8, lastKey != 0x3002, span.count <= before.count {
                fit += 0.7
            }
            if lastKey == 0x2F || page[span.lowerBound] == 0x2F { fit += 1.5 }
        }
        return fit
    }

    /// 号锦绣华庭11栋1004室: numbers, and an ending that only addresses have.
    private func looksLikeAddressTail(_ span: Range<Int>) -> Bool {
        Self.tails.contains(page[span.upperBound - 1]) && shapes.count(span) { $0.isDigit } > 0 && shapes.count(span) { $0 == 0x3B } == 0
    }

    /// Where boxes are known: the same left edge, right below.
    private func alignment(_ before: Range<Int>, _ span: Range<Int>) -> Float {
        guard let upper = page.boxes[page.line(of: before.lowerBound)], let lower = page.boxes[page.line(of: span.lowerBound)] else {
            return 0
        }
        let height = max(1, min(upper.height, lower.height))
        if abs(lower.middle - upper.middle) < height * 0.5 { return -0.6 }
        return abs(lower.x - upper.x) < height * 1.5 && lower.y - upper.bottom < height * 1.2 ? 0.8 : -0.4
    }

    private func openBrackets(_ choice: Choice) -> Int {
        var open = 0
        for span in [choice.candidate.reading.span] + choice.more.map({ layout.atoms[$0].span }) {
            for index in span { if page[index] == 0x28 { open += 1 } else if page[index] == 0x29 { open -= 1 } }
        }
        return open
    }

    /// Whether the piece is plainly a value of another kind: a date, a number of identity, an office, a name.
    private func isOtherValue(_ span: Range<Int>, _ shape: ValueShape) -> Bool {
        if let day = shapes.days(in: span).first, day.span.count + 2 >= span.count { return true }
        if shapes.identityNumber(span).map({ $0.score > 2 }) ?? false { return true }
        if shapes.creditCode(span).map({ $0.score > 3 }) ?? false { return true }
        if shape == .address {
            if shapes.company(span).map({ $0.score > 2 }) ?? false, span.count > 6 { return true }
            if shapes.authority(span).map({ $0.score > 2 }) ?? false, span.count > 5 { return true }
        }
        return false
    }
}
