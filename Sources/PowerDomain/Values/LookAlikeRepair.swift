/// Undoes confusions of look-alike characters (0 and O, 1 and l, …) in a printed code, where the code's shape and its
/// check agree on one reading. A digit is never taken for another digit. The rule must prove something (a check
/// character): with a rule of form only, any reading that fits would be the one.
package struct LookAlikeRepair: Sendable {
    private let shape: CodeShape
    private let rule: any CheckRule
    /// More readings than this are no repair any more.
    private static let limit = 1024

    package init(shape: CodeShape, rule: any CheckRule) {
        self.shape = shape
        self.rule = rule
    }

    /// The code in upper case: `text` itself if it passes; else the only reading of the characters that may not
    /// stand where they do that passes; else nil. `alsoOneAllowed` then tries one more change, of a character that
    /// may stand where it does.
    package func repaired(_ text: some StringProtocol, alsoOneAllowed: Bool = false) -> String? {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count == shape.places.count else { return nil }
        let plain = scalars.map(CodeShape.capital)
        if passes(plain) { return String(decoding: plain, as: UTF8.self) }
        let choices = zip(scalars, shape.places).map(Self.readings)
        guard choices.allSatisfy({ !$0.isEmpty }), let readings = Self.combinations(choices) else { return nil }
        let forced = readings.filter(passes)
        if !forced.isEmpty || !alsoOneAllowed { return Self.only(forced) }
        return Self.only(readings.flatMap { oneChange(in: $0, fixed: choices.map { $0.count > 1 }, scalars) }.filter(passes))
    }

    private func passes(_ codes: [UInt8]) -> Bool {
        shape.flaw(in: codes) == nil && rule.flaw(in: String(decoding: codes, as: UTF8.self)) == nil
    }

    /// Every reading that differs from `codes` at one of the places where the printed character was allowed.
    private func oneChange(in codes: [UInt8], fixed: [Bool], _ scalars: [Unicode.Scalar]) -> [[UInt8]] {
        codes.indices.filter { !fixed[$0] && codes[$0] == CodeShape.capital(scalars[$0]) }.flatMap { place in
            Self.lookAlikes(of: scalars[place]).filter { shape.places[place].contains($0) && $0 != codes[place] }.map { code in
                var changed = codes
                changed[place] = code
                return changed
            }
        }
    }

    /// What a character may stand for at a place: itself where it is allowed, else its look-alikes. A small letter
    /// may be its capital or a look-alike.
    private static func readings(of scalar: Unicode.Scalar, at place: CodeAlphabet) -> [UInt8] {
        let capital = CodeShape.capital(scalar)
        let isItself = scalar.value == UInt32(capital)
        if isItself, place.contains(capital) { return [capital] }
        let capitals = place.contains(capital) ? [capital] : []
        return capitals + lookAlikes(of: scalar).filter { place.contains($0) && $0 != capital }
    }

    private static func combinations(_ choices: [[UInt8]]) -> [[UInt8]]? {
        var count = 1
        for choice in choices {
            count *= choice.count
            guard count <= limit else { return nil }
        }
        return choices.reduce([[]]) { readings, choice in readings.flatMap { reading in choice.map { reading + [$0] } } }
    }

    private static func only(_ readings: [[UInt8]]) -> String? {
        let distinct = Set(readings)
        return distinct.count == 1 ? distinct.first.map { String(decoding: $0, as: UTF8.self) } : nil
    }

    /// Digits and capitals that print like `scalar`; none for most. No digit is listed for a digit.
    static func lookAlikes(of scalar: Unicode.Scalar) -> [UInt8] { table[scalar].map { Array($0.utf8) } ?? [] }

    private static let table: [Unicode.Scalar: String] = [
        "0": "ODQ", "O": "0QD", "o": "0", "Q": "0OD", "D": "0OQ",
        "1": "I", "I": "1", "i": "1", "l": "1I", "L": "1", "|": "1I",
        "2": "Z", "Z": "2", "z": "2", "5": "S", "S": "5", "s": "5", "8": "B", "B": "8",
        "6": "G", "G": "6", "b": "6", "g": "9", "q": "9", "7": "T", "T": "7",
        "×": "X", "*": "X", "✕": "X", "\u{425}": "X", "\u{445}": "X",  // Cyrillic
    ]
}
