import Testing

@testable import Recognition

@Suite("rotated rectangles")
struct RotatedRectangleTests {
    @Test("the hull of a grid is its four corners")
    func hullOfGrid() {
        let grid = (0..<4).flatMap { y in (0..<6).map { x in SIMD2(Float(x), Float(y)) } }
        let hull = convexHull(ofSorted: grid)
        #expect(hull.count == 4)
        #expect(Set(hull) == [SIMD2(0, 0), SIMD2(5, 0), SIMD2(5, 3), SIMD2(0, 3)])
    }

    @Test("points on one line have a hull of two points and a rectangle without breadth")
    func line() {
        let hull = convexHull(ofSorted: [SIMD2(2, 0), SIMD2(2, 1), SIMD2(2, 2), SIMD2(2, 3)])
        #expect(hull.count == 2)
        let rectangle = RotatedRectangle(around: hull)
        #expect(rectangle.shorterSide == 0)
        #expect(max(rectangle.halfSides.x, rectangle.halfSides.y) == 1.5)
    }

    @Test("a single point has an empty rectangle at its place")
    func point() {
        let rectangle = RotatedRectangle(around: [SIMD2(3, 4)])
        #expect(rectangle.centre == SIMD2(3, 4))
        #expect(rectangle.halfSides == .zero)
    }

    @Test("the least rectangle around a tilted rectangle is that rectangle", arguments: [-40, -10, 5, 30] as [Float])
    func tilted(degrees: Float) {
        let radians = degrees * .pi / 180
        // Any unit vector is a direction; the angle need not be exact.
        let along = SIMD2<Float>(1, radians) / SIMD2<Float>(1, radians).length, across = SIMD2(-along.y, along.x)
        let corners = [(-20, -5), (20, -5), (20, 5), (-20, 5)].map { (u, v) in
            SIMD2<Float>(100, 60) + along * Float(u) + across * Float(v)
        }
        let rectangle = RotatedRectangle(around: corners)
        #expect((rectangle.centre - SIMD2(100, 60)).length < 0.01)
        #expect(abs(rectangle.shorterSide - 10) < 0.01)
        #expect(abs(max(rectangle.halfSides.x, rectangle.halfSides.y) - 20) < 0.01)
        #expect((rectangle.quad.topLeft - corners[0]).length < 0.02)
        #expect((rectangle.quad.bottomRight - corners[2]).length < 0.02)
    }

    @Test("growth moves each side out by ratio times area over perimeter")
    func unclipped() {
        let rectangle = RotatedRectangle(centre: SIMD2(50, 50), direction: SIMD2(1, 0), halfSides: SIMD2(20, 5))
        // Area 400, perimeter 100: 1.5 * 4 = 6 on every side.
        #expect(rectangle.unclipped(ratio: 1.5).halfSides == SIMD2(26, 11))
        #expect(rectangle.unclipped(ratio: 1.5).centre == SIMD2(50, 50))
    }
}
