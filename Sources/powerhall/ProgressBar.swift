import Foundation

/// A progress bar on stderr; in a pipe one line at the end of each quarter.
final class ProgressBar: @unchecked Sendable {
    // @unchecked: used by one thread.
    private let title: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var shown = -1

    init(_ title: String) { self.title = title }

    func show(_ share: Double) {
        let percent = Int((max(0, min(1, share)) * 100).rounded())
        let step = isTerminal ? percent : percent / 25
        guard step != shown else { return }
        shown = step
        let filled = percent * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        let line = "\(title) \(bar) \(percent) %"
        FileHandle.standardError.write(Data((isTerminal ? "\r\u{1B}[K" + line + (percent == 100 ? "\n" : "") : line + "\n").utf8))
    }
}
