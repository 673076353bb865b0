/// An upright RGB picture, 8 bits a channel, rows from the top, no padding.
package struct Picture: Sendable {
    package let width: Int
    package let height: Int
    /// 3 * width * height values: red, green, blue of each pixel.
    package var pixels: [UInt8]

    /// `pixels` must hold 3 * width * height values.
    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(pixels.count == 3 * width * height)
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}
