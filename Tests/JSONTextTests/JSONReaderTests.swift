import JSONText
import Testing

@Suite struct JSONReaderTests {
    @Test(
        "valid texts give their value",
        arguments: [
            ("null", nil), (" true ", true), ("\t\r\nfalse\n", false), ("0", 0),
            ("-0", .number(JSONNumber(decimal: "-0")!)),
            ("[]", []), ("[ ]", []), ("{}", [:]), ("{ }", [:]), ("[1,2 , 3]", [1, 2, 3]), ("[[],[[]]]", [[], [[]]]),
            (#""""#, ""), (#""停电""#, "停电"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u0000""#, "\0"), (#""\u505c\u7535""#, "停电"), (#""\uD83D\uDE00 \uDBFF\uDFFF""#, "😀 \u{10FFFF}"),
            (#""a long text without any escapes in it""#, "a long text without any escapes in it"),
            (#""a long text with one near the end\n""#, "a long text with one near the end\n"),
            ("\"\u{7F}\u{85}\u{2028}\u{FEFF}\u{FFFF}\"", "\u{7F}\u{85}\u{2028}\u{FEFF}\u{FFFF}"),
            (#"{"id":"a7","params":{"text":"停电"},"":[]}"#, ["id": "a7", "params": ["text": "停电"], "": []]),
            (#"{"role":"admin","__proto__":{}}"#, ["role": "admin", "__proto__": [:]]),
        ] as [(String, JSONValue)])
    func valid(text: String, value: JSONValue) throws {
        let document = try JSONReader.read(text)
        #expect(document.value == value)
        #expect(document.duplicateKey == nil)
    }

    @Test(
        "invalid texts are refused at the byte that is wrong",
        arguments: [
            ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3), ("[1", 2), ("[", 1), ("]", 0), ("{", 1), (#"{"a"}"#, 4),
            (#"{"a":}"#, 5),
            (#"{"a":1,}"#, 7), ("{a:1}", 1), ("{1:1}", 1), (#"{"a":1 "b":2}"#, 7), (#"{"a" 1}"#, 5), ("{}{}", 2),
            ("1 2", 2),
            ("nul", 3), ("nulll", 4), ("True", 0), ("NaN", 0), ("Infinity", 0), ("undefined", 0), ("'a'", 0),
            ("01", 1), ("-", 1), ("+1", 0), (".5", 0), ("1.", 2), ("1.e1", 2), ("1e", 2), ("1e+", 3), ("0x1", 1),
            ("1_0", 1),
            ("-a", 1), ("--1", 1), (#"""#, 1), (#""a"#, 2), (#""\"#, 2), (#""\x""#, 2), (#""\u12""#, 5),
            (#""\u12g4""#, 5),
            (#""\u"#, 3), ("\"a\u{1}\"", 2), ("\"\n\"", 1), ("\"12345678\t\"", 9), ("\"\0\"", 1), ("\0", 0), ("1\0", 1),
            ("// a\n1", 0), ("/**/1", 0), ("[1]#", 3), ("\u{A0}1", 0), ("\u{C}1", 0), ("\u{FEFF}1", 0),
            ("1\u{FEFF}", 1),
            (#""\ud800""#, 7), (#""\ud800\n""#, 8), (#""\ud800\ud800""#, 7), (#""\udc00""#, 1), (#""\udc00\ud800""#, 1),
            (#""\ud800x""#, 7), (#""\uD83D\u0041""#, 7),
        ])
    func invalid(text: String, offset: Int) {
        #expect(throws: JSONError.self) { try JSONReader.read(text) }
        do { _ = try JSONReader.read(text) } catch {
            guard case .syntax(let found, let expected) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found == offset, "\(text): \(error)")
            #expect(!expected.isEmpty)
        }
    }

    @Test("nothing but white space is empty", arguments: ["", " ", "\r\n\t "])
    func empty(text: String) {
        #expect(throws: JSONError.empty) { try JSONReader.read(text) }
        #expect(throws: JSONError.empty) { try JSONReader.read(UnsafeBufferPointer(start: nil, count: 0)) }
    }

    @Test(
        "bytes that are not UTF-8 are refused where they stand",
        arguments: [
            ([0x80], 0), ([0xFF], 0), ([0xC0, 0xAF], 0), ([0xC1, 0x80], 0), ([0xE0, 0x80, 0x80], 0),
            ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xE5, 0x81], 0),
            ([0xE5, 0x81, 0x5C, 0x6E], 0),
            ([0x61, 0xE5, 0x81, 0x9C, 0xF0, 0x9F, 0x98], 4), ([0x5C, 0x6E, 0x80], 2),
            ([0x5C, 0x6E, 0xE5, 0x81, 0x9C, 0xC2], 5),
            (Array(repeating: 0x61, count: 20) + [0xBF], 20),
        ] as [([UInt8], Int)])
    func invalidUTF8(inside: [UInt8], offset: Int) {
        let bytes = [0x22] + inside + [0x22]
        #expect(throws: JSONError.invalidUTF8(offset: offset + 1)) { try JSONReader.read(bytes[...]) }
        let key = [0x7B] + bytes + Array(":1}".utf8)
        #expect(throws: JSONError.invalidUTF8(offset: offset + 2)) { try JSONReader.read(key[...]) }
    }

    @Test("nesting of 64 is read and of 65 refused")
    func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try JSONReader.read(nested(64)).value.text == nested(64))
        #expect(throws: JSONError.depth(offset: 64)) { try JSONReader.read(nested(65)) }
        #expect(throws: JSONError.depth(offset: 64)) { try JSONReader.read(nested(100_000)) }
        #expect(throws: JSONError.depth(offset: 512)) { try JSONReader.read(nested(100_000), maximumDepth: .max) }
        #expect(throws: JSONError.depth(offset: 0)) { try JSONReader.read("[]", maximumDepth: 0) }
        #expect(try JSONReader.read("1", maximumDepth: 0).value == 1)
        let objects = String(repeating: #"{"a":"#, count: 100_000)
        #expect(throws: JSONError.depth(offset: 320)) { try JSONReader.read(objects) }
    }

    @Test(
        "a name that stands twice is reported and its first value kept",
        arguments: [
            (#"{"id":1,"id":2}"#, "id", ["id"], #"{"id":1}"#),
            (#"{"id":1,"p":{"a":1,"a":2}}"#, "a", [], #"{"id":1,"p":{"a":1}}"#),
            (#"[{"id":1,"id":2}]"#, "id", [], #"[{"id":1}]"#),
            (#"{"id":1,"\u0069d":2,"x":1,"x":1}"#, "id", ["id", "x"], #"{"id":1,"x":1}"#),
            (#"{"a":1,"a":{"b":1,"b":2}}"#, "a", ["a"], #"{"a":1}"#),
        ] as [(String, String, Set<String>, String)])
    func duplicates(text: String, first: String, top: Set<String>, kept: String) throws {
        let document = try JSONReader.read(text)
        #expect(document.duplicateKey == first)
        #expect(document.duplicateTopLevel == top)
        #expect(document.value.text == kept)
    }

    @Test("names that look alike but have other code points are not duplicates")
    func lookAlikes() throws {
        let document = try JSONReader.read("{\"é\":1,\"e\u{301}\":2,\"a\":1,\"A\":1}")
        #expect(document.duplicateKey == nil)
        #expect(document.value["e\u{301}"] == 2)
    }

    @Test("a million names are read, and a repeated one among them is found")
    func manyKeys() throws {
        let names = (0..<1_000_000).map { "\"k\($0)\":0" }.joined(separator: ",")
        #expect(try JSONReader.read("{\(names)}").value.object?.count == 1_000_000)
        #expect(try JSONReader.read("{\(names),\"k31\":1}").duplicateKey == "k31")
    }

    @Test("mutated texts never crash, and what is accepted reads back the same")
    func mutations() {
        var generator = Generator(seed: 7)
        let alphabet = Array(#"{}[]",:\/u0d8eE+-.x"#.utf8) + [0, 9, 10, 0x80, 0xC2, 0xE2, 0xED, 0xF4, 0xFF]
        var accepted = 0
        for _ in 0..<5_000 {
            let sample = Array(generator.value(depth: 4).text.utf8)
            for _ in 0..<20 {
                var bytes = sample
                for _ in 0...Int.random(in: 0..<3, using: &generator) {
                    let place = Int.random(in: 0...bytes.count, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes.insert(alphabet.randomElement(using: &generator) ?? 0, at: place)
                    case 1 where place < bytes.count: bytes[place] = alphabet.randomElement(using: &generator) ?? 0
                    case 2 where place < bytes.count: bytes.remove(at: place)
                    default: bytes.removeSubrange(place...)
                    }
                }
                _ = bytes.withUnsafeBufferPointer { try? JSONReader.readHead($0) }
                guard let document = try? JSONReader.read(bytes[...]) else { continue }
                accepted += 1
                let again = try? JSONReader.read(document.value.text)
                #expect(again?.value == document.value)
                #expect(String(validating: bytes, as: UTF8.self) != nil)
            }
        }
        #expect(accepted > 1_000 && accepted < 90_000)
    }
}
