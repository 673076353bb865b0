import PowerDomain
import Testing
import TextAnalysis

@Suite("Masks of CONTRACT §8")
struct MaskedTests {
    @Test("an account number shows four and four") func account() {
        #expect(Masked.accountNumber("0800123456789012") == "0800********9012")
    }

    @Test("a phone number shows three and four") func phone() {
        #expect(Masked.phone("13912345670") == "139****5670")
    }

    @Test("an identity number shows three and four") func identity() {
        #expect(Masked.identityNumber("11010519491231002X") == "110***********002X")
    }

    @Test("a bank card shows the last four") func bankCard() {
        #expect(Masked.bankCard("6222021001116245702") == "***************5702")
    }

    @Test(
        "a name shows the family name and the last character, of two characters the family name",
        arguments: [("陈", "*"), ("陈明", "陈*"), ("陈小明", "陈*明"), ("欧阳小明", "欧**明"), ("", "")])
    func name(_ name: String, _ masked: String) {
        #expect(Masked.name(name) == masked)
    }

    @Test("a value too short for its mask is hidden whole", arguments: ["", "1", "1234", "1234567"])
    func short(_ text: String) {
        let stars = String(repeating: "*", count: text.count)
        #expect(Masked.phone(text) == stars)
        #expect(Masked.accountNumber(text) == stars)
        #expect(Masked.identityNumber(text) == stars)
    }

    @Test("masks keep the number of characters and hide everything between the ends", arguments: 0..<50)
    func length(_ seed: UInt64) {
        var sequence = FixedSequence(seed: seed)
        let count = Int.random(in: 9...24, using: &sequence)
        let digits = String((0..<count).map { _ in "0123456789".randomElement(using: &sequence) ?? "0" })
        let masked = Masked.accountNumber(digits)
        #expect(masked.count == count)
        #expect(masked.dropFirst(4).dropLast(4).allSatisfy { $0 == "*" })
        #expect(masked.prefix(4) == digits.prefix(4) && masked.suffix(4) == digits.suffix(4))
    }
}
