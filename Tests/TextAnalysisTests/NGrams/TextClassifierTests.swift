import Testing

@testable import TextAnalysis

@Suite("Choosing a label")
struct TextClassifierTests {
    private func guesses(_ text: String, _ count: Int = 3) throws -> [TextClassifier.Guess] {
        let classifier = try ToyProblem.classifier()
        var work = classifier.makeWorkspace()
        _ = classifier.score(FoldedText(text), &work)
        return classifier.best(count, work)
    }

    @Test("guesses come best first, their probabilities add up to one")
    func ranking() throws {
        let guesses = try guesses("停电了")
        #expect(guesses.count == 3)
        #expect(guesses.map(\.probability) == guesses.map(\.probability).sorted(by: >))
        #expect(abs(guesses.reduce(0) { $0 + $1.probability } - 1) < 1e-4)
    }

    @Test("no more guesses are given than asked for, or than there are labels", arguments: [(0, 0), (1, 1), (2, 2), (9, 3)])
    func counts(_ asked: Int, _ given: Int) throws {
        #expect(try guesses("电表", asked).count == given)
    }

    @Test("probabilities agree with the calibration's exact ones", arguments: ["停电", "我的 bill", "电表停电", "zebra"])
    func exact(_ text: String) throws {
        let classifier = try ToyProblem.classifier()
        var work = classifier.makeWorkspace()
        _ = classifier.score(FoldedText(text), &work)
        let exact = classifier.calibration.probabilities(work.scoring.scores[..<3])
        for guess in classifier.best(3, work) { #expect(abs(guess.probability - exact[guess.label]) < 1e-4) }
    }

    @Test("equal scores come in the order of the labels")
    func ties() throws {
        let header = NGramModel.Header(
            labels: ["a", "b", "c", "d", "e"], background: nil, detectors: [], views: ToyProblem.views, fingerprint: "", scale: 1,
            bias: [0.5, 0.5, 0.9, 0.5, 0.9], calibration: Calibration(), features: 0, slotCount: 16)
        let bytes = ModelFile.write(header, keys: [], importance: []) { _, _ in 0 }
        let classifier = TextClassifier(model: try ToyProblem.model(bytes), lexicon: .empty)
        var work = classifier.makeWorkspace()
        _ = classifier.score(FoldedText("zebra"), &work)
        #expect(classifier.best(5, work).map(\.label) == [2, 4, 0, 1, 3])
        #expect(classifier.best(3, work).map(\.label) == [2, 4, 0])
    }

    @Test(
        "invisible, bidirectional, full-width and tagged forms of a text are understood as the plain one (PRODUCT B4)",
        arguments: [
            "我家\u{202E}停电了\u{202C}", "\u{2066}我家\u{2069}停电了", "我\u{200B}家\u{200D}停\u{FEFF}电\u{2060}了", "我家停\u{E0041}\u{E0042}电了", "我家停電了",
            "我家停" + String(repeating: "\u{301}", count: 1000) + "电了", "　我家停电了　", "我家停电了！！", "\u{0}我家\u{1B}停电\u{7}了", "我家停电了\u{FE0F}",
        ])
    func disguised(_ text: String) throws {
        let classifier = try ToyProblem.classifier()
        var work = classifier.makeWorkspace()
        let plain = classifier.score(FoldedText("我家停电了"), &work)
        let scores = work.scoring.scores
        #expect(classifier.score(FoldedText(text), &work) == plain)
        #expect(work.scoring.scores == scores)
        #expect(classifier.labels[classifier.best(1, work)[0].label] == "outage")
    }

    @Test("a detector that is sure is in doubt too")
    func detectors() throws {
        let classifier = try ToyProblem.classifier()
        var work = classifier.makeWorkspace()
        for sample in ToyProblem.samples {
            _ = classifier.score(FoldedText(sample.text), &work)
            for detector in 0..<2 {
                let detection = classifier.detection(detector, work)
                #expect(!detection.isSure || detection.isDoubtful)
                #expect(detection.score == work.scoring.scores[classifier.lanes.detectorLane(detector)])
            }
        }
    }
}
