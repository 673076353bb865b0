import Testing

@testable import Recognition

@Suite("text regions of a probability map")
struct TextRegionsTests {
    /// A map drawn with characters: `#` is 0.9, anything else 0.1.
    private func withMap<Answer>(_ rows: [String], _ body: (ProbabilityMap) -> Answer) -> Answer {
        let values = rows.flatMap { $0.map { $0 == "#" ? Float(0.9) : 0.1 } }
        return values.withUnsafeBufferPointer { body(ProbabilityMap(width: rows[0].count, height: rows.count, values: $0)) }
    }

    @Test("regions that touch only at a corner are one, others are separate")
    func connection() {
        let hulls = withMap([
            "##....###",
            "##....###",
            "..##.....",
            "..##...##",
        ]) { map in
            var regions = TextRegions(of: map, above: 0.3)
            return regions.hulls(atMost: 10)
        }
        #expect(hulls.count == 3)
        #expect(Set(hulls[0]).isSuperset(of: [SIMD2(0, 0), SIMD2(3, 3)]))
        #expect(Set(hulls[1]) == [SIMD2(6, 0), SIMD2(8, 0), SIMD2(8, 1), SIMD2(6, 1)])
    }

    @Test("arms that meet further down belong to one region")
    func fork() {
        let count = withMap([
            "#..#..#",
            "#..#..#",
            "#######",
        ]) { map in
            var regions = TextRegions(of: map, above: 0.3)
            return regions.hulls(atMost: 10).count
        }
        #expect(count == 1)
    }

    @Test("no more regions than asked for are returned")
    func limit() {
        let count = withMap(["#.#.#.#.#.#"]) { map in
            var regions = TextRegions(of: map, above: 0.3)
            return regions.hulls(atMost: 2).count
        }
        #expect(count == 2)
    }

    @Test("runs are found at both edges, across blocks of sixteen and in the last columns")
    func runs() {
        let row = "##" + String(repeating: ".", count: 20) + String(repeating: "#", count: 30) + "....#"
        let runs = withMap([row]) { map in
            var runs: [PixelRun] = []
            map.appendRuns(ofRow: 0, above: 0.3, to: &runs)
            return runs
        }
        let expected = [PixelRun(row: 0, first: 0, last: 1), PixelRun(row: 0, first: 22, last: 51), PixelRun(row: 0, first: 56, last: 56)]
        #expect(runs == expected)
    }

    @Test("the mean of a quad counts its border and nothing outside")
    func mean() {
        let (inside, half) = withMap([
            "..........",
            "..####....",
            "..####....",
            "..........",
        ]) { map in
            let quad = Quad(topLeft: SIMD2(2, 1), topRight: SIMD2(5, 1), bottomRight: SIMD2(5, 2), bottomLeft: SIMD2(2, 2))
            let wider = Quad(topLeft: SIMD2(2, 1), topRight: SIMD2(9, 1), bottomRight: SIMD2(9, 2), bottomLeft: SIMD2(2, 2))
            return (map.mean(in: quad), map.mean(in: wider))
        }
        #expect(abs(inside - 0.9) < 1e-5)
        #expect(abs(half - 0.5) < 1e-5)
    }

    @Test("a bar of text becomes one grown quad, a speck none")
    func regions() {
        var rows = [String](repeating: String(repeating: ".", count: 60), count: 30)
        for row in 10..<18 { rows[row] = String(repeating: ".", count: 10) + String(repeating: "#", count: 40) + ".........." }
        rows[25] = "##" + rows[25].dropFirst(2)
        let quads = withMap(rows) { TextDetector.regions(of: $0, settings: PPOCRSettings.Detection()) }
        #expect(quads.count == 1)
        // 39 by 7 pixels between centres: 1.6 * 273 / 92 = 4.75 pixels are added on every side.
        #expect((quads[0].topLeft - SIMD2(10 - 4.75, 10 - 4.75)).length < 0.02)
        #expect((quads[0].bottomRight - SIMD2(49 + 4.75, 17 + 4.75)).length < 0.02)
    }
}
