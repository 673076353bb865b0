/// One line of text as an engine read it.
package struct RecognizedLine: Sendable, Equatable {
    package let text: String
    /// x1, y1 … x4, y4: the corners clockwise from the top left, in pixels of the upright picture.
    package let quad: [Float]
    /// The page it stands on, from 1.
    package let page: Int
    /// 0 (a guess) … 1 (certain), as the engine says.
    package let confidence: Double

    package init(text: String, quad: [Float], page: Int, confidence: Double) {
        self.text = text
        self.quad = quad
        self.page = page
        self.confidence = confidence
    }
}
