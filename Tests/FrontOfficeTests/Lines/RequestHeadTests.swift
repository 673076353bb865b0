import FrontOffice
import JSONText
import Testing

@Suite struct RequestHeadTests {
    @Test(
        "the id is found if it was read whole",
        arguments: [
            (#"{"id":7,"params":{"text":"aaaa"#, 7), (#"{"jsonrpc":"2.0","id":"a7","x":"#, "a7"),
            (#" { "id" : 1e2 , "#, .number(JSONNumber(decimal: "1e2")!)),
            (#"{"\u0069d":"停","x"#, "停"), (#"{"params":{"id":1},"id":2,"a":[1,[{"id":3,"id":4},"#, 2),
            (#"{"id":7}"#, 7),
            (#"{"id":7,"t":"\ud83d"#, 7), (#"{"id":7,"t":"\ud83d\"#, 7), (#"{"id":7,"t":"\u00"#, 7),
            (#"{"id":7,"t":tr"#, 7), (#"{"id":7,"t":-"#, 7),
        ] as [(String, JSONValue)])
    func found(head: String, id: JSONValue) {
        #expect(RequestHead.id(in: Array(head.utf8)) == id)
    }

    @Test(
        "the id is null if it is cut, doubled, nested, of another kind, or the text is not JSON",
        arguments: [
            #"{"id":7"#, #"{"id":"a7"#, #"{"id":"a7""#, #"{"id"#, #"{"id":"#, "{", "", "  ", #"{"id":1,"id":2,"#,
            #"{"id":1,"id":1,"a"#,
            #"{"id":1,"id":"#, #"{"params":{"id":1},"a"#, #"{"params":{"id":1,"b":2,"#, #"{"id":null,"a"#,
            #"{"id":[1],"a"#,
            #"{"id":true,"a"#, #"[{"id":1},"#, #""id":1,"#, #"{"id":1,x"#, #"{"id":1} x"#, #"{"id":1,"a":01,"#,
            #"xxxxxxxx"#, #"{id:1,"a":1"#,
            "\u{FEFF}{\"id\":1,", #"{"id":1,"t":"\udc00"#,
        ])
    func null(head: String) {
        #expect(RequestHead.id(in: Array(head.utf8)) == nil)
    }

    @Test("a head that ends inside a character or lies too deep keeps its id")
    func cutCharacter() {
        #expect(RequestHead.id(in: Array(#"{"id":7,"t":"停"#.utf8.dropLast())) == 7)
        #expect(RequestHead.id(in: Array((#"{"id":7,"t":"# + String(repeating: "[", count: 4000)).utf8)) == 7)
        #expect(RequestHead.id(in: Array(#"{"id":7,"t":""#.utf8) + [0xFF, 0x22, 0x2C]) == nil)
    }

    @Test("no cut of a request gives another id than its own")
    func everyCut() {
        let request = Array(
            #"{"jsonrpc":"2.0","params":{"id":1,"l":[1,{"id":2}]},"id":123,"method":"chat.send","z":{"a":"\n"}}"#.utf8)
        let ids = (0...request.count).map { RequestHead.id(in: Array(request[..<$0])) }
        let first = ids.firstIndex { $0 != nil } ?? 0
        #expect(ids[..<first].allSatisfy { $0 == nil })
        #expect(ids[first...].allSatisfy { $0 == 123 })
        #expect(String(decoding: request[..<first], as: UTF8.self).hasSuffix(#""id":123,"#))
    }
}
