/// Tells whether the order of lines can be trusted: whether what follows labels is what they name.
struct OrderCheck {
    let definition: DocumentType
    let layout: Layout
    let shapes: ShapeReader

    /// Fewer labels than this prove no disorder.
    private static let fewest = 3

    var isOrdered: Bool {
        var asked = 0, fitting = 0
        for (label, placed) in layout.labels.enumerated() {
            guard let field = placed.label.fields.first, definition.fields[field].ends.isEmpty, isTelling(definition.fields[field].shape),
                let next = value(after: label)
            else { continue }
            asked += 1
            if placed.label.fields.contains(where: { (shapes.read(definition.fields[$0], layout.atoms[next].span)?.score ?? -1) > 0.75 }) {
                fitting += 1
            }
        }
        return asked < Self.fewest || fitting * 2 >= asked
    }

    /// The text that should be the label's value: on the next lines, or as far down a column as the label.
    private func value(after label: Int) -> Int? {
        let start = layout.labels[label].item
        var passed = 0
        for item in layout.items.dropFirst(start + 1).prefix(16) {
            switch item {
            case .label: passed += 1
            case .atom(let atom):
                // What stands on the label's own line is not in question.
                if layout.atoms[atom].after == label { return nil }
                if layout.atoms[atom].after != nil { return nil }
                return passed == 0 ? atom : columnValue(label, passed, atom)
            }
        }
        return nil
    }

    /// Labels in a row, then values in a row: the one at the label's place.
    private func columnValue(_ label: Int, _ passed: Int, _ first: Int) -> Int? {
        var before = 0, item = layout.labels[label].item
        while item > 0, case .label = layout.items[item - 1] { before += 1; item -= 1 }
        let atom = first + before
        return atom < layout.atoms.count ? atom : nil
    }

    private func isTelling(_ shape: ValueShape) -> Bool {
        switch shape {
        case .text, .scope, .choice: false
        default: true
        }
    }
}
