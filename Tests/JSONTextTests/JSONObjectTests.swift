import JSONText
import Testing

@Suite struct JSONObjectTests {
    @Test("members keep their order, and change or go by name")
    func members() {
        var object: JSONObject = ["b": 1, "a": 2]
        object["c"] = 3
        object["b"] = "x"
        object["a"] = nil
        object["z"] = nil
        #expect(JSONValue.object(object).text == #"{"b":"x","c":3}"#)
        #expect(object["c"] == 3)
        #expect(object["a"] == nil)
        #expect(object.count == 2)
        #expect(!object.isEmpty)
    }

    @Test("of a name that stands twice the first stays", arguments: [2, 40])
    func duplicates(count: Int) {
        let object = JSONObject((0..<count * 2).map { (key: "k\($0 % count)", value: JSONValue($0)) })
        #expect(object.members.map(\.value) == (0..<count).map { JSONValue($0) })
    }

    @Test("objects are equal whatever the order, and hash alike")
    func order() {
        let left: JSONValue = ["a": 1, "b": ["c": 2, "d": 3]], right: JSONValue = ["b": ["d": 3, "c": 2], "a": 1]
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["a": 1, "b": ["c": 2, "d": 4]])
        #expect(left != ["a": 1, "x": ["c": 2, "d": 3]])
        #expect(left != ["a": 1])
    }

    @Test("strings are equal by code points, numbers by their literal")
    func exact() {
        #expect(JSONValue.string("é") != .string("e\u{301}"))
        #expect(JSONValue.number(1) != JSONNumber(decimal: "1.0").map(JSONValue.number))
        #expect(Set<JSONValue>([1, "1", true, nil, [1], ["a": 1], "1"]).count == 6)
    }

    @Test("a value gives what it holds and nothing else")
    func accessors() {
        let value: JSONValue = ["s": "x", "i": 7, "d": 0.5, "b": true, "a": [1], "n": nil]
        #expect(value["s"]?.string == "x" && value["i"]?.string == nil)
        #expect(value["i"]?.int == 7 && value["d"]?.int == nil && value["i"]?.double == 7)
        #expect(value["d"]?.double == 0.5 && value["s"]?.double == nil)
        #expect(value["b"]?.bool == true && value["i"]?.bool == nil)
        #expect(value["a"]?.array == [1] && value.array == nil)
        #expect(value["n"]?.isNull == true && value["x"] == nil && value["s"]?["x"] == nil)
    }
}
