/// Sizes that are accepted. They are checked on the header, before anything is decoded.
package struct PictureLimits: Sendable, Equatable {
    /// Shortest side, pixels.
    package var minSide = 15
    /// Longest side, pixels.
    package var maxSide = 8192
    package var maxPixels = 40_000_000
    /// Pages of one file that are read; the rest is counted, not read.
    package var maxPages = 20

    package static let standard = PictureLimits()

    package init() {}

    /// Throws `tooSmall` or `tooLarge`.
    package func check(width: Int, height: Int) throws(RecognitionError) {
        guard width >= minSide, height >= minSide else { throw .tooSmall(width: width, height: height) }
        guard width <= maxSide, height <= maxSide, width * height <= maxPixels else {
            throw .tooLarge(width: width, height: height)
        }
    }
}
