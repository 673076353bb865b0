/// The two lines of 44 characters below a passport's data page, ICAO Doc 9303 part 4 (form TD3). Check digits are not
/// asked for when reading (see `MachineReadableZoneCheck`) and are computed when writing.
package struct MachineReadableZone: Hashable, Sendable, CustomStringConvertible {
    /// P, or P and a letter of the issuer's choice.
    package let documentCode: String
    /// Three letters, CHN for the mainland.
    package let issuer: String
    package let surname: String
    /// Words separated by spaces, empty if there are none.
    package let givenNames: String
    package let number: String
    package let nationality: String
    package let birth: CalendarDay
    /// Nil where none is stated.
    package let sex: Sex?
    package let expiry: CalendarDay
    /// The optional part, mostly empty.
    package let personalNumber: String

    package init(
        documentCode: String = "P", issuer: String, surname: String, givenNames: String, number: String, nationality: String,
        birth: CalendarDay, sex: Sex?, expiry: CalendarDay, personalNumber: String = ""
    ) {
        self.documentCode = documentCode
        self.issuer = issuer
        self.surname = surname
        self.givenNames = givenNames
        self.number = number
        self.nationality = nationality
        self.birth = birth
        self.sex = sex
        self.expiry = expiry
        self.personalNumber = personalNumber
    }

    /// Nothing of the holder, because descriptions end up in logs.
    package var description: String { "MachineReadableZone(***)" }

    /// The name as data pages print it: ZHU, NALING.
    package var printedName: String { givenNames.isEmpty ? surname : "\(surname), \(givenNames)" }

    /// The upper line. Hyphens and spaces in names become fillers, other signs go; what is too long is cut off.
    package var upperLine: String {
        let names = Self.coded(surname) + (givenNames.isEmpty ? "" : "<<" + Self.coded(givenNames))
        return Self.padded(documentCode, 2) + Self.padded(issuer, 3) + Self.padded(names, 39)
    }

    /// The lower line with its check digits; an empty optional part gets no digit.
    package var lowerLine: String {
        let sign: String =
            switch sex {
            case .male: "M"
            case .female: "F"
            case nil: "<"
            }
        let personal = Self.padded(personalNumber, 14)
        var line = Self.withDigit(Self.padded(number, 9)) + Self.padded(nationality, 3)
        line += Self.withDigit(Self.sixDigits(birth)) + sign + Self.withDigit(Self.sixDigits(expiry))
        line += personalNumber.isEmpty ? personal + "<" : Self.withDigit(personal)
        let digit = MachineReadableZoneCheck.compositeDigit(of: CodeShape.codes(of: line))
        return line + String(decoding: [digit], as: UTF8.self)
    }

    private static func coded(_ name: String) -> String {
        name.uppercased().split { $0.isWhitespace || $0 == "-" }.map { $0.filter { ("A"..."Z").contains($0) } }.joined(separator: "<")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text.prefix(width) + String(repeating: "<", count: max(0, width - text.count))
    }

    private static func sixDigits(_ day: CalendarDay) -> String { String(day.description.filter { $0 != "-" }.suffix(6)) }

    private static func withDigit(_ text: String) -> String {
        text + String(decoding: [MachineReadableZoneCheck.digit(CodeShape.codes(of: text)[...])], as: UTF8.self)
    }
}
