import PowerDomain
import Testing

@Suite("Check rules")
struct CheckRuleTests {
    /// A value with what a rule must say about it.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: any CheckRule.Type
        let text: String
        let flaw: CheckFlaw?
        var testDescription: String { "\(rule.name) \(text)" }
    }

    static let cases: [Case] = CheckRules.all.flatMap { rule in
        rule.examples.pass.map { Case(rule: rule, text: $0, flaw: nil) }
            + rule.examples.fail.sorted { $0.key < $1.key }.map { Case(rule: rule, text: $0.key, flaw: $0.value) }
    }

    @Test("a rule accepts and refuses its own examples", arguments: cases)
    func example(_ example: Case) {
        #expect(example.rule.init().flaw(in: example.text) == example.flaw)
    }

    @Test("every rule has examples of both kinds")
    func examplesOfBothKinds() {
        for rule in CheckRules.all {
            #expect(!rule.examples.pass.isEmpty, "\(rule.name)")
            #expect(rule.examples.fail.count >= 2, "\(rule.name)")
        }
    }

    @Test("no two rules share a name")
    func names() {
        #expect(Set(CheckRules.all.map { $0.name }).count == CheckRules.all.count)
    }

    @Test("an empty value has the wrong length for every rule")
    func empty() {
        for rule in CheckRules.all { #expect(rule.init().flaw(in: "") == .length, "\(rule.name)") }
    }

    /// A number with digits that are no ASCII digits, beside the same in ASCII.
    @Test(
        "digits of other scripts are not digits of a number",
        arguments: [
            "０８００１２３４５６７８９０１２", "٠٨٠٠١٢٣٤٥٦٧٨٩٠١٢", "08001234567890１2", "4111111111111１11",
        ])
    func foreignDigits(_ text: String) {
        #expect(AccountNumberCheck().flaw(in: text) == .alphabet)
        #expect(BankCardCheck().flaw(in: text) == .alphabet)
    }

    @Test("a single changed digit breaks the check of a bank card", arguments: 0..<19)
    func bankCardDigit(_ place: Int) {
        var digits = Array("6222021001116245702")
        let original = digits[place]
        for digit in "0123456789" where digit != original {
            digits[place] = digit
            #expect(BankCardCheck().flaw(in: String(digits)) == .checkDigit)
        }
    }

    @Test("a single changed digit breaks the check of an identity number", arguments: Array(0..<6) + Array(14..<17))
    func identityDigit(_ place: Int) {
        var digits = Array("440106199003074627")
        let original = digits[place]
        for digit in "0123456789" where digit != original {
            digits[place] = digit
            #expect(IdentityNumberCheck().flaw(in: String(digits)) == .checkDigit)
        }
    }

    @Test("two swapped neighbours break the check of a credit code", arguments: 0..<17)
    func creditCodeSwap(_ place: Int) {
        var characters = Array("91350100M000100Y43")
        characters.swapAt(place, place + 1)
        let flaw = CreditCodeCheck().flaw(in: String(characters))
        #expect(flaw == (characters[place] == characters[place + 1] ? nil : .checkDigit))
    }

    @Test("29 February passes in a leap year's identity number only")
    func leapDay() {
        let check = IdentityNumberCheck()
        let flaws = "0123456789X".map { check.flaw(in: "44010620000229462\($0)") }
        #expect(flaws.count { $0 == nil } == 1)
        #expect("0123456789X".allSatisfy { check.flaw(in: "44010619990229462\($0)") == .date })
    }
}
