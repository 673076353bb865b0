#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A read or write that the operating system refused.
package struct StreamError: Error, Hashable, Sendable {
    /// The system's number of the fault.
    package let errno: Int32

    /// The fault of that number.
    package init(_ errno: Int32) { self.errno = errno }

    /// Whether the other side no longer listens.
    package var isBrokenPipe: Bool { errno == EPIPE || errno == ECONNRESET }
}

extension StreamError: CustomStringConvertible {
    package var description: String { String(cString: strerror(errno)) }
}
