import JSONText
import Testing

@Suite struct JSONWriterTests {
    @Test(
        "characters that a terminal or a line reader obeys are escaped, others are not",
        arguments: [
            ("\"\\", #"\"\\"#), ("/", "/"), ("\u{8}\t\n\u{C}\r", #"\b\t\n\f\r"#),
            ("\0\u{1F}\u{1B}[2J", #"\u0000\u001f\u001b[2J"#),
            ("\u{7E}\u{7F}\u{80}\u{9B}\u{9F}\u{A0}", "~\\u007f\\u0080\\u009b\\u009f\u{A0}"),
            ("\u{2027}\u{2028}\u{2029}\u{202A}", "\u{2027}\\u2028\\u2029\u{202A}"),
            ("“停电”……😀\u{FEFF}", "“停电”……😀\u{FEFF}"), ("我家停电了\n请来看看", #"我家停电了\n请来看看"#),
            ("1234567\n1234567\u{85}", #"1234567\n1234567\u0085"#),
        ])
    func escapes(text: String, written: String) {
        #expect(JSONValue.string(text).text == "\"\(written)\"")
        #expect(JSONValue.object([text: 1]).text == "{\"\(written)\":1}")
    }

    @Test("pieces get their commas")
    func pieces() {
        var writer = JSONWriter(capacity: 64)
        writer.beginObject()
        writer.key("jsonrpc")
        writer.value("2.0" as StaticString)
        writer.key("n" + "ame")
        writer.value("停电" as String)
        writer.key("list")
        writer.beginArray()
        writer.value(1)
        writer.beginArray()
        writer.endArray()
        writer.beginObject()
        writer.endObject()
        writer.value(true)
        writer.null()
        writer.value(0.5 as Float)
        writer.value(raw: "{\"a\":1}" as StaticString)
        writer.value(JSONNumber(7))
        writer.write(["b": [false]])
        writer.endArray()
        writer.key("end")
        writer.value(raw: "1e400" as String)
        writer.endObject()
        writer.endLine()
        writer.write([1])
        let line = #"{"jsonrpc":"2.0","name":"停电","list":[1,[],{},true,null,0.5,{"a":1},7,{"b":[false]}],"end":1e400}"#
        #expect(writer.text == line + "\n[1]")
        writer.reset()
        writer.value("again" as String)
        #expect(writer.text == "\"again\"")
    }

    @Test("whole numbers are written whole", arguments: [0, 1, -1, 9, 10, 99, 100, 1_000_000, Int.max, Int.min])
    func ints(number: Int) {
        var writer = JSONWriter()
        writer.value(number)
        #expect(writer.text == String(number))
    }

    @Test(
        "fractions are rounded to the places asked for, without zeros at the end",
        arguments: [
            (0.93, 4, "0.93"), (0.00004, 4, "0"), (0.00005, 4, "0.0001"), (-0.00001, 4, "0"), (1, 4, "1"),
            (-1.25, 4, "-1.25"),
            (0.99996, 4, "1"), (12.0304, 4, "12.0304"), (2.5, 0, "3"), (325.604, 2, "325.6"), (0.05, 1, "0.1"),
            (0.5, 9, "0.5"),
            (1e300, 4, "1e+300"), (4e12, 4, "4000000000000"), (.nan, 4, "null"), (-.infinity, 4, "null"),
        ] as [(Double, Int, String)])
    func fractions(number: Double, digits: Int, written: String) {
        var writer = JSONWriter()
        writer.value(number, digits: digits)
        #expect(writer.text == written)
    }

    @Test("every confidence of four places is written as it is")
    func confidences() {
        for step in 0...10_000 {
            var writer = JSONWriter()
            writer.value(Float(step) / 10_000)
            #expect(writer.text == JSONNumber(Double(step) / 10_000)?.literal || step == 1 && writer.text == "0.0001")
        }
    }

    @Test("what is written reads back the same, for 20,000 generated values")
    func roundTrip() throws {
        var generator = Generator(seed: 1)
        for _ in 0..<20_000 {
            let value = generator.value(depth: 4)
            let text = value.text
            let document = try JSONReader.read(text)
            #expect(document.value == value)
            #expect(document.value.text == text)
            #expect(document.duplicateKey == nil)
            #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        }
    }
}
