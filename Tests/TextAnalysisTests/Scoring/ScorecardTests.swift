import Testing

@testable import TextAnalysis

@Suite("What evaluate counts (CONTRACT §1)")
struct ScorecardTests {
    private static func line(
        _ truth: String, _ ranking: String, _ confidence: Double, _ inScope: Double, _ decision: Outcome.Decision = .accept,
        found: String? = nil, language: String? = nil, style: String? = nil
    ) -> Outcome {
        let ranking = ranking.split(separator: " ").map(String.init)
        return Outcome(
            truth: truth.split(separator: "+").map(String.init), ranking: ranking, confidence: confidence, inScope: inScope,
            decision: decision,
            found: found.map { $0.split(separator: "+").map(String.init) } ?? Array(ranking.prefix(1)), language: language, style: style)
    }

    /// Ten lines in scope, four out of scope, three of several intents, two of labels that the model does not know.
    private static let table: [Outcome] = [
        line("a", "a b c d", 0.95, 0.9, language: "zh-Hans", style: "short"),
        line("a", "a c b d", 0.85, 0.8, language: "zh-Hans"),
        line("a", "b a c d", 0.45, 0.7, .clarify(offered: ["b", "a", "c"]), language: "en", style: "short"),
        line("a", "a b c d", 0.75, 0.2, .reject, language: "en"),
        line("b", "b a c d", 0.95, 0.9),
        line("b", "c d b a", 0.65, 0.85),
        line("b", "d c a b", 0.35, 0.6, .clarify(offered: ["d", "c", "a"])),
        line("c", "c a b d", 0.55, 0.5),
        line("c", "b c a d", 0.95, 0.75),
        line("d", "a b c d", 0.15, 0.3, .reject),
        line("oos", "a b c d", 0.5, 0.1, .reject),
        line("oos", "b a c d", 0.9, 0.65),
        line("oos", "c a b d", 0.4, 0.3, .clarify(offered: ["c"])),
        line("oos", "d a b c", 0.4, 0.15, .reject),
        line("a+b", "a b c d", 0.9, 0.9, found: "b+a"),
        line("a+c", "a b c d", 0.9, 0.9, found: "a"),
        line("b+d", "a b c d", 0.9, 0.9, found: "a+c"),
        line("x", "a b c d", 0.9, 0.9),
        line("a+x", "a b c d", 0.9, 0.9),
    ]
    private let card = Scorecard(table, known: ["a", "b", "c", "d"])

    private func near(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) < 1e-12 }

    @Test("all lines are counted, those with unknown labels as skipped")
    func lines() {
        #expect(card.lines == 19)
        #expect(card.skipped == 2)
        #expect(card.hits == [true, true, false, true, true, false, false, true, false, false])
    }

    @Test("accuracy and top 3 are those of the best intents before the decision")
    func accuracy() {
        #expect(near(card.accuracy, 0.5))
        // Only the line of b that ranks it fourth and that of d miss.
        #expect(near(card.top3, 0.8))
    }

    @Test("after the decision a reject is wrong, a clarify right if the intent is offered")
    func decided() {
        // Right: lines 1, 2, 3 (offered), 5, 8.
        #expect(near(card.accuracyDecided, 0.5))
        #expect(near(card.clarified, 0.2))
    }

    @Test("macro F1 is the mean over the labels of the lines")
    func macroF1() {
        // a: 3 of 4 guesses right, 3 of 4 found; b: 1 of 3, 1 of 3; c: 1 of 2, 1 of 2; d: none.
        #expect(near(card.macroF1, (0.75 + 1.0 / 3 + 0.5 + 0) / 4))
        #expect(card.byLabel["a"] == Scorecard.LabelScore(lines: 4, precision: 0.75, recall: 0.75))
        #expect(card.byLabel["d"]?.f1 == 0)
    }

    @Test("confusions tell what was taken for what")
    func confusions() {
        let expected: [Scorecard.Confusion: Int] = [
            .init(truth: "a", guess: "b"): 1, .init(truth: "b", guess: "c"): 1, .init(truth: "b", guess: "d"): 1,
            .init(truth: "c", guess: "b"): 1,
            .init(truth: "d", guess: "a"): 1,
        ]
        #expect(card.confusions == expected)
    }

    @Test("recall and false rejects are those of the decisions")
    func outOfScope() throws {
        let outside = try #require(card.outOfScope)
        #expect(outside.lines == 4)
        #expect(near(outside.recall, 0.5))
        #expect(near(outside.falseRejects, 0.2))
    }

    @Test("AUROC: how often a line out of scope has the lower probability of being in scope")
    func auroc() throws {
        // 0.1 and 0.15 lie below all ten; 0.3 below eight, equal to one; 0.65 below six.
        #expect(near(try #require(card.outOfScope).auroc, (10 + 10 + 8.5 + 6) / 40))
    }

    @Test("recall at 5 % uses the threshold that rejects one in twenty of the lines in scope")
    func recallAt5Percent() throws {
        let inside = (1...40).map { Self.line("a", "a b c", 0.9, Double($0) / 40) }
        let outside = [0.01, 0.05, 0.074, 0.075, 0.2].map { Self.line("oos", "a b c", 0.9, $0) }
        // The two lowest of forty, 0.025 and 0.05, are rejected: the threshold is 0.075.
        let scope = try #require(Scorecard(inside + outside, known: ["a"]).outOfScope)
        #expect(near(scope.recallAt5Percent, 0.6))
        #expect(inside.count { $0.inScope < 0.075 } == 2)
    }

    @Test("lines of several intents stand apart: the set is equal, or one is found")
    func multi() throws {
        let multi = try #require(card.multi)
        #expect(multi.lines == 3)
        #expect(near(multi.exact, 1.0 / 3))
        #expect(near(multi.any, 2.0 / 3))
    }

    @Test("parts are counted by language and by style")
    func parts() {
        #expect(
            card.byLanguage == [
                "zh-Hans": .init(lines: 2, accuracy: 1, accuracyDecided: 1), "en": .init(lines: 2, accuracy: 0.5, accuracyDecided: 0.5),
            ])
        #expect(card.byStyle == ["short": .init(lines: 2, accuracy: 0.5, accuracyDecided: 1)])
    }

    @Test("the calibration error weighs each tenth of confidence by its lines")
    func calibrationError() {
        // Bin 0.9: three lines, mean 0.95, two right; every other bin holds one line.
        let expected = abs(0.95 - 2.0 / 3) * 3 + (1 - 0.85) + 0.45 + (1 - 0.75) + 0.65 + 0.35 + (1 - 0.55) + 0.15
        #expect(near(card.calibrationError, expected / 10))
    }

    @Test("a confidence of one falls into the last bin")
    func fullConfidence() {
        let card = Scorecard([Self.line("a", "a b", 1, 1), Self.line("a", "b a", 0.95, 1)], known: ["a", "b"])
        #expect(near(card.calibrationError, 0.475))
    }

    @Test("an empty set has no figures, and neither scope nor multi")
    func empty() {
        let card = Scorecard([], known: ["a"])
        #expect(card.lines == 0 && card.accuracy == 0 && card.macroF1 == 0 && card.calibrationError == 0)
        #expect(card.outOfScope == nil && card.multi == nil)
    }
}
