import Testing
import TextAnalysis

@Suite("Patterns that do not compile")
struct PatternErrorTests {
    private func error(_ expression: String) throws -> PatternError {
        try #require(throws: PatternError.self) { try Pattern(expression) }
    }

    @Test(
        "an error tells where the compiler stopped, in characters",
        arguments: [("停电(", 3), ("停电[ab", 5), ("ab)停", 2), ("停電(?<n>a)(?<n>b)", 14), ("\\", 1)])
    func position(_ expression: String, _ position: Int) throws {
        let error = try error(expression)
        #expect(error.position == position)
        #expect(error.pattern == expression)
        #expect(!error.reason.isEmpty)
    }

    @Test("the position counts characters as the author wrote them", arguments: [("？？(", 3), ("e\u{301}e\u{301}(", 5)])
    func writtenPosition(_ expression: String, _ position: Int) throws {
        let error = try error(expression)
        withKnownIssue("the position is that of the folded expression") { #expect(error.position == position) }
    }

    @Test(
        "the usual mistakes get a hint",
        arguments: [
            ("[ab", "'['"), ("*a", "nothing to repeat"), ("停(电", "'('"), ("停)电", "')'"), ("(?<=a+)b", "fixed length"),
            ("(?<n>a)(?<n>b)", "same name"), ("a\\Cb", "\\C is not allowed"),
        ])
    func hint(_ expression: String, _ words: String) throws {
        let error = try error(expression)
        #expect(try #require(error.hint).contains(words))
        #expect(error.description.contains(words))
    }

    @Test("a pattern may have 63 capturing groups", arguments: [1, 62, 63])
    func fewGroups(_ count: Int) throws {
        let pattern = try Pattern(String(repeating: "(a)", count: count))
        #expect(PatternMatcher().matches(of: pattern, in: FoldedText(String(repeating: "a", count: 63))).count == 63 / count)
    }

    @Test("a pattern of 64 capturing groups or more is refused with a hint", arguments: [64, 65, 200])
    func manyGroups(_ count: Int) throws {
        let error = try error(String(repeating: "(a)", count: count))
        #expect(error.reason.contains("\(count) capturing groups"))
        #expect(try #require(error.hint).contains("(?:"))
        #expect(error.description.contains("(?:"))
    }

    @Test("groups that capture nothing are not counted")
    func nonCapturing() throws {
        let pattern = try Pattern(String(repeating: "(?:a)", count: 200))
        #expect(PatternMatcher().matches(of: pattern, in: FoldedText(String(repeating: "a", count: 200))).count == 1)
    }

    @Test("\\C is refused wherever it stands, and a backslash before a C is not", arguments: ["\\C", "停\\C{2}", "(?:a|\\C)"])
    func singleUnit(_ expression: String) throws {
        #expect(throws: PatternError.self) { try Pattern(expression) }
        #expect(throws: Never.self) { try Pattern("\\\\C[C]") }
    }

    @Test("a mistake without a hint is still described", arguments: ["(?z)", "a{99999}", "\\k<nobody>", "(?P<1a>x)"])
    func noHint(_ expression: String) throws {
        let error = try error(expression)
        #expect(error.hint == nil)
        #expect(error.description.contains(error.reason))
    }
}
