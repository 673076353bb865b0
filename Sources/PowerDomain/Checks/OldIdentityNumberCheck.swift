/// Form of an identity number issued before GB 11643-1999: 15 digits, region, birth as YYMMDD and sequence.
/// It has no check character, so the date must exist and the region may not begin with 0. A rule of its own:
/// such numbers are read on old papers and are no longer accepted where a customer states an identity number.
package struct OldIdentityNumberCheck: CheckRule {
    package static let name = "identity_number_15"
    package static let examples = CheckExamples(
        pass: ["110105491231002", "440106720229462"],
        fail: [
            "11010549123100": .length, "11010519491231002X": .length, "11010549123100X": .alphabet, "110105491331002": .date,
            "440106730229462": .date, "010105491231002": .prefix,
        ])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        let codes = CodeShape.codes(of: text)
        if let flaw = CodeShape.oldIdentityNumber.flaw(in: codes) { return flaw }
        guard codes[0] != 0x30 else { return .prefix }
        return CivilNumber.oldBirth(codes) == nil ? .date : nil
    }
}
