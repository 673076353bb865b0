package import TextAnalysis

/// A recognizer whose finds begin with, or contain, one of a list of literals.
package protocol CuedRecognizer: EntityRecognizer {
    /// It is asked if one of these occurs in the folded text …
    static var cues: [String] { get }
    /// … or if the text has one of these traits. `needs` is empty.
    static var sufficientTraits: TextTraits { get }
}

extension CuedRecognizer {
    package static var needs: TextTraits { [] }
    package static var sufficientTraits: TextTraits { [] }
}

/// One pass over a text that tells which of the cued recognizers are worth asking.
struct RecognizerGate: Sendable {
    private let scanner: LiteralScanner
    private let masks: [UInt32]

    init(_ recognizers: [any EntityRecognizer.Type]) {
        var literals: [String: UInt32] = [:]
        for (index, recognizer) in recognizers.enumerated() {
            guard let cued = recognizer as? any CuedRecognizer.Type else { continue }
            for cue in cued.cues { literals[FoldedText(cue).string, default: 0] |= 1 << UInt32(index) }
        }
        literals[""] = nil
        let ordered = literals.sorted { $0.key < $1.key }
        scanner = LiteralScanner(ordered.map(\.key))
        masks = ordered.map(\.value)
    }

    /// A bit for each recognizer of which a cue occurs.
    @inline(__always)
    func mask(_ text: FoldedText) -> UInt32 {
        var mask: UInt32 = 0
        text.utf8.withUnsafeBufferPointer { bytes in
            scanner.scan(bytes) { literal, _ in mask |= masks[literal] }
        }
        return mask
    }
}
