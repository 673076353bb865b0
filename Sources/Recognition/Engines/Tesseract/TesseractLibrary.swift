/// The functions of Tesseract's C interface (capi.h, release 5) that reading lines needs.
struct TesseractLibrary {
    typealias Handle = OpaquePointer
    typealias Text = UnsafePointer<CChar>
    typealias Release = @convention(c) (Handle) -> Void

    let create: @convention(c) () -> Handle?
    let delete: Release
    let start: @convention(c) (Handle, Text?, Text) -> Int32
    let setVariable: @convention(c) (Handle, Text, Text) -> Int32
    let setSegmentation: @convention(c) (Handle, Int32) -> Void
    let setImage: @convention(c) (Handle, UnsafePointer<UInt8>, Int32, Int32, Int32, Int32) -> Void
    let setResolution: @convention(c) (Handle, Int32) -> Void
    let recognize: @convention(c) (Handle, OpaquePointer?) -> Int32
    let clear: Release
    let iterator: @convention(c) (Handle) -> Handle?
    let deleteIterator: Release
    let next: @convention(c) (Handle, Int32) -> Int32
    let text: @convention(c) (Handle, Int32) -> UnsafeMutablePointer<CChar>?
    let deleteText: @convention(c) (UnsafeMutablePointer<CChar>) -> Void
    let confidence: @convention(c) (Handle, Int32) -> Float
    let pageIterator: @convention(c) (Handle) -> Handle?
    let box: @convention(c) (Handle, Int32, Edge, Edge, Edge, Edge) -> Int32
    let baseline: @convention(c) (Handle, Int32, Edge, Edge, Edge, Edge) -> Int32

    typealias Edge = UnsafeMutablePointer<Int32>

    /// RIL_TEXTLINE
    static let lineLevel: Int32 = 2

    init(_ path: String) throws(RecognitionError) {
        let library = try DynamicLibrary(path)
        typealias Box = @convention(c) (Handle, Int32, Edge, Edge, Edge, Edge) -> Int32
        create = try library.function("TessBaseAPICreate", as: (@convention(c) () -> Handle?).self)
        delete = try library.function("TessBaseAPIDelete", as: Release.self)
        start = try library.function("TessBaseAPIInit3", as: (@convention(c) (Handle, Text?, Text) -> Int32).self)
        setVariable = try library.function("TessBaseAPISetVariable", as: (@convention(c) (Handle, Text, Text) -> Int32).self)
        setSegmentation = try library.function("TessBaseAPISetPageSegMode", as: (@convention(c) (Handle, Int32) -> Void).self)
        setImage = try library.function(
            "TessBaseAPISetImage",
            as: (@convention(c) (Handle, UnsafePointer<UInt8>, Int32, Int32, Int32, Int32) -> Void).self)
        setResolution = try library.function(
            "TessBaseAPISetSourceResolution", as: (@convention(c) (Handle, Int32) -> Void).self)
        recognize = try library.function("TessBaseAPIRecognize", as: (@convention(c) (Handle, OpaquePointer?) -> Int32).self)
        clear = try library.function("TessBaseAPIClear", as: Release.self)
        iterator = try library.function("TessBaseAPIGetIterator", as: (@convention(c) (Handle) -> Handle?).self)
        deleteIterator = try library.function("TessResultIteratorDelete", as: Release.self)
        next = try library.function("TessResultIteratorNext", as: (@convention(c) (Handle, Int32) -> Int32).self)
        text = try library.function(
            "TessResultIteratorGetUTF8Text", as: (@convention(c) (Handle, Int32) -> UnsafeMutablePointer<CChar>?).self)
        deleteText = try library.function("TessDeleteText", as: (@convention(c) (UnsafeMutablePointer<CChar>) -> Void).self)
        confidence = try library.function("TessResultIteratorConfidence", as: (@convention(c) (Handle, Int32) -> Float).self)
        pageIterator = try library.function(
            "TessResultIteratorGetPageIterator", as: (@convention(c) (Handle) -> Handle?).self)
        box = try library.function("TessPageIteratorBoundingBox", as: Box.self)
        baseline = try library.function("TessPageIteratorBaseline", as: Box.self)
    }
}
