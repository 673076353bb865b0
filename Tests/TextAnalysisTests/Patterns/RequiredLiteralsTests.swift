import Testing

@testable import TextAnalysis

@Suite("Literals that a match requires")
struct RequiredLiteralsTests {
    @Test(
        "the groups are told, the most selective first",
        arguments: [
            ("停电", [["停电"]]), ("停电|断电", [["停电", "断电"]]), ("(停|断)电", [["电"], ["停", "断"]]), ("(?:停电|断电)了", [["停电", "断电"], ["了"]]),
            ("没电.{0,4}了吗", [["没电"], ["了吗"]]), ("(没)?电费", [["电费"]]), ("电费?", [["电"]]), ("电费*单据", [["单据"], ["电"]]),
            ("电费+单据", [["电费"], ["单据"]]), ("电{2}费用", [["费用"], ["电"]]), ("停{0}电费", [["电费"]]), ("停{0,3}电费", [["电费"]]),
            ("停{1,3}电费", [["电费"], ["停"]]), ("[停断]电", [["电"], ["停", "断"]]), ("[停断]", [["停", "断"]]), ("\\?", [["?"]]), ("a\\.b", [["a.b"]]),
            ("\\(停\\)", [["(停)"]]), ("^停电$", [["停电"]]), ("停(?=电)费", [["停费"]]), ("停(?!电费单)", [["停"]]), ("(?<=电费单)停", [["停"]]),
            ("(?<!电费单)停", [["停"]]), ("(?<name>电费)x", [["电费"], ["x"]]), ("(?'name'电费)x", [["电费"], ["x"]]),
            ("(?P<name>电费)x", [["电费"], ["x"]]),
            ("(?>电费)", [["电费"]]), ("(?|电费|电表)", [["电费", "电表"]]), ("\\bpower\\b", [["power"]]),
            ("\\d+度电", [["度电"]]),
            ("[^停]电", [["电"]]), ("[a-z]电", [["电"]]), ("[]停]电表", [["电表"], ["]", "停"]]), ("\\p{Han}电表", [["电表"]]), ("\\pL电表", [["电表"]]),
            ("a{x", [["a{x"]]), ("(停|断)(电力|电费)", [["电力", "电费"], ["停", "断"]]), ("电费(?:啊|呀)?", [["电费"]]),
            ("停.电.费", [["停"], ["电"]]), ("(a.停|b)", [["停", "b"]]),
        ] as [(String, [[String]])])
    func known(_ expression: String, _ groups: [[String]]) throws {
        _ = try Pattern(expression)
        #expect(RequiredLiterals(of: expression).groups == groups)
    }

    @Test(
        "where a match may do without, nothing is told",
        arguments: [
            "", ".", ".*", "\\d{4}", "(停电)?", "停?", "停*", "停电|", "|停电", "停电|\\d", "(?:停|)", "(?:停|.)?", "[^停]", "[a-z]", "\\w+", "^$",
            "(?=停电)", "(?!停)",
            "(停|断)?", "(?:停){0,2}", "[abcdefghijklm]", "(|a)", "(a|b|)", "停{0}",
        ])
    func unknown(_ expression: String) throws {
        _ = try Pattern(expression)
        #expect(RequiredLiterals(of: expression).groups == [])
    }

    @Test(
        "where a construct may change the meaning of the letters, nothing is told",
        arguments: [
            "(?i)power", "(?i:power)停", "(?x)a b", "(?-i)停电", "(?#note)停电", "(*UCP)停电", "(?P<n>停电)(?P>n)", "(?<n>停电)(?&n)", "停电(?R)?",
            "(停)?(?(1)电|费)", "[[:digit:]]停电", "\\x{7535}停电", "(?<n>a)停电\\k<n>", "(a)停电\\g1", "停电\\N", "\\Q停电\\E", "停电\\cA", "停电\\o{141}",
            "(a)停电\\1", "停电\\07",
        ])
    func changed(_ expression: String) throws {
        _ = try Pattern(expression)
        #expect(RequiredLiterals(of: expression).groups == [])
    }

    /// Whether the set is sound for a text that the expression matches.
    private func isSound(_ expression: String, _ text: String) throws -> Bool {
        let pattern = try Pattern(expression)
        let folded = FoldedText(text)
        try #require(!PatternMatcher().matches(of: pattern, in: folded).isEmpty, "\(expression) does not match \(text)")
        return pattern.requiredLiterals.allSatisfy { $0.contains(where: folded.string.contains) }
    }

    @Test(
        "the set is sound for constructs that the reader must get past",
        arguments: [
            ("(停)(电)\\1", "停电停"), ("\\Q停电\\E|x", "x"), ("(?<a>停)(?:电|(?&a))", "停停"), ("(?#停电)断", "断"),
            ("(?(?=停)停|断)电?", "断"), ("\\x{505c}", "停"), ("\\o{141}", "a"), ("\\N{U+505C}", "停"), ("(?-i)停", "停"), ("\\R?停", "停"),
            ("\\X", "断"),
            ("a(?C1)b", "ab"), ("(?<x>停){0}断", "断"), ("[\\]停]断", "]断"), ("\\d\\D\\h?停", "7x停"), ("a{,2}b", "a{,2}b"), ("停\\K电", "停电"),
            ("(?P<n>a)(?P=n)|b", "b"), ("a{2|b", "b"),
        ])
    func constructs(_ expression: String, _ text: String) throws {
        #expect(try isSound(expression, text))
    }

    @Test(
        "the set is sound for rarer constructs",
        arguments: [
            ("(?i)ABC", "abc"), ("(?i:ABC)", "abc"), ("(?x)a b", "ab"), ("\\x61", "a"), ("\\141", "a"), ("(?<name>a)\\k<name>", "aa"),
            ("(?<name>a)\\k'name'", "aa"), ("(?P<name>a)(?P>name)", "aa"), ("[[:digit:]]度", "7度"), ("(*LIMIT_MATCH=99)ab", "ab"),
            ("(?#note: x)ab", "ab"), ("\\N|ab", "x"), ("停(?#x)?断", "断"), ("(a)\\g-1b", "aab"),
        ])
    func rareConstructs(_ expression: String, _ text: String) throws {
        #expect(try isSound(expression, text))
    }

    @Test(
        "the set is sound where letters are ignored by case together with another option",
        arguments: [("(?si)ABC", "abc"), ("(?mi:ABC)", "abc"), ("(?sx)a b", "ab"), ("(?^i)ABC", "abc")])
    func combinedOptions(_ expression: String, _ text: String) throws {
        let isSound = try isSound(expression, text)
        #expect(isSound)
    }

    @Test(
        "the set is sound for a named class that is not the first member of its brackets",
        arguments: [("[a[:digit:]]度", "7度"), ("[^[:alpha:]]度", "7度")])
    func namedClasses(_ expression: String, _ text: String) throws {
        let isSound = try isSound(expression, text)
        #expect(isSound)
    }

    @Test("whenever a generated pattern matches, a literal of each group occurs in the match", arguments: 0..<40)
    func property(_ seed: UInt64) throws {
        var sequence = FixedSequence(seed: seed)
        var matches = 0
        var told = 0
        let matcher = PatternMatcher()
        for _ in 0..<100 {
            let generated = GeneratedPattern.random(depth: 3, &sequence)
            let pattern = try Pattern(generated.expression)
            for _ in 0..<4 {
                let text = GeneratedPattern.text(3, &sequence) + generated.sample(&sequence) + GeneratedPattern.text(3, &sequence)
                let folded = FoldedText(text)
                guard let match = matcher.matches(of: pattern, in: folded).first else { continue }
                matches += 1
                let groups = pattern.requiredLiterals
                told += groups.count
                let matched = String(decoding: folded.utf8[match.range], as: UTF8.self)
                for group in groups {
                    #expect(group.contains { Self.occurs($0, in: matched) }, "\(generated.expression) → \(group) in \(matched)")
                }
            }
        }
        #expect(matches > 100)
        #expect(told > 50)
    }

    private static func occurs(_ literal: String, in text: String) -> Bool {
        let wanted = Array(literal.utf8)
        let bytes = Array(text.utf8)
        guard wanted.count <= bytes.count else { return false }
        return (0...bytes.count - wanted.count).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
}
