import Testing

@testable import Recognition

@Suite("picture scaling")
struct PictureScalingTests {
    @Test("a picture at its own size keeps its values, planes in the order blue, green, red, from -1 to 1")
    func sameSize() {
        let input = PlanarInput()
        Picture(width: 2, height: 1, pixels: [255, 0, 0, 0, 0, 255]).write(to: input, width: 2, height: 1)
        #expect(Array(input.buffer.prefix(6)) == [-1, 1, -1, -1, 1, -1])
    }

    @Test("a stretched picture is linear between the centres of its pixels and constant beyond")
    func stretched() {
        let input = PlanarInput()
        Picture(width: 2, height: 2, pixels: [0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255]).write(to: input, width: 2, height: 8)
        let rows = (0..<8).map { (input.buffer[2 * $0] + 1) / 2 }
        #expect(rows[0] == 0 && rows[1] == 0 && rows[6] == 1 && rows[7] == 1)
        #expect(abs(rows[2] - 0.125) < 1e-6 && abs(rows[4] - 0.625) < 1e-6)
    }

    @Test("reduction averages blocks and drops the remainder")
    func reduced() {
        let picture = Picture(width: 5, height: 2, pixels: (0..<30).map { UInt8($0 % 3 == 0 ? $0 / 3 * 10 : 50) })
        let reduced = picture.reduced(by: 2)
        #expect(reduced.width == 2 && reduced.height == 1)
        #expect(reduced.pixels == [30, 50, 50, 50, 50, 50])
    }

    @Test("a flat picture gets rows above and below, and its quads lose them again")
    func flat() {
        let page = PreparedPage(Picture(width: 320, height: 20, pixels: [UInt8](repeating: 200, count: 3 * 320 * 20)))
        #expect(page.picture.height == 80)
        #expect(page.picture.pixels[0] == 0 && page.picture.pixels[3 * 320 * 40] == 200)
        let quad = Quad(topLeft: SIMD2(4, 32), topRight: SIMD2(90, 32), bottomRight: SIMD2(90, 48), bottomLeft: SIMD2(4, 70))
        #expect(page.quadInOriginal(quad).coordinates == [4, 2, 90, 2, 90, 18, 4, 20])
    }

    @Test("a large picture is worked with at a fraction, and its quads grow back")
    func large() {
        let page = PreparedPage(Picture(width: 4900, height: 400, pixels: [UInt8](repeating: 9, count: 3 * 4900 * 400)))
        #expect(page.picture.width == 1633)
        let quad = Quad(topLeft: SIMD2(10, 40), topRight: SIMD2(20, 40), bottomRight: SIMD2(20, 50), bottomLeft: SIMD2(10, 50))
        let offset = Float(page.picture.height - 133) / 2
        #expect(abs(page.quadInOriginal(quad).topLeft.y - 3 * max(40 - offset, 0)) < 2)
        #expect(page.quadInOriginal(quad).topLeft.x == 30)
    }
}
