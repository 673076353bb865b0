extension Picture {
    /// Fills `input` with this picture at another size: three planes of `width * height` numbers, bilinear between pixels.
    func write(to input: PlanarInput, width: Int, height: Int) {
        let area = width * height
        input.clear(count: 3 * area)
        let taps = RowTap.taps(from: self.width, to: width)
        // The two rows of the picture that lie around the row being made, already stretched to its width.
        var upper = StretchedRow(width: width), lower = StretchedRow(width: width)
        let rows = RowTap.taps(from: self.height, to: height)
        pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<height {
                let tap = rows[row]
                if lower.row == tap.first { swap(&upper, &lower) }
                upper.load(tap.first, of: pixels, pictureWidth: self.width, taps: taps)
                lower.load(tap.second, of: pixels, pictureWidth: self.width, taps: taps)
                for plane in 0..<3 {
                    let target = UnsafeMutableBufferPointer(
                        rebasing: input.buffer[(plane * area + row * width)..<(plane * area + (row + 1) * width)])
                    StretchedRow.blend(upper, lower, plane: plane, share: tap.share, into: target)
                }
            }
        }
    }

    /// Each `factor` by `factor` block averaged into one pixel; what is left over at the right and below is cut off.
    func reduced(by factor: Int) -> Picture {
        let width = self.width / factor, height = self.height / factor
        var reduced = [UInt8](repeating: 0, count: 3 * width * height)
        let area = UInt32(factor * factor)
        var sums = [UInt32](repeating: 0, count: 3 * width)
        pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<height {
                for index in sums.indices { sums[index] = area / 2 }
                for line in 0..<factor {
                    var source = 3 * (row * factor + line) * self.width
                    for column in 0..<width {
                        for _ in 0..<factor {
                            sums[3 * column] &+= UInt32(pixels[source])
                            sums[3 * column + 1] &+= UInt32(pixels[source + 1])
                            sums[3 * column + 2] &+= UInt32(pixels[source + 2])
                            source += 3
                        }
                    }
                }
                for index in sums.indices { reduced[3 * row * width + index] = UInt8(sums[index] / area) }
            }
        }
        return Picture(width: width, height: height, pixels: reduced)
    }

    /// The same picture with `rows` black rows above it and as many below.
    func framed(rows: Int) -> Picture {
        let frame = [UInt8](repeating: 0, count: 3 * width * rows)
        return Picture(width: width, height: height + 2 * rows, pixels: frame + pixels + frame)
    }
}

/// Between which two pixels (or rows) of the source a pixel of the target lies, and its share of the second.
struct RowTap {
    let first, second: Int
    let share: Float

    /// One tap for each of `target` pixels spread over `source` pixels, centres on centres, held inside the source.
    static func taps(from source: Int, to target: Int) -> [RowTap] {
        let step = Float(source) / Float(target)
        return (0..<target).map { index in
            let place = min(max((Float(index) + 0.5) * step - 0.5, 0), Float(source - 1))
            let first = Int(place)
            return RowTap(first: first, second: min(first + 1, source - 1), share: place - Float(first))
        }
    }
}

/// One row of a picture stretched to another width: planes of blue, green, red, normalised.
private struct StretchedRow {
    private(set) var row = -1
    private let width: Int
    private var values: [Float]

    init(width: Int) {
        self.width = width
        values = [Float](repeating: 0, count: 3 * width)
    }

    mutating func load(_ row: Int, of pixels: UnsafeBufferPointer<UInt8>, pictureWidth: Int, taps: [RowTap]) {
        guard row != self.row else { return }
        self.row = row
        let source = pixels.baseAddress! + 3 * pictureWidth * row
        let width = width
        values.withUnsafeMutableBufferPointer { values in
            let target = values.baseAddress!
            taps.withUnsafeBufferPointer { taps in
                for column in 0..<width {
                    let tap = taps[column]
                    let a = source + 3 * tap.first, b = source + 3 * tap.second
                    let share = tap.share
                    let red = Float(a[0]), green = Float(a[1]), blue = Float(a[2])
                    target[column] = PlanarInput.normalised(blue + (Float(b[2]) - blue) * share)
                    target[width + column] = PlanarInput.normalised(green + (Float(b[1]) - green) * share)
                    target[2 * width + column] = PlanarInput.normalised(red + (Float(b[0]) - red) * share)
                }
            }
        }
    }

    static func blend(
        _ upper: StretchedRow, _ lower: StretchedRow, plane: Int, share: Float, into target: UnsafeMutableBufferPointer<Float>
    ) {
        let width = upper.width, out = target.baseAddress!
        upper.values.withUnsafeBufferPointer { upper in
            lower.values.withUnsafeBufferPointer { lower in
                let a = upper.baseAddress! + plane * width, b = lower.baseAddress! + plane * width
                for column in 0..<width { out[column] = a[column] + (b[column] - a[column]) * share }
            }
        }
    }
}
