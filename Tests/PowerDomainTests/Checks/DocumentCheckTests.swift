import PowerDomain
import Testing

@Suite("Check rules of documents")
struct DocumentCheckTests {
    static let mrz = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"

    @Test("the standards' own examples pass")
    func standards() {
        #expect(IdentityNumberCheck().flaw(in: "11010519491231002X") == nil)
        #expect(CreditCodeCheck().flaw(in: "91350100M000100Y43") == nil)
        #expect(OrganizationCodeCheck().flaw(in: "D2143569-X") == nil)
        #expect(MachineReadableZoneCheck().flaw(in: Self.mrz) == nil)
    }

    @Test("the organisation code inside a credit code passes its own check")
    func nested() throws {
        let code = try #require(CreditCode("91350100M000100Y43"))
        #expect(OrganizationCodeCheck().flaw(in: code.organizationCode) == nil)
    }

    @Test("a single changed character breaks the check of an organisation code", arguments: 0..<8)
    func organizationCharacter(_ place: Int) {
        let original = Array("39356877-1")
        for character in "0123456789" where character != original[place] {
            var changed = original
            changed[place] = character
            #expect(OrganizationCodeCheck().flaw(in: String(changed)) == .checkDigit)
        }
    }

    @Test("a changed digit in a checked part breaks the zone", arguments: Array(0..<10) + Array(13..<20) + Array(21..<44))
    func zoneDigit(_ place: Int) {
        var line = Array(Self.mrz)
        guard line[place].isNumber else { return }
        line[place] = line[place] == "9" ? "0" : Character(String((line[place].wholeNumberValue ?? 0) + 1))
        #expect(MachineReadableZoneCheck().flaw(in: String(line)) == .checkDigit)
    }

    @Test("an empty optional part may have the digit 0 or none, no other")
    func emptyOptionalPart() {
        let check = MachineReadableZoneCheck()
        let head = "G123456786CHN8001014F3001019" + String(repeating: "<", count: 14)
        #expect(check.flaw(in: head + "00") == nil)
        #expect(check.flaw(in: head + "<0") == nil)
        #expect("123456789".allSatisfy { digit in "0123456789".allSatisfy { check.flaw(in: head + "\(digit)\($0)") == .checkDigit } })
    }

    @Test("the old identity number is a rule of its own: the present one refuses it")
    func oldIdentityNumber() {
        #expect(IdentityNumberCheck().flaw(in: "110105491231002") == .length)
        #expect(OldIdentityNumberCheck().flaw(in: "110105491231002") == nil)
    }

    @Test(
        "characters that are not ASCII are refused as characters, not by length",
        arguments: [
            (PropertyUnitCheck(), "４40106004012GB00123F00010023"), (PassportNumberCheck(), "E1234567８"),
            (HongKongMacaoPermitCheck(), "H1234567８"), (TaiwanPermitCheck(), "1234567８"), (OrganizationCodeCheck(), "D214356９-X"),
            (OldIdentityNumberCheck(), "11010549123100２"),
        ] as [(any CheckRule, String)])
    func foreignCharacters(_ rule: any CheckRule, _ text: String) {
        #expect(rule.flaw(in: text) == .alphabet)
    }

    @Test("rules are found by the names that data files use")
    func names() {
        let names = Set(CheckRules.all.map { $0.name })
        #expect(names.isSuperset(of: ["identity_number", "identity_number_15", "credit_code", "organization_code", "bank_card", "mrz"]))
        #expect(names.isSuperset(of: ["property_unit", "passport_number", "hkm_permit", "taiwan_permit"]))
    }
}

@Suite("Shapes of codes")
struct CodeShapeTests {
    @Test("every ASCII character is in the alphabet that was made of it and in no other", arguments: UInt8(0)..<128)
    func alphabet(_ code: UInt8) {
        let alphabet = CodeAlphabet(String(UnicodeScalar(code)))
        #expect((UInt8.min...UInt8.max).filter(alphabet.contains) == [code])
    }

    @Test("shapes agree with the passing examples of their rules")
    func examples() {
        #expect(IdentityNumberCheck.examples.pass.allSatisfy { CodeShape.identityNumber.flaw(in: $0) == nil })
        #expect(CreditCodeCheck.examples.pass.allSatisfy { CodeShape.creditCode.flaw(in: $0) == nil })
        #expect(MachineReadableZoneCheck.examples.pass.allSatisfy { CodeShape.machineReadableLine.flaw(in: $0) == nil })
        #expect(CodeShape.printedOrganizationCode.flaw(in: "D2143569-X") == nil)
        #expect(CodeShape.bankCard(19).flaw(in: "6222021001116245702") == nil)
    }

    @Test("length is told before characters")
    func order() {
        #expect(CodeShape.bankCard(16).flaw(in: "abc") == .length)
        #expect(CodeShape.bankCard(3).flaw(in: "12a") == .alphabet)
    }
}
