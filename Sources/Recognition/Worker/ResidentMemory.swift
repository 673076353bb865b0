internal import Glibc

/// Resident memory of a process, from `/proc/PID/statm`; the file stays open, since it is read every few milliseconds.
final class ResidentMemory {
    private let descriptor: Int32
    private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

    /// `process` is an identifier or `self`.
    init(of process: String) { descriptor = open("/proc/\(process)/statm", O_RDONLY | O_CLOEXEC) }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Bytes in memory now, libraries included; 0 if the process is gone.
    var bytes: Int {
        var text = [UInt8](repeating: 0, count: 128)
        let count = pread(descriptor, &text, text.count, 0)
        guard count > 0 else { return 0 }
        let fields = text[..<count].split(separator: UInt8(ascii: " "))
        guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return 0 }
        return pages * Self.pageSize
    }
}
