/// Turns the output of a recognition network into text: at each step the likeliest character, repetitions and blanks left out
/// (connectionist temporal classification, Graves et al. 2006, best-path decoding).
struct CTCDecoder {
    /// Characters by class; class 0 is the blank.
    private let alphabet: [String]

    var classCount: Int { alphabet.count }

    /// `dictionary` holds one character a line; a space is added as the last class.
    init(dictionary: String) {
        var lines = dictionary.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        alphabet = [""] + lines.map { String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self) } + [" "]
    }

    /// The text of `steps` rows of class probabilities, and the mean probability of its characters (0 without any).
    func text(of probabilities: UnsafeBufferPointer<Float>, steps: Int) -> (text: String, confidence: Double) {
        precondition(probabilities.count >= steps * classCount)
        var text = "", sum = 0.0, characters = 0, previous = 0
        for step in 0..<steps {
            let row = UnsafeBufferPointer(rebasing: probabilities[(step * classCount)..<((step + 1) * classCount)])
            let (best, probability) = Self.largest(of: row)
            defer { previous = best }
            guard best != 0, best != previous else { continue }
            text += alphabet[best]
            sum += Double(probability)
            characters += 1
        }
        return (text, characters > 0 ? sum / Double(characters) : 0)
    }

    /// Place and value of the largest of `row`, probabilities that sum to 1; the first of equals.
    ///
    /// A value above one half must be the largest, so the search ends there: most steps are blanks, which come first.
    static func largest(of row: UnsafeBufferPointer<Float>) -> (index: Int, value: Float) {
        if let blank = row.first, blank > 0.5 { return (0, blank) }
        let raw = UnsafeRawPointer(row.baseAddress!), blocks = row.count / 16
        let half = SIMD16<Float>(repeating: 0.5)
        var lanes = SIMD16<Float>(repeating: -.infinity)
        for block in 0..<blocks {
            let values = raw.loadUnaligned(fromByteOffset: 64 * block, as: SIMD16<Float>.self)
            lanes.replace(with: values, where: values .> lanes)
            if block & 15 == 15, any(lanes .> half) { return first(lanes.max(), in: row) }
        }
        var most = lanes.max()
        for index in (16 * blocks)..<row.count where row[index] > most { most = row[index] }
        return first(most, in: row)
    }

    private static func first(_ value: Float, in row: UnsafeBufferPointer<Float>) -> (index: Int, value: Float) {
        let raw = UnsafeRawPointer(row.baseAddress!)
        let wanted = SIMD16<Float>(repeating: value)
        var index = 0
        while index + 16 <= row.count, !any(raw.loadUnaligned(fromByteOffset: 4 * index, as: SIMD16<Float>.self) .== wanted) {
            index += 16
        }
        while index < row.count - 1, row[index] != value { index += 1 }
        return (index, value)
    }
}
