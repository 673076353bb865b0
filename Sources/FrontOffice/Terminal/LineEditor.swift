internal import CEdit
internal import Foundation

/// Reads lines from a terminal with editing and history, by libedit.
///
/// libedit crashes on Chinese in a locale that is not UTF-8, so the locale is set first and plain reading is the fallback.
package final class LineEditor {
    private let editor: OpaquePointer?
    private let history: OpaquePointer?
    private let historyPath: String?

    /// `prompt` is shown before each line; `historyPath` keeps the lines from one run to the next.
    package init(prompt: String, historyPath: String?) {
        self.historyPath = historyPath
        PromptText.current.set(prompt)
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, Self.hasUTF8Locale(), let editor = cedit_open("powerhall") else {
            self.editor = nil
            history = nil
            return
        }
        let history = history_init()
        self.editor = editor
        self.history = history
        _ = cedit_prompt(editor) { _ in PromptText.current.pointer }
        _ = cedit_editor(editor, "emacs")
        _ = cedit_signals(editor, 1)
        _ = cedit_history_size(history, 500)
        _ = cedit_history_unique(history)
        _ = cedit_history(editor, history)
        loadHistory()
    }

    deinit {
        if let editor { el_end(editor) }
        if let history { history_end(history) }
    }

    /// Whether lines are edited; false in a pipe.
    package var isInteractive: Bool { editor != nil }

    /// The next line without its end; nil at the end of the input.
    package func next() -> String? {
        guard let editor else { return readLine(strippingNewline: true) }
        var count: Int32 = 0
        guard let bytes = el_gets(editor, &count), count > 0 else { return nil }
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
            .trimmingCharacters(in: .newlines)
        if !line.isEmpty {
            _ = cedit_history_enter(history, line)
            keep(line)
        }
        return line
    }

    private static func hasUTF8Locale() -> Bool {
        func isUTF8() -> Bool { nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8" }
        setlocale(LC_ALL, "")
        if isUTF8() { return true }
        return setlocale(LC_CTYPE, "C.UTF-8") != nil && isUTF8()
    }

    private func loadHistory() {
        guard let historyPath, let text = try? String(contentsOfFile: historyPath, encoding: .utf8) else { return }
        for line in text.split(separator: "\n").suffix(500) { _ = cedit_history_enter(history, String(line)) }
    }

    /// Lines with a long number stay out of the file: they may hold an account or an identity number.
    private func keep(_ line: String) {
        guard let historyPath, line.count(where: { ("0"..."9").contains($0) }) < 8 else { return }
        let folder = (historyPath as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let descriptor = open(historyPath, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        try? BlockWriter(descriptor: descriptor).write(Array((line + "\n").utf8))
    }
}

/// The prompt as libedit wants it: a C string that stays where it is.
private final class PromptText: @unchecked Sendable {
    // @unchecked: set once by the terminal's thread before the first line is read.
    static let current = PromptText()
    private(set) var pointer: UnsafeMutablePointer<CChar>?

    func set(_ text: String) {
        free(pointer)
        pointer = strdup(text)
    }
}
