/// Derives from an expression groups of literals: in every match, of each group at least one literal occurs.
///
/// A small reader of the regular-expression grammar: what it does not know for certain requires nothing.
struct RequiredLiterals {
    /// The most selective groups first, at most `mostGroups`; empty if nothing can be told.
    private(set) var groups: [[String]]

    static let mostGroups = 2
    /// A further group of more literals than this costs more than it saves.
    static let mostLiterals = 20

    private var scalars: [Unicode.Scalar]
    private var index = 0

    init(of expression: String) {
        scalars = Array(expression.unicodeScalars)
        groups = []
        guard !Self.changesMeaning(scalars) else { return }
        let found = alternation()
        if index == scalars.count {
            let further = found.dropFirst().filter { $0.count <= Self.mostLiterals }
            groups = Array(found.prefix(1)) + Array(further.prefix(Self.mostGroups - 1))
        }
    }

    /// Whether there are constructs whose effect on what must occur is not worked out: they require nothing.
    ///
    /// Those are verbs `(*…)`, comments, conditions, recursion, options with `i` or `x`, named classes, and escapes of
    /// characters by number, quoted runs and back references.
    private static func changesMeaning(_ scalars: [Unicode.Scalar]) -> Bool {
        for index in scalars.indices.dropLast() {
            let next = scalars[index + 1]
            switch scalars[index] {
            case "\\":
                if ("0"..."9").contains(next) || "xkgNQco".unicodeScalars.contains(next) { return true }
            case "[":
                if next == ":" { return true }
            case "(":
                if next == "*" { return true }
                if next == "?", changesMeaning(groupHead: scalars[(index + 2)...]) { return true }
            default: break
            }
        }
        return false
    }

    /// What follows `(?`.
    private static func changesMeaning(groupHead head: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = head.first else { return true }
        if "#&R(+-0123456789".unicodeScalars.contains(first) { return true }
        if first == "P", head.dropFirst().first == ">" { return true }
        let options = head.prefix { "imsxnJUa^-".unicodeScalars.contains($0) }
        return options.contains("i") || options.contains("x")
    }

    /// `a|b|c`: one literal of the best group of some arm occurs; a lone arm keeps all its groups.
    private mutating func alternation() -> [[String]] {
        let first = sequence()
        guard peek == "|" else { return first }
        var union = first.first
        while peek == "|" {
            index += 1
            let arm = sequence().first
            if let known = union, let arm { union = known + arm } else { union = nil }
        }
        return union.map { [$0] } ?? []
    }

    /// Items one after another: the requirements of all of them hold, the best first.
    private mutating func sequence() -> [[String]] {
        var all: [[String]] = [], run = ""
        func add(_ candidate: [String]) {
            if !candidate.isEmpty, !candidate.contains("") { all.append(candidate) }
        }
        func endRun() {
            if !run.isEmpty { add([run]) }
            run = ""
        }
        while let scalar = peek, scalar != "|", scalar != ")" {
            let item = self.item()
            let optional = quantifierAllowsNone()
            switch item {
            case .literal(let literal):
                if optional == nil { run.unicodeScalars.append(literal); continue }
                if optional == false { run.unicodeScalars.append(literal) }
                endRun()
            case .group(let inner):
                endRun()
                if optional != true { for group in inner { add(group) } }
            case .unknown:
                endRun()
            case .empty:
                continue
            }
        }
        endRun()
        return all.enumerated().sorted { (Self.value($1.element), $0.offset) < (Self.value($0.element), $1.offset) }.map(\.element)
    }

    private enum Item { case literal(Unicode.Scalar), group([[String]]), unknown, empty }

    private mutating func item() -> Item {
        let scalar = scalars[index]
        index += 1
        switch scalar {
        case "(": return group()
        case "[": return characterClass()
        case "\\":
            guard let next = peek else { return .unknown }
            index += 1
            if next.properties.isAlphabetic || ("0"..."9").contains(next) {
                if "pPxkgGNo".unicodeScalars.contains(next) { skipBraces() }
                return "bBAzZ".unicodeScalars.contains(next) ? .empty : .unknown
            }
            return .literal(next)
        case "^", "$": return .empty
        case ".": return .unknown
        default: return .literal(scalar)
        }
    }

    private mutating func group() -> Item {
        var counts = true
        if peek == "?" {
            index += 1
            switch peek {
            case ":", ">", "|": index += 1
            case "=": index += 1; counts = false
            case "!": index += 1; counts = false
            case "<" where index + 1 < scalars.count && (scalars[index + 1] == "=" || scalars[index + 1] == "!"):
                index += 2; counts = false
            case "<", "P", "'": while let next = peek, next != ">", next != "'" || scalars[index - 1] == "?" { index += 1 }; index += 1
            default: while let next = peek, next != ")", next != ":" { index += 1 }; if peek == ":" { index += 1 }
            }
        }
        let inner = alternation()
        if peek == ")" { index += 1 }
        return counts ? .group(inner) : .empty
    }

    /// `[…]`: each member may be required in turn if they are few and plain.
    private mutating func characterClass() -> Item {
        var members: [String] = [], plain = true
        if peek == "^" { plain = false; index += 1 }
        if peek == "]" { members.append("]"); index += 1 }
        while let scalar = peek, scalar != "]" {
            index += 1
            switch scalar {
            case "\\", "-", "[": plain = false; if scalar == "\\", peek != nil { index += 1 }
            default: members.append(String(scalar))
            }
        }
        index += 1
        return plain && members.count <= 12 ? .group([members]) : .unknown
    }

    /// Reads a quantifier: nil if there is none, else whether it allows no occurrence at all.
    private mutating func quantifierAllowsNone() -> Bool? {
        guard let scalar = peek else { return nil }
        var none: Bool
        switch scalar {
        case "?", "*": none = true; index += 1
        case "+": none = false; index += 1
        case "{":
            guard index + 1 < scalars.count, ("0"..."9").contains(scalars[index + 1]) || scalars[index + 1] == "," else { return nil }
            var lower = 0, first = true
            while let next = peek, next != "}" {
                if next == "," { first = false }
                if first, let digit = Int(String(next)) { lower = lower * 10 + digit }
                index += 1
            }
            index += 1
            none = lower == 0
        default: return nil
        }
        if peek == "?" || peek == "+" { index += 1 }
        return none
    }

    private mutating func skipBraces() {
        guard peek == "{" else { if peek != nil, scalars[index - 1] != "x" { index += 1 }; return }
        while let next = peek, next != "}" { index += 1 }
        index += 1
    }

    private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    /// How selective a requirement is: its shortest literal counts, then that there are few.
    private static func value(_ literals: [String]) -> Int {
        (literals.map(\.utf8.count).min() ?? 0) * 64 - min(literals.count, 63)
    }
}
