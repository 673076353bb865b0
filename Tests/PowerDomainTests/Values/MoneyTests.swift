import PowerDomain
import Testing

@Suite("Money, prices and energy are exact decimals")
struct MoneyTests {
    @Test(
        "an amount is printed with two decimals, or with all that it has",
        arguments: [("325.6", "325.60"), ("0", "0.00"), ("-8.83", "-8.83"), ("0.005", "0.005"), ("12", "12.00"), ("1e2", "100.00")])
    func printed(text: String, expected: String) throws { #expect(try Money(text).description == expected) }

    @Test(
        "half a cent is rounded up, for a credit as for a charge",
        arguments: [("0.005", "0.01"), ("0.0049", "0.00"), ("1.004", "1.00"), ("2.675", "2.68"), ("-0.005", "-0.01")])
    func rounded(text: String, expected: String) throws { #expect(try Money(text).rounded.description == expected) }

    @Test("a price keeps eight decimals, and its product is rounded only once")
    func product() throws {
        let price = try UnitPrice("0.58886875")
        #expect(price.description == "0.58886875")
        #expect(price.amount(for: try Energy("530")).description == "312.10")
        #expect(price.amount(for: try Energy("0.000001")) == .zero)
        #expect(try UnitPrice("0.01").amount(for: Energy("0.5")).description == "0.01")
        #expect(try UnitPrice("0.01").amount(for: Energy("0.499999")) == .zero)
    }

    @Test("the greatest energy at the greatest price does not overflow")
    func greatest() throws {
        let amount = try UnitPrice("9999.99999999").amount(for: Energy("999999999.999999"))
        #expect(amount.description == "9999999999989.99")
    }

    @Test(
        "what is no decimal number is refused", arguments: ["", ".", "1.", ".5", "1.2.3", "+1", "1e", "e3", "12度", "٣", "0x1", "--1", " 1"])
    func refused(text: String) { #expect(throws: DecimalText.Flaw.notNumber) { try Energy(text) } }

    @Test("too many decimals and too great numbers are told apart")
    func limits() {
        #expect(throws: DecimalText.Flaw.tooManyDecimals) { try Energy("0.0000001") }
        #expect(throws: DecimalText.Flaw.tooManyDecimals) { try Energy("1e-7") }
        #expect(throws: DecimalText.Flaw.tooLarge) { try Energy("1000000000") }
        #expect(throws: DecimalText.Flaw.tooLarge) { try Energy("1e999") }
    }

    @Test(
        "zeros that mean nothing and exponents are read",
        arguments: [("530.0000000000", "530"), ("00012.50", "12.5"), ("5.3e2", "530"), ("5E-1", "0.5"), ("-0", "0"), ("0e99", "0")])
    func read(text: String, expected: String) throws { #expect(try Energy(text).description == expected) }
}
