internal import CImaging

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Picture {
    /// Lets `decode` fill the pixels of an upright picture; `width` and `height` are those of the stored rows.
    static func decoded(
        _ width: Int, _ height: Int, _ orientation: Int32, from bytes: [UInt8],
        _ decode: (ci_file, UnsafeMutablePointer<UInt8>) -> ci_status
    ) throws(RecognitionError) -> Picture {
        let pixels = try filled(count: 3 * width * height) { pixels in
            bytes.withUnsafeBufferPointer { decode(ci_file(bytes: $0.baseAddress, count: $0.count), pixels) }
        }
        let isTurned = orientation >= 5
        return Picture(width: isTurned ? height : width, height: isTurned ? width : height, pixels: pixels)
    }

    /// An array that `fill` writes whole. Memory that is not to be had is an error, not the end of the process.
    static func filled(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> ci_status) throws(RecognitionError) -> [UInt8] {
        guard let trial = malloc(count + 64) else { throw .memoryLimit }
        free(trial)
        var status = CI_DAMAGED
        let pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            guard let base = buffer.baseAddress else { return }
            status = fill(base)
            initialized = status == CI_OK ? count : 0
        }
        if let error = RecognitionError(status) { throw error }
        return pixels
    }
}

extension RecognitionError {
    /// nil for success.
    init?(_ status: ci_status) {
        switch status {
        case CI_OK: return nil
        case CI_UNSUPPORTED: self = .unsupported("colours or compression")
        case CI_MEMORY: self = .memoryLimit
        default: self = .truncated
        }
    }
}
