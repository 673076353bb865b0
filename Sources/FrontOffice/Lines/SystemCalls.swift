#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The three calls on descriptors that the lines need, repeated when a signal interrupts them.
enum SystemCalls {
    /// Reads what is there, at least one byte; 0 at the end.
    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        try retry(descriptor, Int16(POLLIN)) {
            #if canImport(Glibc)
                Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }
    }

    /// Writes some of the bytes, at least one.
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) throws(StreamError) -> Int {
        let count = try retry(descriptor, Int16(POLLOUT)) {
            #if canImport(Glibc)
                Glibc.write(descriptor, bytes.baseAddress, bytes.count)
            #elseif canImport(Musl)
                Musl.write(descriptor, bytes.baseAddress, bytes.count)
            #else
                Darwin.write(descriptor, bytes.baseAddress, bytes.count)
            #endif
        }
        guard count > 0 || bytes.isEmpty else { throw StreamError(EIO) }
        return count
    }

    private static func retry(_ descriptor: Int32, _ events: Int16, _ call: () -> Int) throws(StreamError) -> Int {
        while true {
            let count = call()
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: try wait(descriptor, events)
            default: throw StreamError(errno)
            }
        }
    }

    /// Waits until the descriptor is ready; a fault of the descriptor shows at the next call.
    private static func wait(_ descriptor: Int32, _ events: Int16) throws(StreamError) {
        var entry = pollfd(fd: descriptor, events: events, revents: 0)
        guard poll(&entry, 1, -1) < 0, errno != EINTR, errno != EAGAIN else { return }
        throw StreamError(errno)
    }
}
