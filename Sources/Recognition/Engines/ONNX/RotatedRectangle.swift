/// A rectangle that may stand at an angle: centre, the direction of its first side, and half the length of both sides.
struct RotatedRectangle: Equatable {
    typealias Point = SIMD2<Float>

    var centre: Point
    /// Unit vector along the first side.
    var direction: Point
    /// Half the lengths along `direction` and across it.
    var halfSides: Point

    var shorterSide: Float { 2 * min(halfSides.x, halfSides.y) }
    private var across: Point { Point(-direction.y, direction.x) }

    /// The corners in reading order.
    var quad: Quad {
        let along = direction * halfSides.x, across = across * halfSides.y
        return Quad(ordering: [centre - along - across, centre + along - across, centre + along + across, centre - along + across])
    }

    init(centre: Point, direction: Point, halfSides: Point) {
        self.centre = centre
        self.direction = direction
        self.halfSides = halfSides
    }

    /// The rectangle of least area around `hull`, a convex polygon. One of its sides lies on an edge of the polygon
    /// (Freeman and Shapira, 1975), so each edge is tried.
    init(around hull: [Point]) {
        precondition(!hull.isEmpty)
        self.init(centre: hull[0], direction: Point(1, 0), halfSides: Point(0, 0))
        var least = Float.infinity
        for index in hull.indices {
            let edge = hull[(index + 1) % hull.count] - hull[index]
            guard edge.length > 0 else { continue }
            let candidate = RotatedRectangle(around: hull, along: edge / edge.length)
            let area = candidate.halfSides.x * candidate.halfSides.y
            if area < least {
                least = area
                self = candidate
            }
        }
    }

    private init(around hull: [Point], along direction: Point) {
        let across = Point(-direction.y, direction.x)
        var low = Point(repeating: .infinity), high = Point(repeating: -.infinity)
        for point in hull {
            let place = Point((point * direction).sum(), (point * across).sum())
            low = pointwiseMin(low, place)
            high = pointwiseMax(high, place)
        }
        let middle = (low + high) / 2
        self.init(centre: direction * middle.x + across * middle.y, direction: direction, halfSides: (high - low) / 2)
    }

    /// Grown on every side by `ratio` times area over perimeter: the detector is trained on text shrunk by that rule
    /// (Vatti clipping in "Real-time Scene Text Detection with Differentiable Binarization", Liao et al., 2020).
    func unclipped(ratio: Float) -> RotatedRectangle {
        let sum = halfSides.x + halfSides.y
        guard sum > 0 else { return self }
        let distance = ratio * halfSides.x * halfSides.y / sum
        return RotatedRectangle(centre: centre, direction: direction, halfSides: halfSides + distance)
    }
}

/// The convex hull of points that are sorted by row, then by column; corners in order, none on a straight edge.
func convexHull(ofSorted points: [SIMD2<Float>]) -> [SIMD2<Float>] {
    guard points.count > 2 else { return points }
    var hull: [SIMD2<Float>] = []
    func extend(_ point: SIMD2<Float>, keeping least: Int) {
        while hull.count > least {
            let first = hull[hull.count - 1] - hull[hull.count - 2], second = point - hull[hull.count - 2]
            guard first.x * second.y - first.y * second.x <= 0 else { break }
            hull.removeLast()
        }
        hull.append(point)
    }
    for point in points { extend(point, keeping: 1) }
    let turn = hull.count
    for point in points.dropLast().reversed() { extend(point, keeping: turn) }
    hull.removeLast()
    return hull
}
