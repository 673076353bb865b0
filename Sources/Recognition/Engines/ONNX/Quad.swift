/// Four corners in a picture, clockwise from the corner that is the top left of the text; pixels, y grows downwards.
struct Quad: Equatable {
    typealias Point = SIMD2<Float>

    var topLeft, topRight, bottomRight, bottomLeft: Point

    /// Length of the longer of the two edges along the text.
    var width: Float { max((topRight - topLeft).length, (bottomRight - bottomLeft).length) }
    /// Length of the longer of the two edges across the text.
    var height: Float { max((bottomLeft - topLeft).length, (bottomRight - topRight).length) }
    var corners: [Point] { [topLeft, topRight, bottomRight, bottomLeft] }
    /// `x1, y1 … x4, y4`.
    var coordinates: [Float] { corners.flatMap { [$0.x, $0.y] } }

    init(topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point) {
        self.topLeft = topLeft
        self.topRight = topRight
        self.bottomRight = bottomRight
        self.bottomLeft = bottomLeft
    }

    /// Puts four corners in order: of the two leftmost the upper one is the top left, of the two others the top right.
    init(ordering corners: [Point]) {
        precondition(corners.count == 4)
        let byColumn = corners.sorted { $0.x < $1.x }
        let left = byColumn[1].y > byColumn[0].y ? (byColumn[0], byColumn[1]) : (byColumn[1], byColumn[0])
        let right = byColumn[3].y > byColumn[2].y ? (byColumn[2], byColumn[3]) : (byColumn[3], byColumn[2])
        self.init(topLeft: left.0, topRight: right.0, bottomRight: right.1, bottomLeft: left.1)
    }

    /// The same corners, read with the text turned: by a quarter when the text runs downwards.
    var turnedQuarter: Quad {
        Quad(topLeft: topRight, topRight: bottomRight, bottomRight: bottomLeft, bottomLeft: topLeft)
    }

    /// The same corners for text that stands on its head.
    var turnedHalf: Quad {
        Quad(topLeft: bottomRight, topRight: bottomLeft, bottomRight: topLeft, bottomLeft: topRight)
    }

    /// Each corner after `change`.
    func mapped(_ change: (Point) -> Point) -> Quad {
        Quad(
            topLeft: change(topLeft), topRight: change(topRight), bottomRight: change(bottomRight), bottomLeft: change(bottomLeft))
    }
}

extension SIMD2<Float> {
    var length: Float { (x * x + y * y).squareRoot() }
}
