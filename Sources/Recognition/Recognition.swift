/// What was read from one file.
package struct Recognition: Sendable, Equatable {
    /// The pages that were read, in order; the first is page 1.
    package let pages: [PageSize]
    /// The lines of all pages.
    package let lines: [RecognizedLine]
    /// Pages beyond the limit, which nobody looked at.
    package let unreadPages: Int

    package init(pages: [PageSize], lines: [RecognizedLine], unreadPages: Int) {
        self.pages = pages
        self.lines = lines
        self.unreadPages = unreadPages
    }
}

/// Size of an upright page in pixels.
package struct PageSize: Sendable, Equatable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}
