import Testing

@testable import TextAnalysis

@Suite("The way back from a folded text")
struct FoldedTextOffsetTests {
    /// Pieces of every treatment: kept, folded, dropped, spaces, beyond the first plane.
    static let pieces: [String] = [
        "停", "電", "费", "a", "Z", "7", "９", "é", "e\u{301}", "ｶ", " ", "\u{3000}", "\n", "\u{200B}", "\u{200D}", "\u{202E}", "\u{FEFF}",
        "\u{0}",
        "😀", "👨‍👩‍👧", "👍🏽", "🇭🇰", "𝟏", "𠮷", "\u{E0041}", "\u{301}\u{302}", "，", "?", "㎾", "½", "①", "ß", "İ", "ﬁ", "\u{1F1E6}", "\u{10FFFF}",
    ]

    static func text(_ seed: UInt64) -> String {
        var sequence = FixedSequence(seed: seed)
        return (0..<Int.random(in: 0...40, using: &sequence)).map { _ in pieces.randomElement(using: &sequence) ?? "" }.joined()
    }

    @Test("every folded scalar is the folded form of the one that it came from", arguments: 0..<300)
    func origins(_ seed: UInt64) {
        let text = Self.text(seed)
        let source = Array(text.unicodeScalars)
        let folded = FoldedText(text)
        #expect(folded.sourceCount == source.count)
        #expect(folded.origins.count == folded.scalars.count)
        for (scalar, origin) in zip(folded.scalars, folded.origins) {
            #expect(FoldingTable.standard.fold(source[Int(origin)].value) == scalar)
        }
        #expect(zip(folded.origins, folded.origins.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("nothing but dropped characters and white space is left out", arguments: 0..<300)
    func complete(_ seed: UInt64) {
        let text = Self.text(seed)
        let folded = FoldedText(text)
        let kept = Set(folded.origins)
        for (index, scalar) in text.unicodeScalars.enumerated() where !kept.contains(UInt32(index)) {
            #expect([0, 0x20].contains(FoldingTable.standard.fold(scalar.value)))
        }
        #expect(!folded.string.hasPrefix(" ") && !folded.string.hasSuffix(" ") && !folded.string.contains("  "))
    }

    @Test("scalars, bytes and their positions agree", arguments: 0..<300)
    func bytes(_ seed: UInt64) {
        let folded = FoldedText(Self.text(seed))
        #expect(Array(folded.string.utf8) == folded.utf8)
        #expect(folded.string.unicodeScalars.map(\.value) == folded.scalars)
        for index in 0...folded.scalars.count {
            #expect(folded.scalarIndex(ofByte: folded.byteOffset(ofScalar: index)) == index)
        }
        #expect(folded.string(ofScalars: 0..<folded.scalars.count) == folded.string)
    }

    @Test("a range by scalars and the same range by bytes lead to the same place", arguments: 0..<100)
    func ranges(_ seed: UInt64) {
        let text = Self.text(seed)
        let source = Array(text.unicodeScalars)
        let folded = FoldedText(text)
        for start in folded.scalars.indices {
            for end in start + 1...folded.scalars.count {
                let range = folded.sourceRange(ofScalars: start..<end)
                let bytes = folded.byteOffset(ofScalar: start)..<folded.byteOffset(ofScalar: end)
                #expect(folded.sourceRange(ofBytes: bytes) == range)
                let written = String(String.UnicodeScalarView(source[range]))
                let part = folded.string(ofScalars: start..<end).unicodeScalars
                #expect(FoldedText(written).scalars == Array(String(part).withoutOuterSpaces.unicodeScalars.map(\.value)))
            }
        }
    }

    @Test("an empty range lies where its start does, at the end after the last scalar")
    func emptyRanges() {
        let folded = FoldedText(" 停\u{200B}电 ")
        #expect(folded.sourceRange(ofScalars: 0..<0) == 1..<1)
        #expect(folded.sourceRange(ofScalars: 1..<1) == 3..<3)
        #expect(folded.sourceRange(ofScalars: 2..<2) == 5..<5)
    }

    @Test("invisible characters anywhere do not change the folded text", arguments: 0..<200)
    func noise(_ seed: UInt64) {
        let clean = Self.text(seed)
        var sequence = FixedSequence(seed: ~seed)
        var dirty = String.UnicodeScalarView()
        let signs: [Unicode.Scalar] = ["\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{301}", "\u{E0062}", "\u{1B}", "\u{0}", "\u{AD}"]
        for scalar in clean.unicodeScalars {
            for _ in 0..<Int.random(in: 0...3, using: &sequence) { dirty.append(signs.randomElement(using: &sequence) ?? " ") }
            dirty.append(scalar)
        }
        #expect(FoldedText(String(dirty)).scalars == FoldedText(clean).scalars)
    }
}

extension String {
    /// Without the spaces at its ends, as folding leaves it.
    fileprivate var withoutOuterSpaces: String {
        var scalars = unicodeScalars[...]
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }
}
