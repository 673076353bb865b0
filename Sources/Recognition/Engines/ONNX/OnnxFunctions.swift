/// The functions of ONNX Runtime's C interface that this product calls, taken from the runtime's table by position.
///
/// The table only ever grows at its end (ABI rule of ONNX Runtime), so a position keeps its meaning in later versions.
/// Each function that may fail returns a status: nil is success, anything else must be released.
struct OnnxFunctions {
    typealias Handle = OpaquePointer
    typealias Slot = UnsafeMutablePointer<OpaquePointer?>
    typealias CText = UnsafePointer<CChar>

    let errorMessage: @convention(c) (Handle) -> CText?
    let createEnvironment: @convention(c) (Int32, CText, Slot) -> Handle?
    let createSession: @convention(c) (Handle, CText, Handle, Slot) -> Handle?
    let run:
        @convention(c) (
            Handle, Handle?, UnsafePointer<CText>, UnsafePointer<Handle?>, Int, UnsafePointer<CText>, Int, Slot
        ) -> Handle?
    let createOptions: @convention(c) (Slot) -> Handle?
    let disableMemoryPattern: @convention(c) (Handle) -> Handle?
    let setIntraThreads: @convention(c) (Handle, Int32) -> Handle?
    let setInterThreads: @convention(c) (Handle, Int32) -> Handle?
    let inputName: @convention(c) (Handle, Int, Handle, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Handle?
    let outputName: @convention(c) (Handle, Int, Handle, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Handle?
    let createTensor: @convention(c) (Handle, UnsafeMutableRawPointer, Int, UnsafePointer<Int64>, Int, Int32, Slot) -> Handle?
    let tensorContents: @convention(c) (Handle, UnsafeMutablePointer<UnsafeMutableRawPointer?>) -> Handle?
    let dimensionCount: @convention(c) (Handle, UnsafeMutablePointer<Int>) -> Handle?
    let dimensions: @convention(c) (Handle, UnsafeMutablePointer<Int64>, Int) -> Handle?
    let tensorShape: @convention(c) (Handle, Slot) -> Handle?
    let createMemoryKind: @convention(c) (Int32, Int32, Slot) -> Handle?
    let free: @convention(c) (Handle, UnsafeMutableRawPointer?) -> Handle?
    let defaultAllocator: @convention(c) (Slot) -> Handle?
    let metadata: @convention(c) (Handle, Slot) -> Handle?
    let metadataValue: @convention(c) (Handle, Handle, CText, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Handle?
    let release: Releases

    /// Functions that give back what the others made.
    struct Releases {
        typealias Release = @convention(c) (Handle) -> Void
        let environment, status, memoryKind, session, value, shape, options, metadata: Release
    }

    /// `table` is what the runtime's `GetApi` returned for version 16 or later.
    init(table: UnsafePointer<UnsafeRawPointer>) {
        func entry<Function>(_ position: Int) -> Function { unsafeBitCast(table[position], to: Function.self) }
        errorMessage = entry(2)
        createEnvironment = entry(3)
        createSession = entry(7)
        run = entry(9)
        createOptions = entry(10)
        disableMemoryPattern = entry(17)
        setIntraThreads = entry(24)
        setInterThreads = entry(25)
        inputName = entry(36)
        outputName = entry(37)
        createTensor = entry(49)
        tensorContents = entry(51)
        dimensionCount = entry(61)
        dimensions = entry(62)
        tensorShape = entry(65)
        createMemoryKind = entry(69)
        free = entry(76)
        defaultAllocator = entry(78)
        metadata = entry(111)
        metadataValue = entry(116)
        release = Releases(
            environment: entry(92), status: entry(93), memoryKind: entry(94), session: entry(95), value: entry(96),
            shape: entry(99), options: entry(100), metadata: entry(118))
    }
}
