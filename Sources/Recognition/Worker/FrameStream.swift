internal import Glibc

/// Frames over a socket: a 4-byte little-endian length, then that many bytes.
struct FrameStream {
    let socket: Int32
    /// A longer frame is not read.
    let longest: Int

    /// How long `wait` may go on; called every few milliseconds while nothing arrives.
    typealias Watch = () throws(RecognitionError) -> Void

    /// Milliseconds between two looks at the other side's memory and time.
    private static let beat: Int32 = 5

    func send(_ bytes: [UInt8], watch: Watch) throws(RecognitionError) {
        var frame = withUnsafeBytes(of: UInt32(bytes.count).littleEndian) { Array($0) }
        frame += bytes
        var sent = 0
        while sent < frame.count {
            let count = frame.withUnsafeBytes { part in
                Glibc.send(socket, part.baseAddress! + sent, part.count - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 { sent += count } else { try wait(for: POLLOUT, count: count, watch: watch) }
        }
    }

    /// The next frame; `workerLost` if the other side is gone or sends nonsense.
    func receive(watch: Watch) throws(RecognitionError) -> [UInt8] {
        let head = try receive(4, watch: watch)
        let length = head.reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length <= longest else { throw .workerLost }
        return try receive(length, watch: watch)
    }

    private func receive(_ length: Int, watch: Watch) throws(RecognitionError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length), received = 0
        while received < length {
            let count = bytes.withUnsafeMutableBytes { part in
                recv(socket, part.baseAddress! + received, length - received, Int32(MSG_DONTWAIT))
            }
            if count > 0 { received += count } else { try wait(for: POLLIN, count: count, watch: watch) }
        }
        return bytes
    }

    private func wait(for event: Int32, count: Int, watch: Watch) throws(RecognitionError) {
        guard count < 0, errno == EAGAIN || errno == EINTR else { throw .workerLost }
        var descriptor = pollfd(fd: socket, events: Int16(event), revents: 0)
        _ = poll(&descriptor, 1, Self.beat)
        try watch()
    }
}
