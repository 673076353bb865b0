/// The members of a JSON object in the order written, each name once.
package struct JSONObject: Sendable {
    /// The members in order.
    package private(set) var members: [(key: String, value: JSONValue)]

    /// An object without members.
    package init() { members = [] }

    /// An object of these members; of a name that stands twice the first stays.
    package init(_ members: [(key: String, value: JSONValue)]) {
        var seen = NameSet()
        self.members = members.filter { seen.insert($0.key) }
    }

    /// For the reader, which has looked for repeated names.
    init(unique members: [(key: String, value: JSONValue)]) { self.members = members }

    /// The number of members.
    package var count: Int { members.count }

    /// Whether there are no members.
    package var isEmpty: Bool { members.isEmpty }

    /// The value of that name; a new name goes to the end, nil takes the member away. Looks at one member after the other.
    package subscript(key: String) -> JSONValue? {
        get { index(of: key).map { members[$0].value } }
        set {
            switch (index(of: key), newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append((key, value))
            case (nil, nil): break
            }
        }
    }

    private func index(of key: String) -> Int? {
        members.firstIndex { $0.key.hasSameBytes(as: key) }
    }
}

extension JSONObject: Hashable {
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        let sameOrder = zip(left.members, right.members).allSatisfy { $0.key.hasSameBytes(as: $1.key) }
        if sameOrder { return zip(left.members, right.members).allSatisfy { $0.value == $1.value } }
        let values = Dictionary(right.members.map { (ExactText($0.key), $0.value) }) { first, _ in first }
        return left.members.allSatisfy { values[ExactText($0.key)] == $0.value }
    }

    package func hash(into hasher: inout Hasher) {
        // A sum, since the order of the members does not count.
        let sum = members.reduce(into: 0) { sum, member in
            var single = Hasher()
            single.combine(ExactText(member.key))
            single.combine(member.value)
            sum &+= single.finalize()
        }
        hasher.combine(count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.map { (key: $0.0, value: $0.1) })
    }
}

/// Finds names that stand twice: few are compared one by one, many are hashed.
private struct NameSet {
    private var few: [String] = []
    private var many: Set<ExactText> = []

    /// Whether the name is new.
    mutating func insert(_ name: String) -> Bool {
        if few.count < 16 {
            if few.contains(where: { $0.hasSameBytes(as: name) }) { return false }
            few.append(name)
            if few.count == 16 { many = Set(few.map(ExactText.init)) }
            return true
        }
        return many.insert(ExactText(name)).inserted
    }
}
