/// Puts text regions into reading order.
enum LineAssembly {
    /// Regions whose top left corners differ by less than this many pixels in height stand in the same row.
    private static let rowTolerance: Float = 10

    /// From top to bottom by the top left corner; within a row from left to right.
    static func inReadingOrder(_ quads: [Quad]) -> [Quad] {
        var ordered: [Quad] = []
        let fromTop = quads.sorted { ($0.topLeft.y, $0.topLeft.x) < ($1.topLeft.y, $1.topLeft.x) }
        for quad in fromTop {
            var place = ordered.count
            while place > 0, abs(quad.topLeft.y - ordered[place - 1].topLeft.y) < rowTolerance,
                quad.topLeft.x < ordered[place - 1].topLeft.x
            {
                place -= 1
            }
            ordered.insert(quad, at: place)
        }
        return ordered
    }
}
