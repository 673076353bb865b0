internal import TextAnalysis

/// A message as words are looked for in it.
enum FoldedMessage {
    static func of(_ message: String) -> String { FoldedText(message).string }
}
