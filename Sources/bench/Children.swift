import Foundation

/// A program that is measured from outside: its input, its output, its time, its peak memory.
struct ChildRun {
    let output: Data
    let seconds: Double
    let status: Int32
    /// Highest resident memory in KiB, 0 if it could not be read.
    let peakKilobytes: Int

    /// Runs `program` with `input`; memory is read while it lives.
    static func run(_ program: String, _ arguments: [String], input: Data) throws -> ChildRun {
        let process = Process(),
            source = FileManager.default.temporaryDirectory.appendingPathComponent("powerhall-bench-\(UUID().uuidString)")
        try input.write(to: source)
        defer { try? FileManager.default.removeItem(at: source) }
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: source)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        let start = nanoseconds()
        try process.run()
        var output = Data(), peak = 0
        while true {
            let part = pipe.fileHandleForReading.availableData
            if part.isEmpty { break }
            output.append(part)
            peak = max(peak, memory(of: process.processIdentifier))
        }
        process.waitUntilExit()
        return ChildRun(
            output: output, seconds: Double(nanoseconds() - start) / 1e9, status: process.terminationStatus, peakKilobytes: peak)
    }

    private static func memory(of process: Int32) -> Int {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return 0 }
        return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
    }

    var lines: [Substring] { String(decoding: output, as: UTF8.self).split(separator: "\n") }
}
