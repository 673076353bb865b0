package import TextAnalysis

/// A pattern with what its match means.
package struct PatternRule: Hashable, Sendable {
    package enum Meaning: Hashable, Sendable {
        /// The text has this intent.
        case intent(String)
        /// The text is out of scope, and of this kind.
        case outOfScope(kind: String)
        /// The text reports a danger; `isCertain` false: it may.
        case danger(intent: String, isCertain: Bool)
        /// The words of this danger case fit.
        case dangerCase(String)
        /// The text shows this besides: `anger`, `secret`, `minor`.
        case signal(String)
        /// The text names a topic and no wish; it is asked which of these intents is meant.
        case topic(offers: [String])
        /// The capture `no` names what the customer does not want.
        case negation
    }

    /// Where the rule comes from, for explanations: `outage.report#2`.
    package let name: String
    package let meaning: Meaning
    package let pattern: String

    package init(name: String, meaning: Meaning, pattern: String) {
        self.name = name
        self.meaning = meaning
        self.pattern = pattern
    }
}

/// All rules, compiled into one set.
package struct PatternRules: Sendable {
    package let rules: [PatternRule]
    package let set: PatternSet

    package init(_ rules: [PatternRule]) throws(PatternError) {
        var patterns: [Pattern] = []
        for rule in rules { patterns.append(try Pattern(rule.pattern)) }
        self.rules = rules
        set = PatternSet(patterns, watched: WatchedWords.standard.literals)
    }
}
