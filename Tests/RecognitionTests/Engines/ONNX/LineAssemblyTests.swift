import Testing

@testable import Recognition

@Suite("reading order")
struct LineAssemblyTests {
    private func quad(_ x: Float, _ y: Float) -> Quad {
        Quad(topLeft: SIMD2(x, y), topRight: SIMD2(x + 50, y), bottomRight: SIMD2(x + 50, y + 20), bottomLeft: SIMD2(x, y + 20))
    }

    private func order(_ places: [(Float, Float)]) -> [SIMD2<Float>] {
        LineAssembly.inReadingOrder(places.map { quad($0.0, $0.1) }).map(\.topLeft)
    }

    @Test("rows go from top to bottom")
    func rows() {
        #expect(order([(0, 80), (0, 10), (0, 40)]) == [SIMD2(0, 10), SIMD2(0, 40), SIMD2(0, 80)])
    }

    @Test("within a row a few pixels of height do not matter, left comes first")
    func sameRow() {
        #expect(order([(300, 12), (10, 17), (150, 14)]) == [SIMD2(10, 17), SIMD2(150, 14), SIMD2(300, 12)])
    }

    @Test("ten pixels lower is another row")
    func otherRow() {
        #expect(order([(10, 22), (300, 12)]) == [SIMD2(300, 12), SIMD2(10, 22)])
    }

    @Test("corners are put in order for upright and tilted rectangles")
    func corners() {
        let upright = quad(10, 10)
        #expect(Quad(ordering: upright.corners.reversed()) == upright)
        let tilted = Quad(topLeft: SIMD2(10, 12), topRight: SIMD2(60, 2), bottomRight: SIMD2(62, 22), bottomLeft: SIMD2(12, 32))
        #expect(Quad(ordering: [tilted.bottomLeft, tilted.topRight, tilted.topLeft, tilted.bottomRight]) == tilted)
    }

    @Test("crops are run together with others of like width only")
    func batches() {
        var settings = PPOCRSettings.Recognition()
        settings.batch = 3
        settings.padding = 1.2
        let batches = TextRecognizer.batches(of: [400, 100, 110, 390, 105, 118], settings: settings)
        #expect(batches == [[1, 4, 2], [5], [3, 0]])
    }
}
