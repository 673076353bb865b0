extension Picture {
    /// Half as wide and high, each pixel the mean of four; an odd last column or row is left out.
    func halved() -> Picture {
        let columns = width / 2, rows = height / 2, stride = 3 * width
        let half = [UInt8](unsafeUninitializedCapacity: 3 * columns * rows) { target, count in
            pixels.withUnsafeBufferPointer { source in
                var place = 0
                for row in 0..<rows {
                    for column in 0..<columns {
                        let first = 2 * row * stride + 6 * column
                        for channel in first..<first + 3 {
                            let upper = Int(source[channel]) + Int(source[channel + 3])
                            let lower = Int(source[channel + stride]) + Int(source[channel + stride + 3])
                            target[place] = UInt8(truncatingIfNeeded: (upper + lower + 2) / 4)
                            place += 1
                        }
                    }
                }
            }
            count = 3 * columns * rows
        }
        return Picture(width: columns, height: rows, pixels: half)
    }
}
