/// Form of a mainland mobile phone number: 11 digits that begin with 1 and a second digit from 3 to 9.
package struct MobilePhoneCheck: CheckRule {
    package static let name = "mobile_phone"
    package static let examples = CheckExamples(
        pass: ["13912345670", "19912345678"],
        fail: ["1391234567": .length, "23912345670": .prefix, "1391234567o": .alphabet, "12012345678": .prefix])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        guard text.count == 11 else { return .length }
        let digits = text.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard digits.count == 11 else { return .alphabet }
        return digits[0] == 1 && digits[1] >= 3 ? nil : .prefix
    }
}
