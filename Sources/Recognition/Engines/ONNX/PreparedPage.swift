/// A picture as the networks are shown it: not too large, and not so flat that the detector cannot see the text.
struct PreparedPage {
    let picture: Picture
    /// Pixels of the original for one of `picture`.
    private let scale: Float
    /// Black rows above the original in `picture`.
    private let frame: Int
    /// Lowest right corner of the original.
    private let corner: SIMD2<Float>

    /// Longest side that is worked with; larger pictures are reduced by a whole factor first.
    private static let longestSide = 2400
    /// Pictures flatter than this get black rows above and below, as do those of so few rows.
    private static let flattest = 8, fewRows = 30

    init(_ original: Picture) {
        let factor = (max(original.width, original.height) - 1) / Self.longestSide + 1
        let smallest = min(original.width, original.height)
        let reduction = min(factor, max(smallest / Self.fewRows, 1))
        let reduced = reduction > 1 ? original.reduced(by: reduction) : original
        if reduced.height <= Self.fewRows || reduced.width > Self.flattest * reduced.height {
            let height = 2 * max(reduced.width / Self.flattest, Self.fewRows)
            frame = (height - reduced.height) / 2
            picture = reduced.framed(rows: frame)
        } else {
            frame = 0
            picture = reduced
        }
        scale = Float(reduction)
        corner = SIMD2(Float(original.width), Float(original.height))
    }

    /// A quad of `picture` in pixels of the original.
    func quadInOriginal(_ quad: Quad) -> Quad {
        let offset = SIMD2<Float>(0, Float(frame))
        return quad.mapped { (($0 - offset) * scale).clamped(lowerBound: .zero, upperBound: corner) }
    }
}
