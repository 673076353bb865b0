/// A stretch of text that is cut out of a picture, made straight and brought to the height that the networks read.
struct TextCrop {
    /// Corners in the picture, turned so that the text reads from left to right.
    var quad: Quad
    /// Size in pixels of the picture, at least 1 by 1.
    let width, height: Int

    /// Height of the input of recognition and direction networks, in pixels.
    static let inputHeight = 48
    /// A quad this much higher than wide holds text that runs downwards.
    private static let uprightRatio: Float = 1.5

    init(of quad: Quad) {
        let width = max(Int(quad.width), 1), height = max(Int(quad.height), 1)
        if Float(height) >= Self.uprightRatio * Float(width) {
            self.quad = quad.turnedQuarter
            (self.width, self.height) = (height, width)
        } else {
            self.quad = quad
            (self.width, self.height) = (width, height)
        }
    }

    /// Width at the height of the networks' input.
    var inputWidth: Int {
        Int((Float(Self.inputHeight * width) / Float(height)).rounded(.up))
    }

    /// Writes the crop into `target`, three planes of `inputHeight` rows of `stride` numbers, `columns` wide from the left.
    func write(to target: UnsafeMutablePointer<Float>, columns: Int, stride: Int, from picture: Picture) {
        let map = PerspectiveMap(from: quad, width: width, height: height, columns: columns, rows: Self.inputHeight)
        let area = Self.inputHeight * stride
        let rightmost = Float(picture.width - 1), lowest = Float(picture.height - 1)
        let pitch = 3 * picture.width, lastColumn = picture.width - 1, lastRow = picture.height - 1
        picture.pixels.withUnsafeBufferPointer { pixels in
            let base = pixels.baseAddress!
            for row in 0..<Self.inputHeight {
                var place = map.start(ofRow: row)
                let out = target + row * stride
                for column in 0..<columns {
                    let divided = place.z == 1 ? place : place / place.z
                    // In this order a place that is not a number becomes 0.
                    let x = min(max(0, divided.x), rightmost), y = min(max(0, divided.y), lowest)
                    let left = Int(x), top = Int(y)
                    let p = base + (pitch &* top &+ 3 &* left)
                    let right = left < lastColumn ? 3 : 0, down = top < lastRow ? pitch : 0
                    let shareX = x - Float(left), shareY = y - Float(top)
                    for channel in 0..<3 {
                        let q = p + channel
                        let upper = Float(q[0]) + (Float(q[right]) - Float(q[0])) * shareX
                        let lower = Float(q[down]) + (Float(q[down &+ right]) - Float(q[down])) * shareX
                        out[(2 &- channel) &* area &+ column] = PlanarInput.normalised(upper + (lower - upper) * shareY)
                    }
                    place += map.perColumn
                }
            }
        }
    }
}

/// The projective map from the pixels of a straight crop to places in the picture.
///
/// A place is x, y and a divisor, which is 1 throughout when the quad is a parallelogram. After Heckbert, "Fundamentals of
/// Texture Mapping and Image Warping" (1989), section 2.2.3.
struct PerspectiveMap {
    private let origin, perRow: SIMD3<Float>
    let perColumn: SIMD3<Float>

    /// Maps `columns` by `rows` pixels to `quad`, a region of `width` by `height` pixels. Centres of pixels lie on
    /// whole numbers in the picture.
    init(from quad: Quad, width: Int, height: Int, columns: Int, rows: Int) {
        let a = quad.topLeft, b = quad.topRight, c = quad.bottomRight, d = quad.bottomLeft
        let bend = a - b + c - d
        var g: Float = 0, h: Float = 0
        if bend.length > 0.01 {
            let first = b - c, second = d - c
            let area = first.x * second.y - second.x * first.y
            if area != 0 {
                g = (bend.x * second.y - second.x * bend.y) / area
                h = (first.x * bend.y - bend.x * first.y) / area
            }
        }
        let across = b * (1 + g) - a, down = d * (1 + h) - a
        let perU = SIMD3(across.x, across.y, g), perV = SIMD3(down.x, down.y, h)
        perColumn = perU / Float(columns)
        perRow = perV / Float(rows)
        origin =
            SIMD3(a.x, a.y, 1) + perU * (0.5 / Float(columns) - 0.5 / Float(width)) + perV
            * (0.5 / Float(rows) - 0.5 / Float(height))
    }

    /// Place of the leftmost pixel of a row.
    func start(ofRow row: Int) -> SIMD3<Float> { origin + perRow * Float(row) }
}
