import Testing
import TextAnalysis

@Suite("Limits of matching (PRODUCT 4.3)")
struct PatternMatcherLimitTests {
    /// An expression with a text that it runs away on: `count` times an a, then `end`.
    struct Runaway: Sendable, CustomTestStringConvertible {
        let expression: String
        let count: Int
        let end: String
        var text: FoldedText { FoldedText(String(repeating: "a", count: count) + end) }
        var testDescription: String { "\(expression) on \(count) characters" }
    }

    static let runaways = [
        Runaway(expression: "(a+)+$", count: 40, end: "!"),
        Runaway(expression: #"^(\w+\s?)*$"#, count: 60, end: "!"),
        Runaway(expression: "(.*a){20}$", count: 200, end: "b"),
        Runaway(expression: "(?:a|aa){1,13}b", count: 3998, end: "xb"),
    ]

    @Test("a runaway pattern stops and is no match", arguments: runaways)
    func stops(_ runaway: Runaway) throws {
        let matcher = PatternMatcher()
        #expect(matcher.matches(of: try Pattern(runaway.expression), in: runaway.text).isEmpty)
        #expect(matcher.limitHits > 0)
    }

    @Test("in a set a runaway pattern does not keep the others from matching", arguments: runaways)
    func inSet(_ runaway: Runaway) throws {
        let set = PatternSet([try Pattern(runaway.expression), try Pattern("a[!bx]")])
        var work = PatternSet.Workspace()
        #expect(set.hits(in: runaway.text, &work).map(\.pattern) == [1])
    }

    @Test("what stays below the limit at each start is cut short by clauses")
    func belowLimit() throws {
        let set = PatternSet([try Pattern("(?:a|aa){1,9}b")])
        var work = PatternSet.Workspace()
        #expect(set.hits(in: FoldedText(String(repeating: "a", count: 3998) + "xb"), &work).isEmpty)
        #expect(set.hits(in: FoldedText(String(repeating: "a", count: 3999) + "b"), &work).count == 1)
    }

    @Test("a match that needs a deep stack is no match")
    func deepStack() throws {
        let matcher = PatternMatcher()
        let text = FoldedText(String(repeating: "ab", count: 100_000) + "xc")
        #expect(matcher.matches(of: try Pattern("^(?:(a)|(b))*c"), in: text).isEmpty)
        #expect(matcher.limitHits == 1)
    }

    @Test("an ordinary miss is no limit hit")
    func miss() throws {
        let matcher = PatternMatcher()
        #expect(matcher.matches(of: try Pattern("停电"), in: FoldedText("来电了")).isEmpty)
        #expect(matcher.limitHits == 0)
    }

    @Test("a matcher serves on after a runaway", arguments: runaways)
    func after(_ runaway: Runaway) throws {
        let matcher = PatternMatcher()
        _ = matcher.matches(of: try Pattern(runaway.expression), in: runaway.text)
        #expect(matcher.matches(of: try Pattern("停电"), in: FoldedText("停电了")).count == 1)
    }

    @Test("a pattern can lower the limit, not raise it")
    func ownLimit() throws {
        let text = FoldedText(String(repeating: "a", count: 30) + "!")
        let low = PatternMatcher()
        let high = PatternMatcher()
        #expect(low.matches(of: try Pattern("(*LIMIT_MATCH=1)a+b?$"), in: text).isEmpty)
        #expect(low.limitHits > 0)
        #expect(high.matches(of: try Pattern("(*LIMIT_MATCH=4000000000)(a+)+$"), in: text).isEmpty)
        #expect(high.limitHits > 0)
    }
}
