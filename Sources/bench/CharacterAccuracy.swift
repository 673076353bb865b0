/// How much of a text was read rightly: one minus edit distance over length.
struct CharacterAccuracy {
    private(set) var errors = 0
    private(set) var length = 0
    var value: Double { length > 0 ? 1 - Double(errors) / Double(length) : 1 }

    /// Compares whole texts, white space aside.
    mutating func add(read: String, truth: String) {
        let read = Self.scalars(read), truth = Self.scalars(truth)
        errors += Self.distance(from: truth, to: read, anywhere: false)
        length += truth.count
    }

    /// Looks for `piece` anywhere in `text`, white space aside.
    mutating func add(piece: String, in text: String) {
        let piece = Self.scalars(piece)
        errors += Self.distance(from: piece, to: Self.scalars(text), anywhere: true)
        length += piece.count
    }

    private static func scalars(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }

    /// Levenshtein distance; with `anywhere`, to the stretch of `text` that is closest to `pattern`.
    private static func distance(from pattern: [Unicode.Scalar], to text: [Unicode.Scalar], anywhere: Bool) -> Int {
        var row = Array(0...pattern.count), best = row[pattern.count]
        for (index, scalar) in text.enumerated() {
            var diagonal = row[0]
            row[0] = anywhere ? 0 : index + 1
            for column in pattern.indices {
                let substituted = diagonal + (pattern[column] == scalar ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
            }
            best = min(best, row[pattern.count])
        }
        return anywhere ? best : row[pattern.count]
    }
}
