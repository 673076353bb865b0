/// What each place of a code of fixed length may hold, places counted from 0. Letters are capitals.
package struct CodeShape: Hashable, Sendable {
    package let places: [CodeAlphabet]

    /// Runs of places of one kind, from left to right.
    package init(_ runs: (alphabet: CodeAlphabet, count: Int)...) {
        places = runs.flatMap { Array(repeating: $0.alphabet, count: $0.count) }
    }

    /// What is wrong with the form of `text`, capitals and small letters being the same: its length or a character.
    package func flaw(in text: some StringProtocol) -> CheckFlaw? { flaw(in: Self.codes(of: text)) }

    func flaw(in codes: [UInt8]) -> CheckFlaw? {
        guard codes.count == places.count else { return .length }
        return zip(places, codes).allSatisfy { $0.contains($1) } ? nil : .alphabet
    }

    /// The characters of `text` as ASCII codes, small letters as capitals; 0xFF stands for any that is not ASCII.
    static func codes(of text: some StringProtocol) -> [UInt8] { text.unicodeScalars.map(capital) }

    static func capital(_ scalar: Unicode.Scalar) -> UInt8 {
        guard scalar.isASCII else { return 0xFF }
        let code = UInt8(truncatingIfNeeded: scalar.value)
        return (0x61...0x7A).contains(code) ? code - 0x20 : code
    }
}

extension CodeShape {
    /// GB 11643-1999: 17 digits and a check character.
    package static let identityNumber = CodeShape((.digits, 17), (CodeAlphabet("0123456789X"), 1))
    /// Identity numbers before 1999: 15 digits.
    package static let oldIdentityNumber = CodeShape((.digits, 15))
    /// GB 32100-2015: department, class, region of 6 digits, organisation code and check character.
    package static let creditCode = CodeShape((creditLetters, 2), (.digits, 6), (creditLetters, 10))
    /// GB 11714-1997 without the hyphen.
    package static let organizationCode = CodeShape((.digitsAndCapitals, 8), (CodeAlphabet("0123456789X"), 1))
    /// GB 11714-1997 as printed on the certificate.
    package static let printedOrganizationCode = CodeShape(
        (.digitsAndCapitals, 8), (CodeAlphabet("-"), 1), (CodeAlphabet("0123456789X"), 1))
    /// GB/T 37346: county, cadastral district and sub-district, parcel feature and number, fixture feature and unit.
    package static let propertyUnit = CodeShape(
        (.digits, 12), (CodeAlphabet("GJZ"), 1), (CodeAlphabet("ABCDEFGHSWXY"), 1), (.digits, 5), (CodeAlphabet("FLQW"), 1),
        (.digits, 8))
    /// Passports of the mainland: the kind, then eight digits or a letter other than I and O and seven digits.
    package static let passportNumber = CodeShape(
        (CodeAlphabet("EGDSP"), 1), (CodeAlphabet("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"), 1), (.digits, 7))
    /// The lower line of a passport's machine-readable zone, ICAO Doc 9303 part 4.
    package static let machineReadableLine = CodeShape(
        (passportFiller, 9), (.digits, 1), (CodeAlphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ<"), 3), (dateFiller, 6), (.digits, 1),
        (CodeAlphabet("MF<"), 1), (dateFiller, 6), (.digits, 1), (passportFiller, 14), (dateFiller, 1), (.digits, 1))

    /// A bank card of `count` digits.
    package static func bankCard(_ count: Int) -> CodeShape { CodeShape((.digits, count)) }

    private static let creditLetters = CodeAlphabet("0123456789ABCDEFGHJKLMNPQRTUWXY")
    private static let passportFiller = CodeAlphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<")
    private static let dateFiller = CodeAlphabet("0123456789<")
}
