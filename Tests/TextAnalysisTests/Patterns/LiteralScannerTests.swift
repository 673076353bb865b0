import Testing
import TextAnalysis

@Suite("Scanning for literals")
struct LiteralScannerTests {
    private struct Found: Hashable {
        let literal: Int
        let end: Int
    }

    private func scan(_ literals: [String], _ text: String) -> [Found] {
        var found: [Found] = []
        text.unicodeScalars.map(\.value).withUnsafeBufferPointer { scalars in
            LiteralScanner(literals).scan(scalars) { found.append(Found(literal: $0, end: $1)) }
        }
        return found
    }

    private func naive(_ literals: [String], _ text: String) -> Set<Found> {
        let scalars = Array(text.unicodeScalars)
        var found: Set<Found> = []
        for (index, literal) in literals.enumerated() where !literal.isEmpty && literal.unicodeScalars.count <= scalars.count {
            let wanted = Array(literal.unicodeScalars)
            for start in 0...scalars.count - wanted.count where scalars[start..<start + wanted.count].elementsEqual(wanted) {
                found.insert(Found(literal: index, end: start + wanted.count))
            }
        }
        return found
    }

    @Test("literals inside and across one another are all found")
    func overlapping() {
        let found = scan(["停电", "电", "停电了", "电了吗"], "停电了吗")
        #expect(found.map(\.literal).sorted() == [0, 1, 2, 3])
        #expect(Set(found) == naive(["停电", "电", "停电了", "电了吗"], "停电了吗"))
    }

    @Test("a literal that stands twice in the list is reported by both indices")
    func repeated() {
        #expect(
            Set(scan(["ab", "ab"], "abab")) == [
                Found(literal: 0, end: 2), Found(literal: 1, end: 2), Found(literal: 0, end: 4), Found(literal: 1, end: 4),
            ])
    }

    @Test("nothing is found without literals, of an empty literal, or in an empty text")
    func nothing() {
        #expect(scan([], "停电").isEmpty)
        #expect(scan([""], "停电").isEmpty)
        #expect(scan(["停"], "").isEmpty)
    }

    @Test("the scanner finds what naive search finds, in order of the ends", arguments: 0..<200)
    func property(_ seed: UInt64) {
        var sequence = FixedSequence(seed: seed)
        let letters = seed % 2 == 0 ? ["a", "b"] : ["停", "电", "伀", "a", "😀", "é"]
        func word(_ counts: ClosedRange<Int>) -> String {
            (0..<Int.random(in: counts, using: &sequence)).map { _ in letters.randomElement(using: &sequence) ?? "" }.joined()
        }
        let literals = (0..<Int.random(in: 1...12, using: &sequence)).map { _ in word(0...5) }
        let text = word(0...60)
        let found = scan(literals, text)
        #expect(Set(found) == naive(literals, text))
        #expect(Set(found).count == found.count)
        #expect(found.map(\.end) == found.map(\.end).sorted())
    }
}
