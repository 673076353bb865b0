/// What a customer thinks of the work done, one to five.
package struct Rating: Hashable, Sendable {
    package let score: Int
    package let comment: String?
    package let at: Moment

    /// Nil unless the score is one to five.
    package init?(score: Int, comment: String?, at: Moment) {
        guard (1...5).contains(score) else { return nil }
        self.score = score
        self.comment = comment
        self.at = at
    }
}
