/// What stands on the page, in reading order: labels, and the pieces of text between them.
struct Layout {
    enum Item {
        case label(Int)
        case atom(Int)
    }

    /// A piece of one line that is no label.
    struct Atom {
        let span: Range<Int>
        let line: Int
        /// The label that it follows on its line.
        let after: Int?
        /// Whether it has its line for itself.
        let isWholeLine: Bool
    }

    struct PlacedLabel {
        let label: Label
        let line: Int
        /// Its place in `items`.
        var item = 0
    }

    private(set) var labels: [PlacedLabel] = []
    private(set) var atoms: [Atom] = []
    private(set) var items: [Item] = []

    init(_ page: PageText, _ found: [[Label]]) {
        for (line, span) in page.lines.enumerated() {
            var start = span.lowerBound, last: Int?
            for label in found[line] {
                add(start..<label.span.lowerBound, line, last, page)
                labels.append(PlacedLabel(label: label, line: line, item: items.count))
                last = labels.count - 1
                items.append(.label(labels.count - 1))
                start = label.span.upperBound
            }
            add(start..<span.upperBound, line, last, page)
        }
    }

    private mutating func add(_ span: Range<Int>, _ line: Int, _ after: Int?, _ page: PageText) {
        var start = span.lowerBound, end = span.upperBound
        while start < end, page[start].isEdgeMark || page[start] == 0x29 && after != nil { start += 1 }
        while end > start, page[end - 1].isColon || page[end - 1] == 0x7C { end -= 1 }
        guard start < end else { return }
        atoms.append(Atom(span: start..<end, line: line, after: after, isWholeLine: span == page.lines[line]))
        items.append(.atom(atoms.count - 1))
    }
}
