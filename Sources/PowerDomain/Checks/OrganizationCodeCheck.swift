/// Check character of the organisation code (组织机构代码), GB 11714-1997: eight digits or capitals of the values
/// 0 … 35, weights 3 7 9 10 5 8 4 2 modulo 11; the hyphen before the check character may be left out.
package struct OrganizationCodeCheck: CheckRule {
    package static let name = "organization_code"
    package static let examples = CheckExamples(
        pass: ["D2143569-X", "D2143569X", "d2143569-x", "M000100Y-4", "39356877-1", "92989287X"],
        fail: [
            "D2143569-1": .checkDigit, "D2143568-X": .checkDigit, "D2143569": .length, "D21435690-X": .length,
            "D2143569/X": .length, "D214356*-X": .alphabet, "D2143569-Y": .alphabet,
        ])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        var codes = CodeShape.codes(of: text)
        if codes.count == 10, codes[8] == UInt8(ascii: "-") { codes.remove(at: 8) }
        if let flaw = CodeShape.organizationCode.flaw(in: codes) { return flaw }
        return codes[8] == Self.checkCharacter(of: codes[..<8]) ? nil : .checkDigit
    }

    private static let weights = [3, 7, 9, 10, 5, 8, 4, 2]

    private static func checkCharacter(of codes: ArraySlice<UInt8>) -> UInt8 {
        let sum = zip(codes, weights).reduce(0) { $0 + MachineReadableZoneCheck.value(of: $1.0) * $1.1 }
        return Array("0X987654321".utf8)[sum % 11]
    }
}
