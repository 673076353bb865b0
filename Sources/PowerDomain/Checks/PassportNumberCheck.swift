/// Form of a passport number of the mainland: E, G (ordinary), D, S or P, then eight digits or a letter other than
/// I and O and seven digits. Its check digit stands in the machine-readable zone only. Passports of other places
/// have other forms, so the rule locates and does not prove wrong.
package struct PassportNumberCheck: CheckRule {
    package static let name = "passport_number"
    package static let examples = CheckExamples(
        pass: ["E12345678", "EA1234567", "G12345678", "ej1234567"],
        fail: ["E1234567": .length, "A12345678": .prefix, "EO1234567": .alphabet, "E1234567B": .alphabet])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        let codes = CodeShape.codes(of: text)
        guard codes.count == 9 else { return .length }
        return CodeShape.passportNumber.places[0].contains(codes[0]) ? CodeShape.passportNumber.flaw(in: codes) : .prefix
    }
}
