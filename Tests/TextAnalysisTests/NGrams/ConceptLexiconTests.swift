import Testing
import TextAnalysis

@Suite("The concept lexicon")
struct ConceptLexiconTests {
    private let lexicon = ConceptLexicon([
        .init(concept: "power", terms: ["电", "power"]),
        .init(concept: "outage", terms: ["停电", "冇電", "power cut", "停电了"]),
        .init(concept: "fee", terms: ["电费", "df", "bill"]),
        .init(concept: "late", terms: ["停电", "违约金"]),
    ])

    /// Concepts with the text of each term.
    private func terms(_ text: String) -> [String] {
        let folded = FoldedText(text)
        return lexicon.terms(in: folded).map { "\(lexicon.entries[$0.entry].concept):\(folded.string(ofScalars: $0.range))" }
    }

    @Test(
        "the leftmost longest term wins",
        arguments: [
            ("停电了吗", ["outage:停电了"]), ("停电费", ["outage:停电"]), ("电费", ["fee:电费"]), ("来电", ["power:电"]),
            ("电费和停电", ["fee:电费", "outage:停电"]), ("a power cut here", ["outage:power cut"]), ("power bill", ["power:power", "fee:bill"]),
        ])
    func longest(_ text: String, _ found: [String]) {
        #expect(terms(text) == found)
    }

    @Test("Latin terms match whole words only", arguments: ["pdf", "dfs", "bills", "powerful", "mybill", "empower"])
    func wholeWords(_ text: String) {
        #expect(terms(text).isEmpty)
        #expect(terms("bill \(text)") == ["fee:bill"])
    }

    @Test("a Latin term beside Han characters or digits is a whole word", arguments: ["我的bill呢", "bill2", "3 bill!", "(bill)"])
    func wordBoundaries(_ text: String) {
        #expect(terms(text) == ["fee:bill"])
    }

    @Test(
        "terms and texts are folded alike",
        arguments: [("冇電", "outage:冇电"), ("停電", "outage:停电"), ("ＢＩＬＬ", "fee:bill"), ("Power-Cut", "outage:power-cut")])
    func folded(_ text: String, _ found: String) {
        #expect(terms(text) == [found])
    }

    @Test("of concepts that share a term the first in the list has it")
    func sharedTerm() {
        #expect(terms("停电") == ["outage:停电"])
        #expect(terms("违约金") == ["late:违约金"])
    }

    @Test("a term's place leads back to the text as written")
    func places() {
        let folded = FoldedText("😀 我地頭先 冇\u{200B}電，快啲")
        let found = lexicon.terms(in: folded)
        #expect(found.count == 1)
        #expect(found.map { folded.sourceRange(ofScalars: $0.range) } == [7..<10])
    }

    @Test("an empty lexicon, an empty text and empty terms find nothing")
    func nothing() {
        #expect(ConceptLexicon.empty.terms(in: FoldedText("停电")).isEmpty)
        #expect(terms("").isEmpty)
        #expect(ConceptLexicon([.init(concept: "x", terms: ["", " ", "\u{200B}", "。"])]).terms(in: FoldedText("。 x")).isEmpty)
    }

    /// Leftmost longest by trying every length at every place; texts of single-character words only.
    private static func naive(_ entries: [ConceptLexicon.Entry], _ text: [Character]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        let terms = Set(entries.flatMap(\.terms))
        while start < text.count {
            let lengths = (1...4).filter { start + $0 <= text.count && terms.contains(String(text[start..<start + $0])) }
            guard let longest = lengths.max() else {
                start += 1
                continue
            }
            found.append(start..<start + longest)
            start += longest
        }
        return found
    }

    @Test("a lexicon finds what naive search finds", arguments: 0..<60)
    func property(_ seed: UInt64) {
        var sequence = FixedSequence(seed: seed)
        func word(_ counts: ClosedRange<Int>) -> String {
            (0..<Int.random(in: counts, using: &sequence)).map { _ in ["停", "电", "费", "水"].randomElement(using: &sequence) ?? "" }.joined()
        }
        let entries = (0..<12).map { ConceptLexicon.Entry(concept: "c\($0)", terms: [word(1...4), word(2...4)]) }
        let lexicon = ConceptLexicon(entries)
        let text = word(0...60)
        #expect(lexicon.terms(in: FoldedText(text)).map(\.range) == Self.naive(entries, Array(text)))
    }

    @Test("a lexicon of thousands of terms holds each of them")
    func many() {
        let words = (0..<4000).map { number in
            "w" + String(number, radix: 5).map { ["a", "b", "c", "d", "e"][$0.wholeNumberValue ?? 0] }.joined()
        }
        let lexicon = ConceptLexicon(words.map { .init(concept: $0, terms: [$0, $0 + " x"]) })
        for (index, word) in words.enumerated() {
            #expect(lexicon.terms(in: FoldedText(word)).map(\.entry) == [index])
            #expect(lexicon.terms(in: FoldedText("x \(word) x")).map(\.range) == [2..<word.count + 4])
        }
    }
}
