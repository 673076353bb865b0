/// What the detection network says of each pixel: how likely it belongs to text. Rows from the top.
struct ProbabilityMap {
    let width: Int
    let height: Int
    let values: UnsafeBufferPointer<Float>

    /// `values` must hold `width * height` numbers and outlive the map.
    init(width: Int, height: Int, values: UnsafeBufferPointer<Float>) {
        precondition(values.count >= width * height)
        self.width = width
        self.height = height
        self.values = values
    }

    /// Appends the stretches of row `row` whose values exceed `threshold`, from left to right.
    func appendRuns(ofRow row: Int, above threshold: Float, to runs: inout [PixelRun]) {
        let raw = UnsafeRawPointer(values.baseAddress! + row * width)
        let limit = SIMD16<Float>(repeating: threshold)
        var column = 0, start = -1
        while column < width {
            // Most of a page is no text: pass over it sixteen pixels at a time.
            if start < 0, column + 16 <= width {
                let block = raw.loadUnaligned(fromByteOffset: column * 4, as: SIMD16<Float>.self)
                if !any(block .> limit) {
                    column += 16
                    continue
                }
            }
            let end = min(column + 16, width)
            while column < end {
                let isText = raw.loadUnaligned(fromByteOffset: column * 4, as: Float.self) > threshold
                if isText, start < 0 { start = column }
                if !isText, start >= 0 {
                    runs.append(PixelRun(row: row, first: start, last: column - 1))
                    start = -1
                }
                column += 1
            }
        }
        if start >= 0 { runs.append(PixelRun(row: row, first: start, last: width - 1)) }
    }

    /// Mean of the values inside `quad`, its border included; 0 if it lies outside the map.
    func mean(in quad: Quad) -> Float {
        let corners = quad.corners
        let top = corners.map(\.y).min()!, bottom = corners.map(\.y).max()!
        var sum: Float = 0, count = 0
        let firstRow = max(Int(top.rounded(.down)), 0), lastRow = min(Int(bottom.rounded(.up)), height - 1)
        guard firstRow <= lastRow else { return 0 }
        for row in firstRow...lastRow {
            let y = min(max(Float(row), top), bottom)
            var left = Float.infinity, right = -Float.infinity
            for index in 0..<4 {
                let a = corners[index], b = corners[(index + 1) % 4]
                guard min(a.y, b.y) <= y, y <= max(a.y, b.y) else { continue }
                let share = a.y == b.y ? 0 : (y - a.y) / (b.y - a.y)
                let x = a.x + (b.x - a.x) * share
                left = min(left, x, a.y == b.y ? b.x : x)
                right = max(right, x, a.y == b.y ? b.x : x)
            }
            let first = max(Int(left.rounded()), 0), last = min(Int(right.rounded()), width - 1)
            guard first <= last else { continue }
            for column in first...last { sum += values[row * width + column] }
            count += last - first + 1
        }
        return count > 0 ? sum / Float(count) : 0
    }
}

/// A stretch of text pixels in one row, both ends included.
struct PixelRun: Equatable {
    var row, first, last: Int
}
