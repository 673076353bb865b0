#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Where in a block the next line ends.
enum LineFeed {
    @inline(__always)
    static func index(in block: ArraySlice<UInt8>) -> Int? {
        block.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else { return nil }
            return block.startIndex + (UnsafeRawPointer(found) - base)
        }
    }
}
