import Testing

@testable import Recognition

@Suite("crops")
struct TextCropTests {
    /// Red grows with the column, green with the row, blue is 7.
    private let ramp = Picture(
        width: 200, height: 100, pixels: (0..<100).flatMap { y in (0..<200).flatMap { x in [UInt8(x), UInt8(y), 7] } })

    private func plane(_ plane: Int, of crop: TextCrop, columns: Int) -> [[Float]] {
        let rows = TextCrop.inputHeight, input = PlanarInput()
        input.clear(count: 3 * rows * columns)
        crop.write(to: input.buffer.baseAddress!, columns: columns, stride: columns, from: ramp)
        return (0..<rows).map { row in
            (0..<columns).map { (input.buffer[(plane * rows + row) * columns + $0] + 1) * 255 / 2 }
        }
    }

    private func quad(_ x: Float, _ y: Float, _ width: Float, _ height: Float) -> Quad {
        Quad(
            topLeft: SIMD2(x, y), topRight: SIMD2(x + width, y), bottomRight: SIMD2(x + width, y + height),
            bottomLeft: SIMD2(x, y + height))
    }

    @Test("a crop of the networks' own height copies the pixels, planes in the order blue, green, red")
    func copy() {
        let crop = TextCrop(of: quad(20, 30, 100, 48))
        #expect(crop.inputWidth == 100)
        let blue = plane(0, of: crop, columns: 100), green = plane(1, of: crop, columns: 100), red = plane(2, of: crop, columns: 100)
        #expect(abs(blue[5][5] - 7) < 0.01)
        #expect(abs(green[0][0] - 30) < 0.01 && abs(green[47][0] - 77) < 0.01)
        #expect(abs(red[0][0] - 20) < 0.01 && abs(red[0][99] - 119) < 0.01)
    }

    @Test("a smaller crop is stretched between its pixels")
    func stretch() {
        let red = plane(2, of: TextCrop(of: quad(20, 30, 50, 24)), columns: 100)
        #expect(abs(red[10][50] - 44.75) < 0.01)
        #expect(abs(red[10][51] - 45.25) < 0.01)
    }

    @Test("text that runs downwards is turned by a quarter, its upper end to the left or right as it reads")
    func quarter() {
        let crop = TextCrop(of: quad(20, 10, 24, 80))
        #expect(crop.inputWidth == 160)
        let green = plane(1, of: crop, columns: 160), red = plane(2, of: crop, columns: 160)
        #expect(green[0][0] < green[0][159])
        #expect(red[0][0] > red[47][0])
    }

    @Test("a half turn swaps both axes")
    func half() {
        var crop = TextCrop(of: quad(20, 30, 100, 48))
        crop.quad = crop.quad.turnedHalf
        let red = plane(2, of: crop, columns: 100), green = plane(1, of: crop, columns: 100)
        #expect(red[0][0] > red[0][99])
        #expect(green[0][0] > green[47][0])
    }

    @Test("a quad seen in perspective maps its corners onto the corners of the crop")
    func perspective() {
        let quad = Quad(topLeft: SIMD2(20, 20), topRight: SIMD2(150, 30), bottomRight: SIMD2(140, 70), bottomLeft: SIMD2(30, 80))
        // As many pixels as the region has, so that the first centre is the corner itself.
        let map = PerspectiveMap(from: quad, width: 120, height: 60, columns: 120, rows: 60)
        let first = map.start(ofRow: 0), end = map.start(ofRow: 60) + map.perColumn * 120
        #expect((SIMD2(first.x, first.y) / first.z - quad.topLeft).length < 0.01)
        #expect((SIMD2(end.x, end.y) / end.z - quad.bottomRight).length < 0.01)
        let middle = map.start(ofRow: 30) + map.perColumn * 60
        // The diagonals of a quad meet in the image of the centre.
        let crossing = SIMD2<Float>(middle.x, middle.y) / middle.z
        let a = quad.bottomRight - quad.topLeft, b = crossing - quad.topLeft
        #expect(abs(a.x * b.y - a.y * b.x) / a.length < 0.01)
    }

    @Test("quads outside the picture or without area are read from its border, without a fault")
    func degenerate() {
        for quad in [quad(-50, -50, 20, 20), quad(190, 90, 100, 50), quad(10, 10, 0, 0)] {
            let values = plane(2, of: TextCrop(of: quad), columns: 16).joined()
            #expect(values.allSatisfy { $0 > -0.01 && $0 < 199.01 })
        }
        var bent = quad(10, 10, 50, 20)
        bent.bottomRight = bent.topRight
        #expect(plane(2, of: TextCrop(of: bent), columns: 16).joined().allSatisfy { $0.isFinite })
    }
}
