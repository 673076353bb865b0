/// Check character of the resident identity number (居民身份证号码), GB 11643-1999:
/// weights 2^17 … 2^1 modulo 11; the remainder picks one of eleven characters. The birth date must exist.
package struct IdentityNumberCheck: CheckRule {
    package static let name = "identity_number"
    package static let examples = CheckExamples(
        pass: ["11010519491231002X", "11010519491231002x", "440106199003074627"],
        fail: [
            "110105194912310021": .checkDigit, "1101051949": .length, "1101051949123100AX": .alphabet,
            "110105194913310026": .date,
        ])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? {
        guard text.count == 18, let last = text.uppercased().last else { return .length }
        let body = text.dropLast().compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard body.count == 17, last == "X" || (last.isASCII && last.isNumber) else { return .alphabet }
        let digits = Array(text)
        guard let year = Int(String(digits[6..<10])), let month = Int(String(digits[10..<12])),
            let day = Int(String(digits[12..<14])), CalendarDay(year: year, month: month, day: day) != nil
        else { return .date }
        let remainder = body.reduce(0) { ($0 + $1) * 2 % 11 }
        return Array("10X98765432")[remainder] == last ? nil : .checkDigit
    }
}
