import JSONText
import Testing

@Suite struct JSONNumberTests {
    @Test(
        "numbers go back exactly as they came",
        arguments: [
            "0", "-0", "1.0", "1.00", "325.60", "1E5", "1e+05", "1e-400", "1e400", "9007199254740993",
            "-9223372036854775808",
            "18446744073709551616", "123456789012345678901234567890.000001", "0.1e1", "0e0",
        ])
    func echo(literal: String) throws {
        let value = try JSONReader.read(literal).value
        #expect(value == .number(try #require(JSONNumber(decimal: literal))))
        #expect(value.text == literal)
        #expect(try JSONReader.read("[\(literal), \(literal)]").value.text == "[\(literal),\(literal)]")
    }

    @Test(
        "whole numbers are told from others",
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("42.0", 42), ("-7.000", -7), ("9007199254740993", 9_007_199_254_740_993),
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("9223372036854775808", nil),
            ("1.5", nil), ("1e3", nil), ("1.0e0", nil),
        ] as [(String, Int?)])
    func int(literal: String, value: Int?) {
        #expect(JSONNumber(decimal: literal)?.int == value)
    }

    @Test("doubles are the nearest, and a value without one has none")
    func double() throws {
        #expect(JSONNumber(decimal: "9007199254740993")?.double == 9_007_199_254_740_992)
        #expect(JSONNumber(decimal: "0.1")?.double == 0.1)
        #expect(JSONNumber(decimal: "1e400")?.double == .infinity)
        #expect(try JSONReader.read("1e400").value.double == nil)
        #expect(JSONNumber(decimal: "1e-400")?.double == 0)
    }

    @Test(
        "a double is written in the shortest form that reads back",
        arguments: [
            (0.1, "0.1"), (1, "1"), (-2.5, "-2.5"), (1e20, "1e+20"), (.leastNonzeroMagnitude, "5e-324"),
            (1e15, "1000000000000000"),
        ] as [(Double, String)])
    func shortest(value: Double, literal: String) {
        #expect(JSONNumber(value)?.literal == literal)
        #expect(JSONNumber(value)?.double == value)
    }

    @Test("infinities and NaN become null", arguments: [Double.infinity, -.infinity, .nan])
    func notFinite(value: Double) {
        #expect(JSONNumber(value) == nil)
        #expect(JSONValue(value) == nil)
    }

    @Test(
        "a decimal text that is not a JSON number is refused",
        arguments: ["", "1,5", " 1", "1 ", "01", "1.", "½", "1\0"])
    func refused(text: String) {
        #expect(JSONNumber(decimal: text) == nil)
    }
}
