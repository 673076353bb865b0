/// Finds the connected regions of text pixels, run by run: neither a bitmap nor contours are stored.
struct TextRegions {
    private var runs: [PixelRun] = []
    /// For each run one of the same region that comes no later; a run that names itself stands for its region.
    private var parents: [Int] = []

    /// Regions of pixels above `threshold`, joined over all eight neighbours. The mask is not thickened: at the bounded input
    /// size a thicker mask joins lines that stand close together.
    init(of map: ProbabilityMap, above threshold: Float) {
        var previous = 0..<0
        for row in 0..<map.height {
            let start = runs.count
            map.appendRuns(ofRow: row, above: threshold, to: &runs)
            parents.append(contentsOf: start..<runs.count)
            join(previous, start..<runs.count)
            previous = start..<runs.count
        }
    }

    /// The convex hulls of the regions in the order of their first pixels, at most `limit`.
    mutating func hulls(atMost limit: Int) -> [[SIMD2<Float>]] {
        var places: [Int: Int] = [:], points: [[SIMD2<Float>]] = []
        for index in runs.indices {
            let run = runs[index], root = self.root(index)
            let place: Int
            if let known = places[root] {
                place = known
            } else {
                guard points.count < limit else { continue }
                place = points.count
                places[root] = place
                points.append([])
            }
            points[place].append(SIMD2(Float(run.first), Float(run.row)))
            if run.last > run.first { points[place].append(SIMD2(Float(run.last), Float(run.row))) }
        }
        return points.map(convexHull(ofSorted:))
    }

    /// Joins the regions of runs in neighbouring rows that touch, corners included.
    private mutating func join(_ upper: Range<Int>, _ lower: Range<Int>) {
        var i = upper.lowerBound, j = lower.lowerBound
        while i < upper.upperBound, j < lower.upperBound {
            if runs[i].first <= runs[j].last + 1, runs[j].first <= runs[i].last + 1 {
                let a = root(i), b = root(j)
                parents[max(a, b)] = min(a, b)
            }
            if runs[i].last < runs[j].last { i += 1 } else { j += 1 }
        }
    }

    /// The run that stands for the region of run `index`; shortens the way there for the next who asks.
    private mutating func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }
}
