internal import TextAnalysis

/// Words that are looked for beside the patterns, in the same pass over the text, with what each stands for.
package struct WatchedWords: Sendable {
    /// Folded literals, in the order of their indices.
    package let literals: [String]
    private let meanings: [Meaning]
    private let scanner: LiteralScanner

    private struct Meaning: Sendable {
        /// A bit for each recognizer whose cue the word is.
        var recognizers: UInt32 = 0
        var isCantonese = false
        var isConnective = false
    }

    /// What the watched words of one text tell.
    struct Seen: Sendable {
        /// A bit for each recognizer of which a cue occurs.
        var recognizers: UInt32 = 0
        /// How many words of Cantonese there are.
        var cantonese = 0
        /// The scalars after words that announce a further request.
        var connectiveEnds: [Int] = []
    }

    package static let standard = WatchedWords()

    private init() {
        var meanings: [String: Meaning] = [:]
        for (index, recognizer) in EntityRecognizers.all.enumerated() {
            guard let cued = recognizer as? any CuedRecognizer.Type else { continue }
            for cue in cued.cues { meanings[FoldedText(cue).string, default: Meaning()].recognizers |= 1 << UInt32(index) }
        }
        for word in LanguageDetector.cantoneseWords { meanings[word, default: Meaning()].isCantonese = true }
        for word in IntentClassifier.connectives { meanings[word, default: Meaning()].isConnective = true }
        meanings[""] = nil
        let ordered = meanings.sorted { $0.key < $1.key }
        literals = ordered.map(\.key)
        self.meanings = ordered.map(\.value)
        scanner = LiteralScanner(literals)
    }

    /// What a pass over a text has found, given as indices of literals with the scalars after their ends.
    func seen(_ found: [(literal: Int, end: Int)]) -> Seen {
        var seen = Seen()
        for (literal, end) in found { note(literal, end, &seen) }
        return seen
    }

    /// The same for a text that no patterns are matched with.
    func seen(in text: FoldedText) -> Seen {
        var seen = Seen()
        text.scalars.withUnsafeBufferPointer { scalars in scanner.scan(scalars) { note($0, $1, &seen) } }
        return seen
    }

    @inline(__always)
    private func note(_ literal: Int, _ end: Int, _ seen: inout Seen) {
        let meaning = meanings[literal]
        seen.recognizers |= meaning.recognizers
        if meaning.isCantonese { seen.cantonese += 1 }
        if meaning.isConnective { seen.connectiveEnds.append(end) }
    }
}
