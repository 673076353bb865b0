import Testing

@testable import Recognition

@Suite("CTC decoding")
struct CTCDecoderTests {
    private let decoder = CTCDecoder(dictionary: "a\nb\n电\n")

    /// One row a step, in which the class is as likely as given and the rest is shared by the others.
    private func read(_ steps: [(Int, Float)]) -> (text: String, confidence: Double) {
        let rows = steps.flatMap { best, probability in
            (0..<decoder.classCount).map { $0 == best ? probability : (1 - probability) / Float(decoder.classCount - 1) }
        }
        return rows.withUnsafeBufferPointer { decoder.text(of: $0, steps: steps.count) }
    }

    @Test("the classes are a blank, the dictionary and a space")
    func classes() {
        #expect(decoder.classCount == 5)
        #expect(read([(1, 0.9), (4, 0.9), (3, 0.9)]).text == "a 电")
    }

    @Test("a repeated class is one character unless a blank stands between")
    func repetition() {
        #expect(read([(1, 0.9), (1, 0.9), (0, 0.9), (1, 0.9), (2, 0.9), (2, 0.9)]).text == "aab")
    }

    @Test("confidence is the mean over the characters, blanks left out")
    func confidence() {
        let answer = read([(0, 0.99), (1, 0.8), (1, 0.99), (0, 0.99), (3, 0.6)])
        #expect(answer.text == "a电")
        #expect(abs(answer.confidence - 0.7) < 1e-6)
    }

    @Test("nothing but blanks is an empty text without confidence")
    func blanks() {
        let answer = read([(0, 0.9), (0, 0.9)])
        #expect(answer.text == "")
        #expect(answer.confidence == 0)
    }

    @Test("a dictionary may hold an ideographic space and end its lines with CR LF")
    func lineEnds() {
        let decoder = CTCDecoder(dictionary: "\u{3000}\r\nx\r\n")
        #expect(decoder.classCount == 4)
    }

    @Test("the largest value is found wherever it stands", arguments: [0, 1, 15, 16, 300, 511, 6608, 6624])
    func largest(place: Int) {
        for value in [0.4, 0.8] as [Float] {
            var row = [Float](repeating: 0.00001, count: 6625)
            row[place] = value
            row[6000] = max(row[6000], 0.1)
            let answer = row.withUnsafeBufferPointer { CTCDecoder.largest(of: $0) }
            #expect(answer == (place, value))
        }
    }
}
