import Testing

@testable import TextAnalysis

@Suite("Cross-validation")
struct CrossValidationTests {
    private func sample(_ label: String, _ author: String) -> TrainingSample { TrainingSample(text: "x", label: label, author: author) }

    @Test("an author's lines all fall into one part")
    func authors() {
        let samples = (0..<60).map { sample("l\($0 % 3)", "author\($0 % 7)") }
        let parts = ModelTrainer.parts(samples, 3)
        for author in Set(samples.map(\.author)) {
            #expect(Set(zip(samples, parts).filter { $0.0.author == author }.map(\.1)).count == 1)
        }
        #expect(Set(parts) == [0, 1, 2])
    }

    @Test("the largest authors are spread over the parts")
    func balance() {
        let sizes = [("a", 10), ("b", 9), ("c", 8), ("d", 2), ("e", 1)]
        let samples = sizes.flatMap { author, size in (0..<size).map { _ in sample("l", author) } }
        let parts = ModelTrainer.parts(samples, 3)
        let loads = (0..<3).map { part in parts.count { $0 == part } }
        #expect(loads == [10, 10, 10])
    }

    @Test("lines of nobody are dealt in turn, label by label")
    func nobody() {
        let samples = ["a", "a", "b", "a", "b", "a", "b"].map { sample($0, "") }
        #expect(ModelTrainer.parts(samples, 3) == [0, 1, 0, 2, 1, 0, 2])
    }

    @Test("fewer authors than parts are treated as nobody")
    func fewAuthors() {
        #expect(ModelTrainer.parts(["x", "x", "y"].map { sample("l", $0) }, 3) == [0, 1, 2])
    }

    @Test("every sample is scored, and the same way each time")
    func scores() {
        let trainer = ModelTrainer(plan: ToyProblem.plan, lexicon: ToyProblem.lexicon)
        let scores = trainer.crossValidate(ToyProblem.samples, folds: 3)
        #expect(scores.count == ToyProblem.samples.count)
        #expect(scores.allSatisfy { $0.lanes.count == 6 && (0...1).contains($0.coverage) })
        #expect(trainer.crossValidate(ToyProblem.samples, folds: 3) == scores)
    }

    @Test("a line is scored by a model that has not seen its author")
    func unseen() {
        // "zebra" occurs with one author only: whoever scores that author's lines cannot know the word.
        var samples = ToyProblem.inScope.enumerated().map { TrainingSample(text: $1.text, label: $1.label, author: "a\($0 % 5)") }
        samples += (0..<4).map { _ in TrainingSample(text: "zebra", label: "meter", author: "z") }
        let trainer = ModelTrainer(plan: ToyProblem.plainPlan, lexicon: ToyProblem.lexicon)
        #expect(trainer.crossValidate(samples, folds: 3).suffix(4).allSatisfy { $0.coverage < 0.5 })
        samples.append(TrainingSample(text: "zebra", label: "meter", author: "a0"))
        samples.append(TrainingSample(text: "zebra", label: "meter", author: "a1"))
        samples.append(TrainingSample(text: "zebra", label: "meter", author: "a2"))
        let shared = trainer.crossValidate(samples, folds: 3)
        #expect(shared[ToyProblem.inScope.count].coverage == 1)
    }
}
