/// What a file says of itself in its first bytes, read without any decoder.
package struct PictureHeader: Sendable, Equatable {
    package enum Kind: String, Sendable { case jpeg, png, tiff, pdf }

    package let kind: Kind
    /// Stored width in pixels, before the orientation is applied; 0 for a PDF.
    package let width: Int
    /// Stored height in pixels; 0 for a PDF.
    package let height: Int
    /// How the stored rows lie, 1 … 8 as in EXIF; 1 is upright.
    package let orientation: Int

    /// Throws `notAPicture` for unknown bytes, `truncated` if the file ends inside its header, `unsupported`
    /// for a variant that no decoder here reads.
    package init(of bytes: [UInt8]) throws(RecognitionError) {
        switch Self.kind(of: bytes) {
        case .jpeg: self = try JPEGHeader(bytes).header
        case .png: self = try Self.png(bytes)
        case .tiff: self = try Self.tiff(bytes)
        case .pdf: self.init(kind: .pdf, width: 0, height: 0, orientation: 1)
        case nil: throw .notAPicture
        }
    }

    init(kind: Kind, width: Int, height: Int, orientation: Int) {
        self.kind = kind
        self.width = width
        self.height = height
        self.orientation = orientation
    }

    /// The kind by its magic number. A PDF may have up to 1,024 bytes before its own (ISO 32000-1, annex H.3.4.1).
    private static func kind(of bytes: [UInt8]) -> Kind? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0x49, 0x49, 42, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 42]) { return .tiff }
        let mark = Array("%PDF-".utf8)
        let head = bytes.prefix(1024 + mark.count)
        return head.indices.contains { head[$0...].starts(with: mark) } ? .pdf : nil
    }

    /// IHDR is the first chunk and has a fixed place (PNG specification, 11.2.2).
    private static func png(_ bytes: [UInt8]) throws(RecognitionError) -> PictureHeader {
        var reader = HeaderReader(bytes, at: 8, isLittleEndian: false)
        guard try reader.long() == 13, try reader.long() == 0x4948_4452 else { throw .truncated }
        let width = try reader.long(), height = try reader.long()
        guard width > 0, height > 0 else { throw .truncated }
        return PictureHeader(kind: .png, width: width, height: height, orientation: 1)
    }

    /// The first directory (TIFF 6.0, section 2): tags 256 width, 257 height, 274 orientation.
    private static func tiff(_ bytes: [UInt8]) throws(RecognitionError) -> PictureHeader {
        var reader = HeaderReader(bytes, at: 4, isLittleEndian: bytes[0] == 0x49)
        let tags = try reader.directory(at: try reader.long(), from: 0)
        guard let width = tags[256], let height = tags[257], width > 0, height > 0 else { throw .truncated }
        let orientation = tags[274] ?? 1
        return PictureHeader(
            kind: .tiff, width: width, height: height, orientation: (1...8).contains(orientation) ? orientation : 1)
    }
}
