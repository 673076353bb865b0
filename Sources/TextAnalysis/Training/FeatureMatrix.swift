/// The features of many texts as sparse rows over a vocabulary: TF-IDF values with binary counts, rows of length 1.
struct FeatureMatrix {
    /// Keys of the vocabulary in ascending order; a column is an index into it.
    private(set) var vocabulary: [UInt64]
    /// What a feature counts for before rows are brought to length 1: inverse document frequency times view weight.
    private(set) var importance: [Float]
    private(set) var starts: [Int] = [0]
    private(set) var columns: [Int32] = []
    private(set) var values: [Float] = []

    var rows: Int { starts.count - 1 }

    /// Builds vocabulary and rows from the distinct keys of each text.
    init(keys: [[UInt64]], views: FeatureViews, minimumDocuments: Int) {
        var documents: [UInt64: Int32] = [:]
        for text in keys { for key in text { documents[key, default: 0] += 1 } }
        vocabulary = documents.filter { $0.value >= Int32(minimumDocuments) }.map(\.key).sorted()
        let total = Double(keys.count)
        importance = vocabulary.map { key in
            let idf = Arithmetic.log((1 + total) / (1 + Double(documents[key] ?? 0))) + 1
            return Float(idf) * Self.weight(of: key, views)
        }
        append(keys)
    }

    /// Rows of other texts over a vocabulary that is known already.
    init(keys: [[UInt64]], like other: FeatureMatrix) {
        vocabulary = other.vocabulary
        importance = other.importance
        append(keys)
    }

    /// The same texts over a part of the vocabulary.
    func keeping(_ columns: [Int], keys: [[UInt64]]) -> FeatureMatrix {
        var smaller = self
        smaller.vocabulary = columns.map { vocabulary[$0] }
        smaller.importance = columns.map { importance[$0] }
        smaller.starts = [0]
        smaller.columns = []
        smaller.values = []
        smaller.append(keys)
        return smaller
    }

    private mutating func append(_ keys: [[UInt64]]) {
        var columnOf = [UInt64: Int32](minimumCapacity: vocabulary.count)
        for (column, key) in vocabulary.enumerated() { columnOf[key] = Int32(column) }
        for text in keys {
            let first = columns.count
            var square: Float = 0
            for key in text {
                guard let column = columnOf[key] else { continue }
                let value = importance[Int(column)]
                columns.append(column)
                values.append(value)
                square += value * value
            }
            let length = square > 0 ? square.squareRoot() : 1
            for index in first..<columns.count { values[index] /= length }
            starts.append(columns.count)
        }
    }

    private static func weight(of key: UInt64, _ views: FeatureViews) -> Float {
        switch FeatureExtractor.view(of: key) {
        case .character: 1
        case .word: views.wordWeight
        case .pinyin: views.pinyinWeight
        case .concept: views.conceptWeight
        }
    }

    /// The distinct keys of each text, in ascending order.
    static func keys(of texts: [String], views: FeatureViews, lexicon: ConceptLexicon) -> [[UInt64]] {
        var extractor = FeatureExtractor(views: views, lexicon: lexicon), folded = FoldedText()
        return texts.map { text in
            folded.assign(text)
            extractor.extract(folded)
            var keys = extractor.keys.sorted(), last: UInt64?
            keys.removeAll { key in
                defer { last = key }
                return key == last
            }
            return keys
        }
    }
}
