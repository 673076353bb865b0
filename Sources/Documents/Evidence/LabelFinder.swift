/// A label of one type on the page.
struct Label {
    /// The fields that it may belong to; none: it names what is not wanted.
    let fields: [Int]
    let span: Range<Int>
    /// 1 for a label as it should be, less for one that was misread.
    let quality: Float
}

/// Finds a type's labels: as they should be, split over lines, or misread by a character.
struct LabelFinder {
    let index: LabelIndex
    let type: Int
    let definition: DocumentType
    let page: PageText

    /// The labels of each line, from left to right, none overlapping.
    func labels(_ hits: [[LabelIndex.Hit]]) -> [[Label]] {
        var found = page.lines.indices.map { line in
            heading(hits[line], page.lines[line]).map { [$0] } ?? exact(hits[line], page.lines[line])
        }
        joinSplit(&found)
        for line in page.lines.indices where found[line].first.map({ !isAtStart($0.span.lowerBound, page.lines[line]) }) ?? true {
            if let label = misread(page.lines[line], found) {
                found[line] = [label] + found[line].filter { $0.span.lowerBound >= label.span.upperBound }
            }
        }
        return found
    }

    /// A line that is a heading of the type or of all papers: no value.
    private func heading(_ hits: [LabelIndex.Hit], _ line: Range<Int>) -> Label? {
        let isState = line.count >= 7 && line.count <= 9 && NoiseFilter.find(Self.state, in: line, page)
        let isTitle = hits.contains { hit in
            index.words[hit.word].titleOf.contains(type) && hit.span.count * 3 >= line.count * 2
                && !page.glyphs[line].contains { $0.key.isDigit }
                && fields(of: hit.word)?.isEmpty ?? true
        }
        return isState || isTitle ? Label(fields: [], span: line, quality: 1) : nil
    }

    private static let state = PageWords.keys("中华人民共和国")

    private func fields(of word: Int) -> [Int]? {
        let uses = index.words[word].uses.filter { $0.type == type }
        return uses.isEmpty ? nil : uses.compactMap(\.field)
    }

    private func exact(_ hits: [LabelIndex.Hit], _ line: Range<Int>) -> [Label] {
        let own = hits.filter { fields(of: $0.word) != nil }.sorted {
            ($0.span.lowerBound, $1.span.count) < ($1.span.lowerBound, $0.span.count)
        }
        var labels: [Label] = []
        for hit in own {
            if let last = labels.last, hit.span.lowerBound < last.span.upperBound { continue }
            // A longer word that begins a little later and covers this one's end is the label.
            if own.contains(where: {
                $0.span.lowerBound > hit.span.lowerBound && $0.span.lowerBound < hit.span.upperBound && $0.span.count > hit.span.count
            }) {
                continue
            }
            guard let fields = fields(of: hit.word), stands(hit.span, fields, line, labels.last) else { continue }
            labels.append(Label(fields: fields, span: hit.span, quality: 1))
        }
        return labels
    }

    private func isAtStart(_ start: Int, _ line: Range<Int>) -> Bool {
        start - line.lowerBound <= 1
            || (line.lowerBound..<start).allSatisfy { page[$0].isEdgeMark || page[$0] == 0x3001 || page[$0] == 0x28 }
    }

    /// Whether a label may stand at `span`, and is not a word inside a value.
    private func stands(_ span: Range<Int>, _ fields: [Int], _ line: Range<Int>, _ last: Label?) -> Bool {
        if isAtStart(span.lowerBound, line) || page.glyphs[span.lowerBound].hasGap { return true }
        if span.upperBound < line.upperBound, page[span.upperBound].isColon { return true }
        if span.upperBound == line.upperBound, span.count >= 4 { return true }
        if fields.contains(where: { !definition.fields[$0].ends.isEmpty }) { return true }
        guard span.count >= 2, let last else { return false }
        return last.fields.contains { isShort(definition.fields[$0].shape) } || last.span.upperBound == span.lowerBound
    }

    /// Shapes whose values have an end of their own.
    private func isShort(_ shape: ValueShape) -> Bool {
        switch shape {
        case .text, .scope, .address, .company, .authority, .party: false
        default: true
        }
    }

    /// Labels whose characters stand on lines of their own: 性 / 别.
    private func joinSplit(_ found: inout [[Label]]) {
        for line in page.lines.indices.dropLast() where found[line].isEmpty && found[line + 1].isEmpty {
            let first = page.lines[line], second = page.lines[line + 1]
            guard first.count <= 3, second.count <= 4 else { continue }
            for word in index.labelsOfType[type] {
                let keys = index.words[word].keys
                guard keys.count >= first.count + 1, keys.count <= first.count + second.count,
                    starts(keys[..<first.count], at: first.lowerBound),
                    starts(keys[first.count...], at: second.lowerBound), let fields = fields(of: word)
                else { continue }
                let end = second.lowerBound + keys.count - first.count
                guard end == second.upperBound || page[end].isColon || page.glyphs[end].hasGap else { continue }
                found[line] = [Label(fields: [], span: first, quality: 1)]
                found[line + 1] = [Label(fields: fields, span: second.lowerBound..<end, quality: 1)]
                break
            }
        }
    }

    private func starts(_ keys: ArraySlice<UInt32>, at start: Int) -> Bool {
        for (offset, key) in keys.enumerated() where page[start + offset] != key { return false }
        return true
    }

    // MARK: Misread labels

    private func misread(_ line: Range<Int>, _ found: [[Label]]) -> Label? {
        var start = line.lowerBound
        while start < line.upperBound, page[start].isEdgeMark { start += 1 }
        var best: (label: Label, cost: Int, length: Int)?
        var isUnique = true
        for word in index.labelsOfType[type] {
            let keys = index.words[word].keys
            guard keys.count >= 2, let match = match(keys, start, line), let fields = fields(of: word) else { continue }
            if let known = best {
                if keys.count < known.length { continue }
                if keys.count == known.length { if known.label.fields != fields { isUnique = false }; continue }
            }
            best = (Label(fields: fields, span: start..<match, quality: 0.75), 1, keys.count)
            isUnique = true
        }
        guard let best, isUnique else { return nil }
        if best.length <= 2 {
            // Two characters of which one is wrong say little, and nothing where the label is found elsewhere.
            let isKnown = found.joined().contains { !Set($0.fields).isDisjoint(with: best.label.fields) }
            if isKnown { return nil }
        }
        return best.label
    }

    /// Where a misread `keys` that begins at `start` ends, nil if it does not stand there.
    private func match(_ keys: [UInt32], _ start: Int, _ line: Range<Int>) -> Int? {
        let room = line.upperBound - start, count = keys.count
        if room >= count {
            var wrong = 0
            for offset in 0..<count where page[start + offset] != keys[offset] { wrong += 1 }
            let end = start + count
            if wrong > 0, wrong <= (count >= 7 ? 2 : 1), count >= 3 ? isEnd(end, line) || count >= 5 : isEnd(end, line) { return end }
        }
        guard count >= 4 else { return nil }
        // One character lost, or one too many.
        for length in [count - 1, count + 1] where room >= length {
            let end = start + length
            if isEnd(end, line), differsByOne(keys, start, length) { return end }
        }
        return nil
    }

    private func isEnd(_ end: Int, _ line: Range<Int>) -> Bool { end >= line.upperBound || page[end].isEdgeMark || page.glyphs[end].hasGap }

    private func differsByOne(_ keys: [UInt32], _ start: Int, _ length: Int) -> Bool {
        var key = 0, place = 0, isSkipped = false
        while key < keys.count, place < length {
            if keys[key] == page[start + place] { key += 1; place += 1; continue }
            if isSkipped { return false }
            isSkipped = true
            if length < keys.count { key += 1 } else { place += 1 }
        }
        return true
    }
}
