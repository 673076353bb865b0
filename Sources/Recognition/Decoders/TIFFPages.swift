internal import CImaging

/// The pages of a TIFF; reduced copies of other pages are passed over.
final class TIFFPages: PageReader {
    let pageCount: Int
    let unreadPages: Int
    private let bytes: [UInt8]
    private let limits: PictureLimits
    private var left: ArraySlice<(index: Int32, page: ci_tiff_page, status: ci_status)>

    /// Directories of one file that are looked at.
    private static let mostDirectories: Int32 = 200

    var pixelsAhead: Int { left.first.map { Int($0.page.width) * Int($0.page.height) } ?? 0 }

    init(_ bytes: [UInt8], _ limits: PictureLimits) throws(RecognitionError) {
        self.bytes = bytes
        self.limits = limits
        let pages = Self.directories(bytes)
        guard !pages.isEmpty else { throw .truncated }
        left = pages.prefix(limits.maxPages)
        pageCount = left.count
        unreadPages = pages.count - left.count
    }

    func next() throws(RecognitionError) -> Picture? {
        guard let (index, page, status) = left.popFirst() else { return nil }
        if let error = RecognitionError(status) { throw error }
        let width = Int(page.width), height = Int(page.height)
        try limits.check(width: width, height: height)
        return try Picture.decoded(width, height, page.orientation, from: bytes) { file, pixels in
            ci_tiff_decode(file, index, page, pixels)
        }
    }

    private static func directories(_ bytes: [UInt8]) -> [(index: Int32, page: ci_tiff_page, status: ci_status)] {
        bytes.withUnsafeBufferPointer { buffer in
            let file = ci_file(bytes: buffer.baseAddress, count: buffer.count)
            return (0..<ci_tiff_count(file, mostDirectories)).compactMap { index in
                var page = ci_tiff_page()
                let status = ci_tiff_describe(file, index, &page)
                return page.is_thumbnail == 0 ? (index, page, status) : nil
            }
        }
    }
}
