/// What a resident identity number (居民身份证号码) tells: region, birth and sex. Its check character is not asked for,
/// so that a misprinted number can still be compared with the rest of its document.
package struct CivilNumber: Hashable, Sendable, CustomStringConvertible {
    /// 18 characters in upper case, or 15 digits of the form before 1999.
    package let characters: String
    /// Where the number was first given; the code of that time, perhaps retired since.
    package let regionCode: String
    package let birth: CalendarDay
    package let sex: Sex

    /// Nil unless `text` has the form of either number, without separators, and the birth date exists.
    package init?(_ text: some StringProtocol) {
        let codes = CodeShape.codes(of: text)
        let isOld = codes.count == 15
        guard (isOld ? CodeShape.oldIdentityNumber : .identityNumber).flaw(in: codes) == nil,
            let birth = isOld ? Self.oldBirth(codes) : Self.day(codes[6..<14], century: 0)
        else { return nil }
        characters = String(decoding: codes, as: UTF8.self)
        regionCode = String(decoding: codes[..<6], as: UTF8.self)
        self.birth = birth
        sex = Sex(sequence: Int(codes[isOld ? 14 : 16]))
    }

    /// Masked, because descriptions end up in logs.
    package var description: String { Masked.identityNumber(characters) }

    /// The birth date of a 15-digit number: 19YY, but 18YY for the sequences 996 to 999 of those who were a hundred
    /// years old when the numbers were given.
    static func oldBirth(_ codes: [UInt8]) -> CalendarDay? {
        let isCentenarian = codes[12] == 0x39 && codes[13] == 0x39 && codes[14] >= 0x36
        return day(codes[6..<12], century: isCentenarian ? 1800 : 1900)
    }

    /// YYYYMMDD, or YYMMDD to which a century is added.
    private static func day(_ codes: ArraySlice<UInt8>, century: Int) -> CalendarDay? {
        let number = codes.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return CalendarDay(year: century + number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
