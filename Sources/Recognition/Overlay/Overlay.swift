internal import CImaging

/// Draws marks over a scan for a person who checks what was read.
package enum Overlay {
    /// The page with its marks drawn in, numbered from 1 in the order given, as a PNG.
    package static func png(_ picture: Picture, marks: [OverlayMark]) throws(RecognitionError) -> [UInt8] {
        var canvas = Canvas(picture)
        let unit = max(picture.width, picture.height)
        let thickness = max(2, unit / 500), scale = max(2, unit / 500)
        for (index, mark) in marks.enumerated() {
            let corners = stride(from: 0, to: 8, by: 2).map { Canvas.Point(mark.quad[$0], mark.quad[$0 + 1]) }
            for side in 0..<4 {
                canvas.line(from: corners[side], to: corners[(side + 1) % 4], thickness, mark.severity.colour)
            }
            canvas.number(index + 1, above: corners[0], scale: scale, mark.severity.colour)
        }
        return try encode(canvas.picture)
    }

    /// A picture as a PNG.
    package static func encode(_ picture: Picture) throws(RecognitionError) -> [UInt8] {
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        let status = ci_encode_png(picture.pixels, Int32(picture.width), Int32(picture.height), &bytes, &count)
        defer { ci_free(bytes) }
        if let error = RecognitionError(status) { throw error }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}
