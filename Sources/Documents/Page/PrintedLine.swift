/// A line of text as an OCR engine returns it.
package struct PrintedLine: Hashable, Sendable {
    package var text: String
    /// Where it stands on its page, if the engine told.
    package var box: Box?
    /// From 0 to 1, if the engine told.
    package var confidence: Double?
    /// From 1.
    package var page: Int

    package init(_ text: String, box: Box? = nil, confidence: Double? = nil, page: Int = 1) {
        self.text = text
        self.box = box
        self.confidence = confidence
        self.page = page
    }

    /// The lines of a text without boxes.
    package static func lines(of text: String) -> [PrintedLine] {
        text.split(omittingEmptySubsequences: true) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" || $0 == "\u{0C}" }.map {
            PrintedLine(String($0))
        }
    }

    /// An upright rectangle in pixels of the page, from its upper left corner.
    package struct Box: Hashable, Sendable {
        package var x: Double
        package var y: Double
        package var width: Double
        package var height: Double

        package init(x: Double, y: Double, width: Double, height: Double) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }

        var right: Double { x + width }
        var bottom: Double { y + height }
        var middle: Double { y + height / 2 }
    }
}
