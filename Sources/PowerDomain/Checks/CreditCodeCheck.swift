/// Check character of the unified social credit code (统一社会信用代码), GB 32100-2015:
/// 18 characters of an alphabet of 31 without I, O, S, V, Z; weights 3^i modulo 31.
package struct CreditCodeCheck: CheckRule {
    package static let name = "credit_code"
    package static let examples = CheckExamples(
        pass: ["91350100M000100Y43", "91350100m000100y43"],
        fail: ["91350100M000100Y44": .checkDigit, "91350100M000100Y4": .length, "91350100M0001O0Y43": .alphabet])

    package init() {}

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    package func flaw(in text: String) -> CheckFlaw? {
        let characters = Array(text.uppercased())
        guard characters.count == 18 else { return .length }
        let values = characters.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard values.count == 18 else { return .alphabet }
        var weight = 1, sum = 0
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        return (31 - sum % 31) % 31 == values[17] ? nil : .checkDigit
    }
}
