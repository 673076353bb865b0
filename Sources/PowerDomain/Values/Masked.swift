/// How personal values are shown: one star for each hidden character (CONTRACT §8).
package enum Masked {
    /// First four and last four digits.
    package static func accountNumber(_ digits: String) -> String { keep(digits, first: 4, last: 4) }
    /// First three and last four digits.
    package static func phone(_ digits: String) -> String { keep(digits, first: 3, last: 4) }
    /// First three and last four characters.
    package static func identityNumber(_ characters: String) -> String { keep(characters, first: 3, last: 4) }
    /// Last four digits.
    package static func bankCard(_ digits: String) -> String { keep(digits, first: 0, last: 4) }
    /// The family name and the last character; of two characters the family name.
    package static func name(_ name: String) -> String {
        name.count <= 2 ? keep(name, first: 1, last: 0) : keep(name, first: 1, last: 1)
    }

    /// All of it hidden but the first and last characters named.
    private static func keep(_ text: String, first: Int, last: Int) -> String {
        guard text.count > first + last else { return String(repeating: "*", count: text.count) }
        return text.prefix(first) + String(repeating: "*", count: text.count - first - last) + text.suffix(last)
    }
}
