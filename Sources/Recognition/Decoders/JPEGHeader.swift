/// Walks the marker segments of a JPEG (ITU-T T.81, annex B) up to the frame header.
struct JPEGHeader {
    let header: PictureHeader

    init(_ bytes: [UInt8]) throws(RecognitionError) {
        var reader = HeaderReader(bytes, at: 2, isLittleEndian: false)
        var orientation = 1
        while true {
            let marker = try Self.marker(&reader)
            if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
            // The picture's data, or the end, before any frame.
            if marker == 0xD9 || marker == 0xDA { throw .truncated }
            let start = reader.offset
            let length = try reader.short()
            guard length >= 2 else { throw .truncated }
            if Self.isFrame(marker) {
                header = try Self.frame(marker, &reader, orientation)
                return
            }
            if marker == 0xE1, let found = Self.orientation(bytes, start + 2..<start + length) { orientation = found }
            reader.offset = start + length
        }
    }

    /// Markers may be preceded by any number of 0xFF.
    private static func marker(_ reader: inout HeaderReader) throws(RecognitionError) -> Int {
        while try reader.byte() != 0xFF {}
        var code = 0xFF
        while code == 0xFF { code = try reader.byte() }
        return code
    }

    /// SOF0 … SOF15 without DHT, JPG and DAC, which lie among them.
    private static func isFrame(_ marker: Int) -> Bool {
        (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }

    private static func frame(_ marker: Int, _ reader: inout HeaderReader, _ orientation: Int) throws(RecognitionError)
        -> PictureHeader
    {
        let bits = try reader.byte(), height = try reader.short(), width = try reader.short()
        guard bits == 8 else { throw .unsupported("JPEG, \(bits) bits") }
        guard [0xC0, 0xC1, 0xC2, 0xC9, 0xCA].contains(marker) else { throw .unsupported("JPEG, lossless or hierarchical") }
        // Height 0 is told later, by DNL: nobody writes that any more.
        guard width > 0, height > 0 else { throw .unsupported("JPEG without height") }
        return PictureHeader(kind: .jpeg, width: width, height: height, orientation: orientation)
    }

    /// Tag 0x0112 of the first directory of an EXIF segment (CIPA DC-008, 4.6.4). A broken segment says nothing.
    private static func orientation(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard range.upperBound <= bytes.count, range.count >= 14 else { return nil }
        let segment = Array(bytes[range])
        guard segment.starts(with: Array("Exif\0\0".utf8)), segment[6] == segment[7], [0x49, 0x4D].contains(segment[6])
        else { return nil }
        var reader = HeaderReader(segment, at: 10, isLittleEndian: segment[6] == 0x49)
        guard let offset = try? reader.long(), let value = try? reader.directory(at: offset, from: 6)[0x0112],
            (1...8).contains(value)
        else { return nil }
        return value
    }
}
