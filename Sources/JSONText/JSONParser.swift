/// One pass over one text by recursive descent; the recursion ends at the greatest depth.
struct JSONParser: ~Copyable {
    let bytes: UnsafeBufferPointer<UInt8>
    let maximumDepth: Int
    /// The next byte to look at.
    var position = 0
    /// The text of a string that has escapes.
    var unescaped: [UInt8] = []
    private var members = MoveStack<(key: String, value: JSONValue)>()
    private var elements = MoveStack<JSONValue>()
    private var duplicateKey: String?
    private var duplicateTopLevel: Set<String> = []
    /// How many members of the outermost object were followed by a comma.
    private var completeAtTop = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    func finish(_ value: JSONValue) -> JSONDocument {
        JSONDocument(value: value, duplicateKey: duplicateKey, duplicateTopLevel: duplicateTopLevel)
    }

    /// The whole text.
    mutating func document() throws(JSONError) -> JSONValue {
        skipWhiteSpace()
        guard position < bytes.count else { throw .empty }
        let value = try value(depth: 0)
        skipWhiteSpace()
        guard position == bytes.count else { throw syntax("the end") }
        return value
    }

    /// The complete members of an object that may be cut off.
    mutating func head() throws(JSONError) -> JSONValue {
        skipWhiteSpace()
        guard position < bytes.count else { throw .empty }
        guard bytes[position] == UInt8(ascii: "{") else { throw syntax("an object") }
        do throws(JSONError) {
            let whole = try object(depth: 1)
            skipWhiteSpace()
            guard position == bytes.count else { throw syntax("the end") }
            return whole
        } catch {
            guard isCut(error) else { throw error }
            // The members of the outermost object lie lowest.
            return .object(JSONObject(unique: Array(members.take(from: 0).prefix(completeAtTop))))
        }
    }

    /// Whether reading stopped only because the text goes no further, or too deep.
    private func isCut(_ error: JSONError) -> Bool {
        switch error {
        case .syntax(let offset, _): offset == bytes.count
        case .depth: true
        case .empty, .invalidUTF8: false
        }
    }

    mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        skipWhiteSpace()
        switch current {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try object(depth: depth &+ 1)
        case UInt8(ascii: "["): return try array(depth: depth &+ 1)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: throw syntax("a value")
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= maximumDepth else { throw .depth(offset: position) }
        position &+= 1
        skipWhiteSpace()
        if current == UInt8(ascii: "}") {
            position &+= 1
            return .object(JSONObject())
        }
        let start = members.count
        var names: Set<ExactText> = []
        while true {
            guard current == UInt8(ascii: "\"") else { throw syntax("a name in quotes") }
            let key = try string()
            skipWhiteSpace()
            guard current == UInt8(ascii: ":") else { throw syntax("a colon") }
            position &+= 1
            let isNew = isNew(key, since: start, &names)
            if !isNew { noteDuplicate(key, depth: depth) }
            let value = try value(depth: depth)
            if isNew { members.push((key, value)) }
            skipWhiteSpace()
            if current == UInt8(ascii: "}") { break }
            guard current == UInt8(ascii: ",") else { throw syntax("a comma or '}'") }
            if depth == 1 { completeAtTop = members.count }
            position &+= 1
            skipWhiteSpace()
        }
        position &+= 1
        return .object(JSONObject(unique: members.take(from: start)))
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= maximumDepth else { throw .depth(offset: position) }
        position &+= 1
        skipWhiteSpace()
        if current == UInt8(ascii: "]") {
            position &+= 1
            return .array([])
        }
        let start = elements.count
        while true {
            elements.push(try value(depth: depth))
            skipWhiteSpace()
            if current == UInt8(ascii: "]") { break }
            guard current == UInt8(ascii: ",") else { throw syntax("a comma or ']'") }
            position &+= 1
        }
        position &+= 1
        return .array(elements.take(from: start))
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[index] else { throw syntax("'\(word)'") }
            position &+= 1
        }
        return value
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        var scanner = NumberScanner(bytes, at: start)
        let missing = scanner.scan()
        position = scanner.position
        if let missing { throw syntax("\(missing)") }
        return JSONNumber(checked: asciiText(start..<position))
    }
}

extension JSONParser {
    /// The byte at the position, NUL at the end (which is nowhere allowed in a text).
    var current: UInt8 {
        @inline(__always) get { position < bytes.count ? bytes[position] : 0 }
    }

    func syntax(_ expected: String) -> JSONError { .syntax(offset: position, expected: expected) }

    @inline(__always)
    mutating func skipWhiteSpace() {
        while position < bytes.count, bytes[position] <= 0x20 {
            guard
                bytes[position] == 0x20 || bytes[position] == 0x0A || bytes[position] == 0x0D || bytes[position] == 0x09
            else { return }
            position &+= 1
        }
    }

    /// Whether no member since `start` has this name. Few names are compared one by one, many are hashed.
    @inline(__always)
    private func isNew(_ key: String, since start: Int, _ names: inout Set<ExactText>) -> Bool {
        let open = members.elements(from: start)
        if open.count < 16 { return !open.contains { $0.key.hasSameBytes(as: key) } }
        if names.isEmpty { names = Set(open.map { ExactText($0.key) }) }
        return names.insert(ExactText(key)).inserted
    }

    private mutating func noteDuplicate(_ key: String, depth: Int) {
        if duplicateKey == nil { duplicateKey = key }
        if depth == 1 { duplicateTopLevel.insert(key) }
    }
}
