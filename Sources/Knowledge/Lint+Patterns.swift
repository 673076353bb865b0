internal import LanguageUnderstanding
internal import TextAnalysis

// Patterns: do they compile, can they be filtered, do they run away, do they take other intents' sentences.

extension Lint {
    /// Findings about all patterns.
    mutating func checkPatterns() {
        var compiled: [(pattern: Pattern, intent: String?, file: String, line: Int)] = []
        for (source, intent, file) in patternSources() {
            do throws(PatternError) {
                let pattern = try Pattern(source.text)
                compiled.append((pattern, intent, file, source.line))
                checkForm(source, pattern, file)
            } catch {
                report(file, source.line, "\(error)")
            }
        }
        checkRunaways(compiled.map { ($0.pattern, $0.file, $0.line) })
        checkPrecision(compiled)
    }

    private func patternSources() -> [(IntentSource.PatternSource, String?, String)] {
        var all: [(IntentSource.PatternSource, String?, String)] = []
        for intent in data.intents {
            for pattern in intent.patterns { all.append((pattern, intent.id, intent.path)) }
            for kind in intent.kinds { for pattern in kind.patterns { all.append((pattern, nil, intent.path)) } }
        }
        for rule in data.safety.rules { for pattern in rule.patterns { all.append((pattern, nil, "models/safety.yaml")) } }
        for item in data.safety.cases + data.safety.firstWords {
            for pattern in item.cues { all.append((pattern, nil, "models/safety.yaml")) }
        }
        for signal in data.signals { for pattern in signal.patterns { all.append((pattern, nil, "intents/signals.yaml")) } }
        for topic in data.topics { for pattern in topic.patterns { all.append((pattern, nil, "intents/topics.yaml")) } }
        for pattern in data.negations { all.append((pattern, nil, "intents/signals.yaml")) }
        return all
    }

    private mutating func checkForm(_ source: IntentSource.PatternSource, _ pattern: Pattern, _ file: String) {
        if pattern.requiredLiterals.isEmpty {
            report(file, source.line, "no text that must occur can be told from '\(source.text)'; it would be tried on every message")
        }
        let scalars = Array(source.text.unicodeScalars)
        for index in scalars.indices.dropFirst() where scalars[index] == "b" && scalars[index - 1] == "\\" {
            let neighbours = [index - 2, index + 1].filter(scalars.indices.contains).map { scalars[$0] }
            if neighbours.contains(where: { (0x3400...0x9FFF).contains($0.value) }) {
                report(file, source.line, "\\b beside a Han character never holds there: '\(source.text)'")
            }
        }
        for index in scalars.indices where ("A"..."Z").contains(scalars[index]) && (index == 0 || scalars[index - 1] != "\\") {
            if index > 0, scalars[index - 1] == "{" || scalars[index - 1] == "<" || scalars[index - 1] == "P" { continue }
            report(file, source.line, "capital letters never match, messages are lower case: '\(source.text)'")
            break
        }
    }

    /// Runs each pattern against long strings pumped from its own literals: it must not come near the match limit.
    private mutating func checkRunaways(_ patterns: [(pattern: Pattern, file: String, line: Int)]) {
        let matcher = PatternMatcher()
        for (pattern, file, line) in patterns {
            let before = matcher.limitHits
            for literal in (pattern.requiredLiterals.first ?? []).prefix(4) + Self.repeatable(pattern.source) + ["a", "电", "1", "a ", "电费"]
            {
                let count = max(1, PatternSet.maximumClause / max(1, literal.unicodeScalars.count))
                // The required text stands behind a sign that nothing matches: the search cannot be given up early.
                let required = pattern.requiredLiterals.compactMap(\.first).joined()
                let pumped = FoldedText(String(repeating: literal, count: count) + "\u{2603}" + required)
                _ = matcher.matches(of: pattern, in: pumped)
            }
            if matcher.limitHits > before {
                report(
                    file, line,
                    "runs away: a string of \(PatternSet.maximumClause) characters needs more steps than the limit: '\(pattern.source)'")
            }
        }
    }

    /// Characters of the pattern that stand before a quantifier: what a text can be pumped with.
    private static func repeatable(_ source: String) -> [String] {
        let characters = Array(source)
        return Array(
            Set(
                characters.indices.dropLast().filter {
                    "+*{".contains(characters[$0 + 1]) && characters[$0].isLetter
                        && characters[$0].unicodeScalars.first.map { $0.value >= 0x3400 } ?? false
                }.map { String(characters[$0]) })
        ).sorted()
    }

    /// Share of a pattern's matches among the examples that may belong to other intents.
    private static var toleratedShare: Double { 0.05 }

    private mutating func checkPrecision(_ patterns: [(pattern: Pattern, intent: String?, file: String, line: Int)]) {
        let own = patterns.filter { $0.intent != nil }
        guard let set = try? PatternRules(own.map { PatternRule(name: "", meaning: .intent($0.intent ?? ""), pattern: $0.pattern.source) })
        else { return }
        var work = PatternSet.Workspace(), text = FoldedText()
        var right = [Int](repeating: 0, count: own.count), wrong = right, first = [String?](repeating: nil, count: own.count)
        for intent in data.intents {
            for example in intent.examples + intent.kinds.flatMap(\.examples) {
                text.assign(example.text)
                for hit in set.set.hits(in: text, &work) {
                    if own[hit.pattern].intent == intent.id {
                        right[hit.pattern] += 1
                    } else {
                        wrong[hit.pattern] += 1
                        first[hit.pattern] = first[hit.pattern] ?? "'\(example.text)' (\(intent.id))"
                    }
                }
            }
        }
        for index in own.indices where Double(wrong[index]) > Self.toleratedShare * Double(wrong[index] + right[index]) {
            report(
                own[index].file, own[index].line,
                "takes \(wrong[index]) examples of other intents beside \(right[index]) of its own, first \(first[index] ?? ""): '\(own[index].pattern.source)'"
            )
        }
    }
}
