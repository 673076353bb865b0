/// The document that a rule comes from, the first day on which it holds, and how sure that is.
package struct RuleSource: Hashable, Sendable {
    /// `high`: official text or two sources that agree; `medium`: one good source; `low`: weak or not verified.
    package enum Confidence: String, CaseIterable, Hashable, Sendable { case high, medium, low }

    package let document: String
    /// As the data gives it, a day (`2021-10-01`) or a month (`2025-06`); nil: not found, which a reply has to say.
    package let validFrom: String?
    package let confidence: Confidence

    package init(document: String, validFrom: String?, confidence: Confidence) {
        self.document = document
        self.validFrom = validFrom
        self.confidence = confidence
    }
}
