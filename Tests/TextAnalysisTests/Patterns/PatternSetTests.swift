import Testing

@testable import TextAnalysis

@Suite("Patterns in a set")
struct PatternSetTests {
    /// What each pattern finds for itself.
    private func alone(_ patterns: [Pattern], _ text: FoldedText) -> [PatternSet.Hit] {
        let matcher = PatternMatcher()
        return patterns.enumerated().compactMap { index, pattern in
            text.utf8.withUnsafeBufferPointer { matcher.firstMatch(of: pattern, in: $0) }
                .map { PatternSet.Hit(pattern: index, range: $0.range) }
        }
    }

    @Test("a set finds what each of its patterns finds alone", arguments: 0..<60)
    func equalsAlone(_ seed: UInt64) throws {
        var sequence = FixedSequence(seed: seed)
        let generated = (0..<30).map { _ in GeneratedPattern.random(depth: 3, &sequence) }
        let patterns = try generated.map { try Pattern($0.expression) }
        let set = PatternSet(patterns)
        var work = PatternSet.Workspace()
        var total = 0
        for _ in 0..<20 {
            let sample = generated.randomElement(using: &sequence)?.sample(&sequence) ?? ""
            let text = FoldedText("停" + GeneratedPattern.text(6, &sequence) + sample + GeneratedPattern.text(6, &sequence))
            let hits = set.hits(in: text, &work)
            #expect(hits == alone(patterns, text))
            total += hits.count
        }
        #expect(total > 20)
    }

    @Test("in a long text, cut after clause marks, a set finds what each pattern finds in the whole", arguments: 0..<30)
    func longTexts(_ seed: UInt64) throws {
        var sequence = FixedSequence(seed: seed)
        let words = ["停电", "电费", "没电了", "交费", "power", "186", "😀", "电"]
        let marks = ["，", "。", "！", "？", "；"]
        let count = Int.random(in: 60...100, using: &sequence)
        let clauses = (0..<count).map { number in
            let middle = (0..<Int.random(in: 1...6, using: &sequence)).map { _ in words.randomElement(using: &sequence) ?? "" }
            return "\(number)号" + middle.joined() + "终" + (marks.randomElement(using: &sequence) ?? "，")
        }
        // Each clause has a pattern of its own, so that one cut in two is noticed.
        let own = (0..<count).map { "\\b\($0)号[^,。!?;]*终[,。!?;]" }
        let patterns = try (own + ["停电.?电费", "电{2,}", "power|交费停", "没电了?", "(?<=停)电交"]).map { try Pattern($0) }
        let text = FoldedText(clauses.joined())
        try #require(text.scalars.count > PatternSet.maximumClause)
        var work = PatternSet.Workspace()
        let hits = PatternSet(patterns).hits(in: text, &work)
        let isExhausted = work.exhausted
        #expect(hits == alone(patterns, text))
        #expect(hits.count >= count)
        #expect(!isExhausted)
    }

    @Test("a long text without marks is cut at 512 characters")
    func cutWithoutMarks() throws {
        let set = PatternSet([try Pattern("^停")])
        var work = PatternSet.Workspace()
        let text = FoldedText(String(repeating: "电", count: 512) + "停" + String(repeating: "电", count: 100))
        #expect(set.hits(in: text, &work).map(\.range) == [1536..<1539])
        #expect(set.hits(in: FoldedText(String(repeating: "电", count: 511) + "停"), &work).isEmpty)
    }

    @Test("hits come in the order of the patterns, each pattern once")
    func order() throws {
        let set = PatternSet(try ["费", "\\d", "电", "停"].map { try Pattern($0) })
        var work = PatternSet.Workspace()
        let hits = set.hits(in: FoldedText("停电 1 停电 2 电费"), &work)
        #expect(hits.map(\.pattern) == [0, 1, 2, 3])
        #expect(hits[3].range == 0..<3)
    }

    @Test("a workspace serves one text after another, and sets of other sizes")
    func reuse() throws {
        let small = PatternSet([try Pattern("停")])
        let large = PatternSet(try ["电", "停", "费"].map { try Pattern($0) })
        var work = PatternSet.Workspace()
        for _ in 0..<3 {
            #expect(small.hits(in: FoldedText("停电"), &work).map(\.pattern) == [0])
            #expect(small.hits(in: FoldedText("来电"), &work).isEmpty)
            #expect(large.hits(in: FoldedText("停电"), &work).map(\.pattern) == [0, 1])
        }
    }

    @Test("patterns without a required literal are listed, and tried on every text")
    func unfiltered() throws {
        let set = PatternSet(try ["停", "\\d{4}", "电?"].map { try Pattern($0) })
        var work = PatternSet.Workspace()
        #expect(set.unfiltered.map(\.source) == ["\\d{4}", "电?"])
        _ = set.hits(in: FoldedText("没有"), &work)
        let triedOnNothing = work.triedPatterns
        #expect(triedOnNothing == 2)
        _ = set.hits(in: FoldedText("停"), &work)
        let triedOnWord = work.triedPatterns
        #expect(triedOnWord == 3)
    }

    @Test("a text that would cost more than its budget is given up, the same way every time")
    func budget() throws {
        let pattern = try Pattern("\\d\\D")
        let set = PatternSet([Pattern](repeating: pattern, count: 1000))
        var work = PatternSet.Workspace()
        let text = FoldedText(String(repeating: "7", count: 499) + "x")
        let hits = set.hits(in: text, &work)
        let wasExhausted = work.exhausted
        #expect(wasExhausted)
        #expect(hits.count == PatternSet.stepBudget / 500)
        #expect(set.hits(in: text, &work) == hits)
        #expect(set.hits(in: FoldedText("7x"), &work).count == 1000)
        let isExhausted = work.exhausted
        #expect(!isExhausted)
    }

    @Test("an empty set and an empty text have no hits")
    func empty() throws {
        var work = PatternSet.Workspace()
        #expect(PatternSet([]).hits(in: FoldedText("停电"), &work).isEmpty)
        #expect(PatternSet([try Pattern("停")]).hits(in: FoldedText(""), &work).isEmpty)
    }
}
