internal import TextAnalysis

/// All words that types print: labels of fields, labels of what is not wanted, headings; found in one pass.
struct LabelIndex: Sendable {
    struct Use: Sendable {
        let type: Int
        /// The field, nil for a label that names nothing wanted.
        let field: Int?
    }

    struct Word: Sendable {
        let keys: [UInt32]
        var uses: [Use] = []
        /// Types that have the word as a heading.
        var titleOf: [Int] = []
    }

    private(set) var words: [Word] = []
    private let scanner: LiteralScanner
    /// For each type the words that are its labels, the longest first.
    let labelsOfType: [[Int]]
    /// Characters with which a label begins or goes on.
    let pieces: ScalarBits

    init(_ types: [DocumentType]) {
        var words: [Word] = [], known: [[UInt32]: Int] = [:]
        func word(_ text: String) -> Int? {
            let keys = PageWords.keys(text)
            guard !keys.isEmpty else { return nil }
            if let index = known[keys] { return index }
            words.append(Word(keys: keys))
            known[keys] = words.count - 1
            return words.count - 1
        }
        for (number, type) in types.enumerated() {
            for title in type.titles { if let index = word(title) { words[index].titleOf.append(number) } }
            for label in type.otherLabels { if let index = word(label) { words[index].uses.append(Use(type: number, field: nil)) } }
            for (place, field) in type.fields.enumerated() {
                for label in field.labels { if let index = word(label) { words[index].uses.append(Use(type: number, field: place)) } }
            }
        }
        self.words = words
        scanner = LiteralScanner(words.map { String(String.UnicodeScalarView($0.keys.compactMap(Unicode.Scalar.init))) })
        labelsOfType = types.indices.map { type in
            words.indices.filter { words[$0].uses.contains { $0.type == type } }.sorted {
                (words[$1].keys.count, $0) < (words[$0].keys.count, $1)
            }
        }
        pieces = ScalarBits(
            String(
                String.UnicodeScalarView(
                    words.filter { !$0.uses.isEmpty && $0.keys.count <= 3 }.flatMap(\.keys).compactMap(Unicode.Scalar.init))))
    }

    struct Hit {
        let word: Int
        let span: Range<Int>
    }

    /// The words on each line of the page, in order of their ends.
    func hits(in page: PageText) -> [[Hit]] {
        let keys = page.glyphs.map(\.key)
        return keys.withUnsafeBufferPointer { keys in
            page.lines.map { line in
                var found: [Hit] = []
                scanner.scan(UnsafeBufferPointer(rebasing: keys[line])) { word, end in
                    let last = line.lowerBound + end
                    found.append(Hit(word: word, span: last - words[word].keys.count..<last))
                }
                return found
            }
        }
    }
}
