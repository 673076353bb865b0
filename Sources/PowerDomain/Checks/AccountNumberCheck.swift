/// Form of an electricity account number (户号): 16 digits. No check digit is known, so none is asked for.
package struct AccountNumberCheck: CheckRule {
    package static let name = "account_number"
    package static let examples = CheckExamples(
        pass: ["0800123456789012", "0300000000000001"],
        fail: ["080012345678901": .length, "08001234567890123": .length, "080012345678901x": .alphabet])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        switch AccountNumber.flaw(in: text) {
        case nil: nil
        case .length: .length
        case .notDigits: .alphabet
        }
    }
}
