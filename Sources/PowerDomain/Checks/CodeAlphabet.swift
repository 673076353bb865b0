/// A set of ASCII characters: what one place of a code may hold.
package struct CodeAlphabet: Hashable, Sendable {
    /// Bit n stands for the character of code n; codes from 64 on are in `high`.
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// The ASCII characters of `characters`; others are left out.
    package init(_ characters: String) {
        for code in characters.utf8 where code < 128 {
            if code < 64 { low |= 1 << UInt64(code) } else { high |= 1 << UInt64(code - 64) }
        }
    }

    package func contains(_ code: UInt8) -> Bool {
        switch code {
        case 0..<64: low >> UInt64(code) & 1 == 1
        case 64..<128: high >> UInt64(code - 64) & 1 == 1
        default: false
        }
    }

    package static let digits = CodeAlphabet("0123456789")
    package static let capitals = CodeAlphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    package static let digitsAndCapitals = CodeAlphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
