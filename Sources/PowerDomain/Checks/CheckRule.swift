/// A rule about the form of one value (length, alphabet, check character) that carries its own examples.
package protocol CheckRule: Sendable {
    /// The name by which data files refer to the rule.
    static var name: String { get }
    static var examples: CheckExamples { get }
    init()
    /// What is wrong with `text`, nil if it passes.
    func flaw(in text: String) -> CheckFlaw?
}

/// What a check found wrong.
package enum CheckFlaw: String, Hashable, Sendable {
    case length, alphabet, checkDigit = "check_digit", date, prefix
}

/// Values that a rule accepts and refuses; one test runs those of every rule.
package struct CheckExamples: Sendable {
    package let pass: [String]
    package let fail: [String: CheckFlaw]
    package init(pass: [String], fail: [String: CheckFlaw]) {
        self.pass = pass
        self.fail = fail
    }
}

/// The rules by name; a new rule gets its line here.
package enum CheckRules {
    package static let all: [any CheckRule.Type] = [
        AccountNumberCheck.self, BankCardCheck.self, CreditCodeCheck.self, HongKongMacaoPermitCheck.self, IdentityNumberCheck.self,
        MachineReadableZoneCheck.self, MobilePhoneCheck.self, OldIdentityNumberCheck.self, OrganizationCodeCheck.self,
        PassportNumberCheck.self, PropertyUnitCheck.self, TaiwanPermitCheck.self,
    ]
}
