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

    /// More pieces or labels of one document are not looked at: no paper has as many.
    private static let most = 150

    init(_ page: PageText, _ found: [[Label]]) {
        for (line, span) in page.lines.enumerated() {
            guard atoms.count < Self.most, labels.count < Self.most else { break }
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
        if after != nil { start = Self.afterBracket(start, end, page) }
        while start < end, page[start].isEdgeMark || page[start] == 0x29 && after != nil { start += 1 }
        while end > start, page[end - 1].isColon || page[end - 1] == 0x7C { end -= 1 }
        guard start < end else { return }
        atoms.append(Atom(span: start..<end, line: line, after: after, isWholeLine: span == page.lines[line]))
        items.append(.atom(atoms.count - 1))
    }

    /// After a label's own bracket: (甲方), (签章), even if it is not closed.
    private static func afterBracket(_ start: Int, _ end: Int, _ page: PageText) -> Int {
        guard start < end, page[start] == 0x28 || page[start] == 0x3008 else { return start }
        for word in bracketed where start + 1 + word.count <= end && word.indices.allSatisfy({ page[start + 1 + $0] == word[$0] }) {
            let next = start + 1 + word.count
            return next < end && (page[next] == 0x29 || page[next] == 0x3009) ? next + 1 : next
        }
        return start
    }

    private static let bracketed = PageWords.list("甲方 乙方 出租人 承租人 出租方 承租方 个人 签章 盖章 签字 大写 小写 元 单位 平方米 ㎡ 委托人 受托人 副本 申请人")
}
