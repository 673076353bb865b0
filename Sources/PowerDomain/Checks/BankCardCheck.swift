/// Check digit of a bank card number by Luhn's formula, ISO/IEC 7812-1 annex B; 13 to 19 digits.
package struct BankCardCheck: CheckRule {
    package static let name = "bank_card"
    package static let examples = CheckExamples(
        pass: ["6222021001116245702", "4111111111111111"],
        fail: ["6222021001116245703": .checkDigit, "411111111111": .length, "41111111111111a1": .alphabet])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        guard (13...19).contains(text.count) else { return .length }
        let digits = text.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard digits.count == text.count else { return .alphabet }
        var sum = 0
        for (position, digit) in digits.reversed().enumerated() {
            let doubled = position % 2 == 1 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0 ? nil : .checkDigit
    }
}
