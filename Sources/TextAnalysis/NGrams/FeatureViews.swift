/// Which n-grams of a text are its features: up to four views, each with its orders and its weight.
///
/// An order of 0 switches a view off. Chosen by cross-validation and written into the model, so that training and
/// use cannot differ.
package struct FeatureViews: Hashable, Sendable {
    /// Longest n-gram of characters, from 1 on, over the folded text with its ends marked.
    package var characters: Int
    /// Longest n-gram of words that holds at least one word in letters or digits (a Han character alone is a word).
    package var words: Int
    /// Longest n-gram of fuzzy pinyin syllables.
    package var pinyin: Int
    /// Longest n-gram of concepts; from 2 on, pairs of concepts count wherever they stand.
    package var concepts: Int
    /// What a feature of each view counts for, beside characters (1).
    package var wordWeight: Float
    package var pinyinWeight: Float
    package var conceptWeight: Float

    package init(
        characters: Int, words: Int, pinyin: Int = 0, concepts: Int = 0,
        wordWeight: Float = 1, pinyinWeight: Float = 0.7, conceptWeight: Float = 1
    ) {
        self.characters = characters
        self.words = words
        self.pinyin = pinyin
        self.concepts = concepts
        self.wordWeight = wordWeight
        self.pinyinWeight = pinyinWeight
        self.conceptWeight = conceptWeight
    }
}

/// The view that a feature belongs to.
package enum FeatureView: UInt8, Sendable, CaseIterable {
    case character = 1, word, pinyin, concept
}
