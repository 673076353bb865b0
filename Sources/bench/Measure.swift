import Foundation

/// Nanoseconds of a clock that costs little to read; the best of several rounds stands for undisturbed time.
func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// The value below which `share` of `values` lie.
func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
}

func formatted(_ value: Double, _ digits: Int = 1) -> String { String(format: "%.\(digits)f", value) }

/// A row of the table: what, bar, measured.
struct Row {
    let what: String
    let bar: String
    let measured: String
    var holds: Bool?

    static func table(_ rows: [Row]) -> String {
        var lines = ["| what | bar | measured | |", "|---|---|---|---|"]
        lines += rows.map { "| \($0.what) | \($0.bar) | \($0.measured) | \($0.holds.map { $0 ? "✓" : "✗" } ?? "") |" }
        return lines.joined(separator: "\n")
    }
}

/// The machine that the figures were measured on.
enum Machine {
    static var description: String {
        let cpu =
            (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n")
            .first { $0.hasPrefix("model name") }?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
            ?? "unknown CPU"
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let memory = ProcessInfo.processInfo.physicalMemory >> 30
        return "\(cpu), \(cores) cores, \(memory) GiB, \(ProcessInfo.processInfo.operatingSystemVersionString)"
    }
}
