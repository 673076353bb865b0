import PowerDomain
import Testing

@Suite("Repair of look-alike characters")
struct LookAlikeRepairTests {
    static let identity = LookAlikeRepair(shape: .identityNumber, rule: IdentityNumberCheck())
    static let credit = LookAlikeRepair(shape: .creditCode, rule: CreditCodeCheck())
    static let zone = LookAlikeRepair(shape: .machineReadableLine, rule: MachineReadableZoneCheck())
    static let organization = LookAlikeRepair(shape: .printedOrganizationCode, rule: OrganizationCodeCheck())

    @Test(
        "characters that may not stand where they do become the only ones that pass",
        arguments: [
            ("1101051949123100２X", nil), ("11O10519491231002X", "11010519491231002X"), ("ll0l05l949l23l002X", "11010519491231002X"),
            ("1101051949123I002×", "11010519491231002X"), ("11010519491231002*", "11010519491231002X"),
            ("|10105l949l2310o2x", "11010519491231002X"),
            ("11010S19491231002X", "11010519491231002X"), ("4401o6l99oo3o74627", "440106199003074627"),
            ("44010b19q0030T4627", "440106199003074627"),
            ("11010519491231002x", "11010519491231002X"),
        ] as [(String, String?)])
    func identity(_ printed: String, _ repaired: String?) {
        #expect(Self.identity.repaired(printed) == repaired)
    }

    @Test(
        "credit codes, organisation codes and zones",
        arguments: [
            (credit, "9135O1OOM000100Y43", "91350100M000100Y43"), (credit, "9l350100M0001o0Y43", "91350100M000100Y43"),
            (credit, "91350100m000100y43", "91350100M000100Y43"), (organization, "92989287-×", "92989287-X"),
            (organization, "39356877-l", "39356877-1"),
            (zone, "L898902C36UTO74O8122F1204159ZE184226B<<<<<10", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
        ])
    func others(_ repair: LookAlikeRepair, _ printed: String, _ repaired: String) {
        #expect(repair.repaired(printed) == repaired)
    }

    @Test(
        "a wrong digit is never repaired, neither are lost or foreign characters",
        arguments: [
            "110105194912310021", "11010519491231O021", "1101051949123100", "11010519491231002", "", "1101051949A231002X",
            "11010519491231002✓",
        ])
    func beyondRepair(_ printed: String) {
        #expect(Self.identity.repaired(printed, alsoOneAllowed: true) == nil)
    }

    @Test("no digit of a number that fails is exchanged for another digit", arguments: 0..<17)
    func digitForDigit(_ place: Int) {
        var digits = Array("440106199003074627")
        let original = digits[place]
        for digit in "0123456789" where digit != original {
            digits[place] = digit
            let printed = String(digits)
            if IdentityNumberCheck().flaw(in: printed) != nil { #expect(Self.identity.repaired(printed, alsoOneAllowed: true) == nil) }
        }
    }

    @Test("an allowed character is exchanged only when asked")
    func allowed() {
        // 8 printed for B: both may stand in a credit code.
        let code = "91440101MA5EB2WY4N", printed = "91440101MA5E82WY4N"
        #expect(CreditCodeCheck().flaw(in: code) == nil)
        #expect(Self.credit.repaired(printed) == nil)
        #expect(Self.credit.repaired(printed, alsoOneAllowed: true) == code)
        // Of this one two readings pass: …B3GY47 and …836Y47.
        #expect(Self.credit.repaired("91440101MA5D83GY47", alsoOneAllowed: true) == nil)
    }

    @Test("where two readings pass there is no repair")
    func ambiguous() {
        let repair = LookAlikeRepair(shape: CodeShape((.digitsAndCapitals, 1)), rule: AnyCharacter())
        #expect(repair.repaired("|") == nil)
        #expect(repair.repaired("q") == "Q")
        #expect(LookAlikeRepair(shape: CodeShape((.digits, 1)), rule: AnyCharacter()).repaired("|") == "1")
    }

    @Test("no digit covers the country in a zone, so that it cannot be set right")
    func uncovered() {
        #expect(Self.zone.repaired("L898902C36UT07408122F1204159ZE184226B<<<<<10") == nil)
    }

    @Test("more readings than can be proven are no repair")
    func limit() {
        let repair = LookAlikeRepair(shape: CodeShape((.digitsAndCapitals, 40)), rule: AnyCharacter())
        #expect(repair.repaired(String(repeating: "|", count: 40)) == nil)
    }
}

private struct AnyCharacter: CheckRule {
    static let name = "any"
    static let examples = CheckExamples(pass: ["1"], fail: [:])
    func flaw(in text: String) -> CheckFlaw? { nil }
}
