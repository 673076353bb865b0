/// The functions of PDFium (fpdfview.h) that rendering needs. The library is not safe for threads: one call at a time.
struct PDFium {
    typealias Handle = OpaquePointer

    private typealias Nothing = @convention(c) () -> Void
    private typealias Close = @convention(c) (Handle) -> Void
    private typealias Measure = @convention(c) (Handle) -> Float

    let lastError: @convention(c) () -> UInt
    let load: @convention(c) (UnsafeRawPointer, Int, UnsafePointer<CChar>?) -> Handle?
    let pageCount: @convention(c) (Handle) -> Int32
    let closeDocument: @convention(c) (Handle) -> Void
    let loadPage: @convention(c) (Handle, Int32) -> Handle?
    let closePage: @convention(c) (Handle) -> Void
    let pageWidth: @convention(c) (Handle) -> Float
    let pageHeight: @convention(c) (Handle) -> Float
    let createBitmap: @convention(c) (Int32, Int32, Int32, UnsafeMutableRawPointer, Int32) -> Handle?
    let destroyBitmap: @convention(c) (Handle) -> Void
    let fill: @convention(c) (Handle, Int32, Int32, Int32, Int32, UInt) -> Int32
    let render: @convention(c) (Handle, Handle, Int32, Int32, Int32, Int32, Int32, Int32) -> Void

    /// FPDFBitmap_BGR: three bytes a pixel.
    static let threeBytes: Int32 = 2
    /// FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER: stamps are drawn too; red, green, blue.
    static let flags: Int32 = 0x01 | 0x10
    /// FPDF_ERR_PASSWORD
    static let passwordError: UInt = 4

    /// Loads the library and starts it (again, which does nothing).
    init(_ path: String) throws(RecognitionError) {
        let library = try DynamicLibrary(path)
        lastError = try library.function("FPDF_GetLastError", as: (@convention(c) () -> UInt).self)
        load = try library.function(
            "FPDF_LoadMemDocument64", as: (@convention(c) (UnsafeRawPointer, Int, UnsafePointer<CChar>?) -> Handle?).self)
        pageCount = try library.function("FPDF_GetPageCount", as: (@convention(c) (Handle) -> Int32).self)
        closeDocument = try library.function("FPDF_CloseDocument", as: Close.self)
        loadPage = try library.function("FPDF_LoadPage", as: (@convention(c) (Handle, Int32) -> Handle?).self)
        closePage = try library.function("FPDF_ClosePage", as: Close.self)
        pageWidth = try library.function("FPDF_GetPageWidthF", as: Measure.self)
        pageHeight = try library.function("FPDF_GetPageHeightF", as: Measure.self)
        createBitmap = try library.function(
            "FPDFBitmap_CreateEx",
            as: (@convention(c) (Int32, Int32, Int32, UnsafeMutableRawPointer, Int32) -> Handle?).self)
        destroyBitmap = try library.function("FPDFBitmap_Destroy", as: Close.self)
        fill = try library.function(
            "FPDFBitmap_FillRect", as: (@convention(c) (Handle, Int32, Int32, Int32, Int32, UInt) -> Int32).self)
        render = try library.function(
            "FPDF_RenderPageBitmap",
            as: (@convention(c) (Handle, Handle, Int32, Int32, Int32, Int32, Int32, Int32) -> Void).self)
        try library.function("FPDF_InitLibrary", as: Nothing.self)()
    }
}
