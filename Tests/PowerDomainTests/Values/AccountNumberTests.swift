import PowerDomain
import Testing

@Suite("Account numbers")
struct AccountNumberTests {
    @Test(
        "spaces and hyphens between the digits are ignored",
        arguments: ["0800123456789012", "0800 1234 5678 9012", "0800-1234-5678-9012", " 0800\u{3000}1234 5678-9012\n"])
    func separators(_ text: String) throws {
        #expect(try AccountNumber(text).digits == "0800123456789012")
    }

    @Test(
        "what is not sixteen digits is refused with the reason",
        arguments: [
            ("", .length(0)), ("123", .length(3)), ("08001234567890123", .length(17)), ("- -", .length(0)),
            ("080012345678901x", .notDigits), ("０８００１２３４５６７８９０１２", .notDigits), ("0800.1234.5678.9012", .notDigits),
        ] as [(String, AccountNumber.Flaw)])
    func refused(_ text: String, _ flaw: AccountNumber.Flaw) {
        #expect(throws: flaw) { try AccountNumber(text) }
    }

    @Test("a digit that carries a mark is not a digit", arguments: ["1\u{301}", "1\u{FE0F}\u{20E3}", "7\u{200D}"])
    func markedDigit(_ character: String) {
        #expect(throws: AccountNumber.Flaw.notDigits) { try AccountNumber("080012345678901" + character) }
    }

    @Test("a digit of another script is not a digit", arguments: ["２", "٢", "२", "²", "②", "二", "𝟚"])
    func foreignDigit(_ character: String) {
        #expect(throws: AccountNumber.Flaw.notDigits) { try AccountNumber("080012345678901" + character) }
    }

    @Test("the description shows the first and the last four digits only")
    func masked() throws {
        let number = try AccountNumber("0800123456789012")
        #expect("\(number)" == "0800********9012")
    }

    @Test("equal digits are one account, however they were written")
    func equality() throws {
        #expect(try AccountNumber("0800 1234 5678 9012") == AccountNumber("0800123456789012"))
        #expect(try AccountNumber("0800123456789013") != AccountNumber("0800123456789012"))
    }

    @Test("the longest prefix on record tells the region")
    func region() throws {
        let prefixes: [(prefix: String, region: Region)] = [("08", .guangdong), ("0800", .guangzhou), ("03", .hainan)]
        #expect(try AccountNumber("0800123456789012").region(by: prefixes) == .guangzhou)
        #expect(try AccountNumber("0801123456789012").region(by: prefixes) == .guangdong)
        #expect(try AccountNumber("9900123456789012").region(by: prefixes) == nil)
    }
}
