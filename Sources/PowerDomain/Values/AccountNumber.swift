/// A 16-digit electricity account number (户号), proven well formed.
package struct AccountNumber: Hashable, Sendable, CustomStringConvertible {
    package let digits: String

    package enum Flaw: Error, Hashable, Sendable { case notDigits, length(Int) }

    /// Takes digits with spaces and hyphens between them.
    package init(_ text: some StringProtocol) throws(Flaw) {
        let digits = String(text.filter { !$0.isWhitespace && $0 != "-" })
        if let flaw = Self.flaw(in: digits) { throw flaw }
        self.digits = digits
    }

    static func flaw(in digits: some StringProtocol) -> Flaw? {
        // Scalars, not characters: a digit with a mark on it is one character, and no digit.
        guard digits.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) else { return .notDigits }
        return digits.unicodeScalars.count == 16 ? nil : .length(digits.unicodeScalars.count)
    }

    /// Masked, because descriptions end up in logs.
    package var description: String { Masked.accountNumber(digits) }

    /// The region that the prefix stands for, nil if it is not on record.
    package func region(by prefixes: [(prefix: String, region: Region)]) -> Region? {
        prefixes.filter { digits.hasPrefix($0.prefix) }.max { $0.prefix.count < $1.prefix.count }?.region
    }
}
