/// Finds where text stands in a picture: PP-OCRv4 detection (differentiable binarization).
final class TextDetector {
    private let session: OnnxSession
    private let settings: PPOCRSettings.Detection
    private let input = PlanarInput()

    init(session: OnnxSession, settings: PPOCRSettings.Detection) {
        self.session = session
        self.settings = settings
    }

    /// The text regions of `picture` as quads in its pixels, in no order.
    func quads(in picture: Picture) throws(RecognitionError) -> [Quad] {
        let (width, height) = inputSize(for: picture)
        picture.write(to: input, width: width, height: height)
        let settings = settings
        let scale = SIMD2(Float(picture.width) / Float(width), Float(picture.height) / Float(height))
        let corner = SIMD2(Float(picture.width - 1), Float(picture.height - 1))
        return try session.run(input.buffer, shape: [1, 3, height, width]) { values, shape throws(RecognitionError) in
            guard shape == [1, 1, height, width] else { throw .engine("detection map of an unexpected shape") }
            let map = ProbabilityMap(width: width, height: height, values: values)
            return Self.regions(of: map, settings: settings).map { quad in
                quad.mapped { ($0 * scale).clamped(lowerBound: .zero, upperBound: corner) }
            }.filter { ($0.topRight - $0.topLeft).length > 3 && ($0.bottomLeft - $0.topLeft).length > 3 }
        }
    }

    /// Width and height of the network's input: multiples of 32.
    func inputSize(for picture: Picture) -> (width: Int, height: Int) {
        let width = Float(picture.width), height = Float(picture.height)
        var scale = max(1, Float(settings.shortSide) / min(width, height))
        scale = min(scale, Float(settings.longestSide) / max(width, height))
        scale = min(scale, (Float(settings.mostPixels) / (width * height)).squareRoot())
        func side(_ length: Float) -> Int { max(Int((length * scale / 32).rounded()), 1) * 32 }
        return (side(width), side(height))
    }

    /// The text regions of a map as quads in pixels of the map.
    static func regions(of map: ProbabilityMap, settings: PPOCRSettings.Detection) -> [Quad] {
        var regions = TextRegions(of: map, above: settings.pixelThreshold)
        return regions.hulls(atMost: settings.mostRegions).compactMap { hull in
            let core = RotatedRectangle(around: hull)
            guard core.shorterSide >= settings.leastSide, map.mean(in: core.quad) >= settings.regionThreshold else { return nil }
            let grown = core.unclipped(ratio: settings.growth)
            return grown.shorterSide >= settings.leastGrownSide ? grown.quad : nil
        }
    }
}
