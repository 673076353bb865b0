import CTestPictures
import Recognition

#if canImport(Glibc)
    import Glibc
#endif

/// Pictures that the tests make themselves.
enum Pictures {
    /// A page in four quarters: red, green above blue, white. No turn or mirror image of it is like another.
    static func quarters(width: Int = 32, height: Int = 24) -> Picture {
        var pixels: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                switch (x < width / 2, y < height / 2) {
                case (true, true): pixels += [255, 0, 0]
                case (false, true): pixels += [0, 255, 0]
                case (true, false): pixels += [0, 0, 255]
                case (false, false): pixels += [255, 255, 255]
                }
            }
        }
        return Picture(width: width, height: height, pixels: pixels)
    }

    static func jpeg(_ picture: Picture, isProgressive: Bool = false) -> [UInt8] {
        taken(ct_jpeg(picture.pixels, Int32(picture.width), Int32(picture.height), 3, isProgressive ? 1 : 0, 0, 0))
    }

    static func grey(_ level: UInt8, side: Int = 16) -> [UInt8] {
        taken(ct_jpeg([UInt8](repeating: level, count: side * side), Int32(side), Int32(side), 1, 0, 0, 0))
    }

    static func png(_ picture: Picture, isInterlaced: Bool = false) -> [UInt8] {
        taken(ct_png(picture.pixels, Int32(picture.width), Int32(picture.height), 2, 8, isInterlaced ? 1 : 0))
    }

    static func tiff(_ picture: Picture, pages: Int = 1, compression: Int = 5, orientation: Int = 1) -> [UInt8] {
        taken(
            ct_tiff(
                picture.pixels, Int32(picture.width), Int32(picture.height), Int32(pages), Int32(compression), Int32(orientation)))
    }

    static func taken(_ file: ct_file) -> [UInt8] {
        defer { free(file.bytes) }
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }

    /// A JPEG with an EXIF segment that holds nothing but the orientation.
    static func withOrientation(_ orientation: UInt8, _ jpeg: [UInt8]) -> [UInt8] {
        let tags: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
        let body = Array("Exif\0\0".utf8) + tags
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(body.count + 2)] + body + jpeg[2...]
    }

    /// How `picture` is stored so that the orientation turns it upright again (CIPA DC-008, 4.6.4.A).
    static func stored(_ picture: Picture, for orientation: Int) -> Picture {
        switch orientation {
        case 2: mirrored(picture)
        case 3: turned(turned(picture))
        case 4: mirrored(turned(turned(picture)))
        case 5: mirrored(turned(picture))
        case 6: turned(turned(turned(picture)))
        case 7: mirrored(turned(turned(turned(picture))))
        case 8: turned(picture)
        default: picture
        }
    }

    /// A quarter turn clockwise.
    private static func turned(_ picture: Picture) -> Picture {
        let (width, height) = (picture.height, picture.width)
        var pixels: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width { pixels += picture.colour(y, picture.height - 1 - x) }
        }
        return Picture(width: width, height: height, pixels: pixels)
    }

    private static func mirrored(_ picture: Picture) -> Picture {
        var pixels: [UInt8] = []
        for y in 0..<picture.height {
            for x in 0..<picture.width { pixels += picture.colour(picture.width - 1 - x, y) }
        }
        return Picture(width: picture.width, height: picture.height, pixels: pixels)
    }
}

extension Picture {
    func colour(_ x: Int, _ y: Int) -> [UInt8] { Array(pixels[3 * (y * width + x)..<3 * (y * width + x) + 3]) }

    /// Largest difference of any value.
    func distance(to other: Picture) -> Int {
        guard width == other.width, height == other.height else { return 256 }
        return zip(pixels, other.pixels).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
    }
}
