/// How strongly each piece of text is tied to each label: by line, by order, by columns, by place on the page.
struct Linker {
    let page: PageText
    let layout: Layout

    private enum Weight {
        static let sameLine: Float = 6
        static let nextLine: Float = 5
        static let laterAtom: Float = 1
        static let passedLabel: Float = 2.2
        static let column: Float = 4.6
        static let columnStep: Float = 0.8
        static let before: Float = 1
        static let rightOf: Float = 5.6
        static let below: Float = 4.4
    }

    /// For each label the strength of its tie to each atom; 0 for none.
    func links() -> [[Float]] {
        var links = [[Float]](repeating: [Float](repeating: 0, count: layout.atoms.count), count: layout.labels.count)
        for label in layout.labels.indices { follow(label, &links[label]) }
        linkColumns(&links)
        if page.boxes.contains(where: { $0 != nil }) { linkByPlace(&links) }
        return links
    }

    /// What comes after the label, and right before it.
    private func follow(_ label: Int, _ links: inout [Float]) {
        let start = layout.labels[label].item
        var atoms = 0, passed = 0
        for item in layout.items.dropFirst(start + 1).prefix(9) {
            switch item {
            case .label: passed += 1
            case .atom(let atom):
                let isOnLine = layout.atoms[atom].after == label
                var strength = isOnLine ? Weight.sameLine : Weight.nextLine - Weight.laterAtom * Float(atoms)
                // A piece that follows another label on its line is that label's.
                if let owner = layout.atoms[atom].after, owner != label { strength -= 3 }
                strength -= Weight.passedLabel * Float(passed)
                links[atom] = max(links[atom], strength)
                atoms += 1
            }
            if passed > 3 || atoms > 4 { break }
        }
        if start > 0, case .atom(let atom) = layout.items[start - 1], layout.atoms[atom].after == nil {
            links[atom] = max(links[atom], Weight.before)
        }
    }

    /// Labels one after another, then their values one after another.
    private func linkColumns(_ links: inout [[Float]]) {
        var index = 0
        while index < layout.items.count {
            let labels = run(from: index) { if case .label(let label) = $0 { label } else { nil } }
            guard labels.count >= 2 else { index += max(1, labels.count); continue }
            let atoms = run(from: index + labels.count) {
                if case .atom(let atom) = $0, layout.atoms[atom].after == nil || atomIsFirstAfterRun(atom, labels) { atom } else { nil }
            }
            // Headings may stand between the columns, so that the values begin a little later.
            let slack = max(0, atoms.count - labels.count)
            for (place, label) in labels.enumerated() {
                for (other, atom) in atoms.enumerated() {
                    let shift = other - place
                    let distance = shift < 0 ? -shift : max(0, shift - slack)
                    let inside = shift > 0 && shift <= slack ? 0.25 * Float(shift) : 0
                    let strength = Weight.column - Weight.columnStep * Float(distance) - inside
                    links[label][atom] = max(links[label][atom], strength)
                }
            }
            index += labels.count + atoms.count
        }
    }

    private func atomIsFirstAfterRun(_ atom: Int, _ labels: [Int]) -> Bool { layout.atoms[atom].after == labels.last }

    private func run(from start: Int, _ member: (Layout.Item) -> Int?) -> [Int] {
        var found: [Int] = []
        for item in layout.items.dropFirst(start) {
            guard let index = member(item), found.count < 24 else { break }
            found.append(index)
        }
        return found
    }

    /// Boxes of the engine: the value stands right of its label, or below it.
    private func linkByPlace(_ links: inout [[Float]]) {
        for (number, placed) in layout.labels.enumerated() {
            guard let box = page.boxes[placed.line], placed.label.span.upperBound == page.lines[placed.line].upperBound || isLast(placed)
            else { continue }
            var right: (atom: Int, gap: Double)?, below: (atom: Int, gap: Double)?
            for (atom, piece) in layout.atoms.enumerated() where piece.after == nil && piece.line != placed.line {
                guard let other = page.boxes[piece.line] else { continue }
                let height = min(box.height, other.height)
                if abs(box.middle - other.middle) < height * 0.6, other.x > box.right - height {
                    let gap = other.x - box.right
                    if right.map({ gap < $0.gap }) ?? true { right = (atom, gap) }
                } else if other.y > box.middle, other.y - box.bottom < height * 1.5, abs(other.x - box.x) < height * 4 {
                    let gap = other.y - box.bottom
                    if below.map({ gap < $0.gap }) ?? true { below = (atom, gap) }
                }
            }
            if let right { links[number][right.atom] = max(links[number][right.atom], Weight.rightOf) }
            if let below { links[number][below.atom] = max(links[number][below.atom], right == nil ? Weight.below : Weight.below - 2) }
        }
    }

    private func isLast(_ placed: Layout.PlacedLabel) -> Bool {
        !layout.atoms.contains { $0.line == placed.line && $0.span.lowerBound >= placed.label.span.upperBound }
    }
}
