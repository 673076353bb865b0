/// Reads the numbers of a header. Past the end every read throws `truncated`.
struct HeaderReader {
    let bytes: [UInt8]
    var offset: Int
    let isLittleEndian: Bool

    init(_ bytes: [UInt8], at offset: Int, isLittleEndian: Bool) {
        self.bytes = bytes
        self.offset = offset
        self.isLittleEndian = isLittleEndian
    }

    mutating func byte() throws(RecognitionError) -> Int {
        guard bytes.indices.contains(offset) else { throw .truncated }
        defer { offset += 1 }
        return Int(bytes[offset])
    }

    /// Two bytes.
    mutating func short() throws(RecognitionError) -> Int {
        let first = try byte(), second = try byte()
        return isLittleEndian ? second << 8 | first : first << 8 | second
    }

    /// Four bytes.
    mutating func long() throws(RecognitionError) -> Int {
        let first = try short(), second = try short()
        return isLittleEndian ? second << 16 | first : first << 16 | second
    }

    /// The whole numbers in a directory of TIFF or EXIF (12 bytes an entry: tag, type, count, value),
    /// at `offset` counted from `origin`. Only single values of the types 3 (short) and 4 (long) are kept.
    mutating func directory(at offset: Int, from origin: Int) throws(RecognitionError) -> [Int: Int] {
        self.offset = origin + offset
        var tags: [Int: Int] = [:]
        for _ in 0..<(try short()) {
            let tag = try short(), type = try short(), count = try long()
            let next = self.offset + 4
            if count == 1, type == 3 { tags[tag] = try short() }
            if count == 1, type == 4 { tags[tag] = try long() }
            self.offset = next
        }
        return tags
    }
}
