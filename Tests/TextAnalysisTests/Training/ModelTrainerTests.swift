import Testing

@testable import TextAnalysis

@Suite("Training a model")
struct ModelTrainerTests {
    private func label(_ text: String, _ bytes: [UInt8] = ToyProblem.bytes) throws -> String {
        let classifier = try ToyProblem.classifier(bytes)
        var work = classifier.makeWorkspace()
        _ = classifier.score(FoldedText(text), &work)
        return classifier.labels[try #require(classifier.best(1, work).first).label]
    }

    @Test("the same samples give the same bytes")
    func sameBytes() {
        #expect(
            ModelTrainer(plan: ToyProblem.plan, lexicon: ToyProblem.lexicon).train(ToyProblem.samples, fingerprint: "toy")
                == ToyProblem.bytes)
    }

    @Test("other data give other bytes")
    func otherBytes() {
        let fewer = Array(ToyProblem.samples.dropLast())
        #expect(ModelTrainer(plan: ToyProblem.plan, lexicon: ToyProblem.lexicon).train(fewer, fingerprint: "toy") != ToyProblem.bytes)
    }

    @Test("what was trained on is learnt", arguments: ToyProblem.inScope)
    func learnt(_ sample: TrainingSample) throws {
        #expect(try label(sample.text) == sample.label)
        #expect(try label(sample.text, ToyProblem.plainBytes) == sample.label)
    }

    @Test(
        "sentences that were not trained on are told apart",
        arguments: [
            ("我们这里停电了", "outage"), ("楼道停电", "outage"), ("is there a power cut", "outage"), ("tingdian le", "outage"), ("停電咗", "outage"),
            ("电费是多少", "bill"), ("看看电费", "bill"), ("the bill please", "bill"), ("dianfei", "bill"), ("电表好像坏了", "meter"), ("换电表", "meter"),
            ("broken meter", "meter"),
        ])
    func generalizes(_ text: String, _ expected: String) throws {
        #expect(try label(text) == expected)
    }

    @Test("labels stand in ascending order, the background is none of them")
    func labels() throws {
        #expect(try ToyProblem.classifier().labels == ["bill", "meter", "outage"])
        #expect(try ToyProblem.classifier(ToyProblem.plainBytes).model.header.lanes == 3)
        #expect(try ToyProblem.classifier(ToyProblem.plainBytes).model.header.background == nil)
    }

    @Test("texts of the background are less in scope than the others")
    func background() throws {
        let classifier = try ToyProblem.classifier()
        var work = classifier.makeWorkspace()
        func scope(_ texts: [String]) -> [Double] {
            texts.map { Double(classifier.calibration.inScope(classifier.score(FoldedText($0), &work))) }
        }
        let inside = scope(ToyProblem.inScope.map(\.text))
        let outside = scope(ToyProblem.water + ToyProblem.chat)
        #expect(Scorecard.auroc(positives: inside, negatives: outside) > 0.95)
    }

    @Test("a detector tells its labels and kinds from everything else")
    func detectors() throws {
        let classifier = try ToyProblem.classifier()
        var work = classifier.makeWorkspace()
        func scores(_ detector: Int, _ texts: [String]) -> [Float] {
            texts.map { text in
                _ = classifier.score(FoldedText(text), &work)
                return classifier.detection(detector, work).score
            }
        }
        let others = ToyProblem.bill + ToyProblem.meter + ToyProblem.chat
        #expect(try #require(scores(0, ToyProblem.outage).min()) > (try #require(scores(0, others + ToyProblem.water).max())))
        #expect(try #require(scores(1, ToyProblem.water).min()) > (try #require(scores(1, others + ToyProblem.outage).max())))
    }

    @Test("thresholds of a detector: sure lies above doubt")
    func thresholds() throws {
        let calibration = try ToyProblem.model().header.calibration
        for detector in 0..<2 { #expect(calibration.detectorSure[detector] >= calibration.detectorDoubt[detector]) }
        #expect(calibration.scope.count == ScopeEvidence.count)
        #expect((0.5...20).contains(calibration.sharpness))
    }

    @Test("the threshold of scope refuses the planned share of held-out texts in scope")
    func falseRejects() {
        let trainer = ModelTrainer(plan: ToyProblem.plan, lexicon: ToyProblem.lexicon)
        let (_, heldOut) = trainer.trainScoring(ToyProblem.samples, fingerprint: "")
        #expect(heldOut.lines == ToyProblem.samples.count)
        #expect(heldOut.outOfScope?.lines == 16)
        #expect((heldOut.outOfScope?.falseRejects ?? 1) <= 0.05)
        #expect(heldOut.accuracy > 0.6)
    }

    @Test("no more features are kept than planned, the strongest of them")
    func maximumFeatures() throws {
        var plan = ToyProblem.plan
        plan.maximumFeatures = 60
        let bytes = ModelTrainer(plan: plan, lexicon: ToyProblem.lexicon).train(ToyProblem.samples, fingerprint: "")
        #expect(try ToyProblem.model(bytes).header.features == 60)
        #expect(try label("停电", bytes) == "outage")
        #expect(try label("电费", bytes) == "bill")
    }

    @Test("a supplement is trained on but is no held-out text")
    func supplement() throws {
        let trainer = ModelTrainer(plan: ToyProblem.plan, lexicon: ToyProblem.lexicon)
        let titles = [TrainingSample(text: "zebra crossing", label: "meter")]
        let (bytes, heldOut) = trainer.trainScoring(ToyProblem.samples, supplement: titles, fingerprint: "")
        #expect(heldOut.lines == ToyProblem.samples.count)
        #expect(try label("zebra crossing", bytes) == "meter")
    }

    @Test("progress rises to one")
    func progress() {
        var trainer = ModelTrainer(plan: ToyProblem.plan, lexicon: ToyProblem.lexicon)
        var shares: [Double] = []
        trainer.onProgress = { shares.append($0) }
        _ = trainer.train(ToyProblem.samples, fingerprint: "")
        #expect(shares == shares.sorted())
        #expect(shares.last == 1)
    }
}
