#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A shared library that is loaded when it is first needed: the product starts, and runs, without it.
/// It stays loaded until the process ends, so that its functions stay valid.
struct DynamicLibrary {
    let path: String
    private let handle: UnsafeMutableRawPointer

    /// `path` is a file, or a bare name such as `libtesseract.so.5` that the system's loader looks up.
    /// Throws `missingPart` if it cannot be loaded.
    init(_ path: String) throws(RecognitionError) {
        guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { throw .missingPart(path) }
        self.path = path
        self.handle = handle
    }

    /// The function `name` as a C function of type `kind`, which the caller knows from the library's documentation.
    func function<F>(_ name: String, as kind: F.Type) throws(RecognitionError) -> F {
        guard let symbol = dlsym(handle, name) else { throw .missingPart("\(path): \(name)") }
        return unsafeBitCast(symbol, to: kind)
    }
}
