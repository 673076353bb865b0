/// A paper that came with a message.
package enum Attachment: Hashable, Sendable {
    /// Text of any OCR engine, with its type where it is known.
    case text(String, type: String?)
    /// The bytes of a picture.
    case picture([UInt8], type: String?)

    /// Tells attachments of one idempotency key apart.
    var fingerprint: String {
        switch self {
        case .text(let text, let type): "t\(type ?? "-")\(Self.hash(text.utf8))"
        case .picture(let bytes, let type): "p\(type ?? "-")\(Self.hash(bytes))"
        }
    }

    /// FNV-1a, the same in every run.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
