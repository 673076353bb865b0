import TextAnalysis

/// A generated expression that can write itself down and write a text that it matches (apart from its look-arounds).
indirect enum GeneratedPattern {
    case literal(String)
    case anything
    case members([String])
    case digits
    case boundary
    case sequence([GeneratedPattern])
    case choice([GeneratedPattern], opening: String)
    case repeated(GeneratedPattern, Quantifier)
    case look(GeneratedPattern, opening: String)

    struct Quantifier {
        let text: String
        let counts: ClosedRange<Int>
        static let all = [
            Quantifier(text: "?", counts: 0...1), Quantifier(text: "*", counts: 0...2), Quantifier(text: "+", counts: 1...2),
            Quantifier(text: "??", counts: 0...1), Quantifier(text: "*?", counts: 0...2), Quantifier(text: "{0,2}", counts: 0...2),
            Quantifier(text: "{2}", counts: 2...2), Quantifier(text: "{1,}", counts: 1...2), Quantifier(text: "{0}", counts: 0...0),
        ]
    }

    /// Expression and sample are made of these; the last ones are written with a backslash.
    static let letters = ["a", "b", "c", "停", "电", "费"]
    static let signs = ["?", ".", "(", ")", "[", "]", "|", "*", "{", "\\"]

    static func random(depth: Int, _ sequence: inout FixedSequence) -> GeneratedPattern {
        let kinds = depth == 0 ? 6 : 12
        switch Int.random(in: 0..<kinds, using: &sequence) {
        case 0, 1, 2: return .literal(letters.randomElement(using: &sequence) ?? "a")
        case 3: return .literal(signs.randomElement(using: &sequence) ?? "?")
        case 4: return Bool.random(using: &sequence) ? .anything : Bool.random(using: &sequence) ? .digits : .boundary
        case 5: return .members((0..<Int.random(in: 1...3, using: &sequence)).map { _ in letters.randomElement(using: &sequence) ?? "a" })
        case 6, 7: return .sequence((0..<Int.random(in: 1...4, using: &sequence)).map { _ in random(depth: depth - 1, &sequence) })
        case 8, 9:
            let arms = (0..<Int.random(in: 1...3, using: &sequence)).map { _ in random(depth: depth - 1, &sequence) }
            return .choice(arms, opening: ["(", "(?:", "(?>", "(?|"].randomElement(using: &sequence) ?? "(")
        case 10:
            let opening = ["(?=", "(?!", "(?<!"].randomElement(using: &sequence) ?? "(?="
            return .look(.literal(letters.randomElement(using: &sequence) ?? "a"), opening: opening)
        default:
            return .repeated(random(depth: depth - 1, &sequence), Quantifier.all.randomElement(using: &sequence) ?? Quantifier.all[0])
        }
    }

    /// As PCRE2 reads it.
    var expression: String {
        switch self {
        case .literal(let text): Self.signs.contains(text) ? "\\" + text : text
        case .anything: "."
        case .members(let members): "[\(members.joined())]"
        case .digits: "\\d"
        case .boundary: "\\b"
        case .sequence(let parts): parts.map(\.expression).joined()
        case .choice(let arms, let opening): opening + arms.map(\.expression).joined(separator: "|") + ")"
        case .look(let inner, let opening): opening + inner.expression + ")"
        case .repeated(let inner, let quantifier): "(?:\(inner.expression))\(quantifier.text)"
        }
    }

    func sample(_ sequence: inout FixedSequence) -> String {
        switch self {
        case .literal(let text): return text
        case .anything: return Self.letters.randomElement(using: &sequence) ?? "a"
        case .members(let members): return members.randomElement(using: &sequence) ?? ""
        case .digits: return "7"
        case .boundary, .look: return ""
        case .sequence(let parts): return parts.map { $0.sample(&sequence) }.joined()
        case .choice(let arms, _): return arms.randomElement(using: &sequence)?.sample(&sequence) ?? ""
        case .repeated(let inner, let quantifier):
            return (0..<Int.random(in: quantifier.counts, using: &sequence)).map { _ in inner.sample(&sequence) }.joined()
        }
    }

    /// A text of the same characters that the expression may match or not.
    static func text(_ count: Int, _ sequence: inout FixedSequence) -> String {
        (0..<count).map { _ in (letters + signs + ["7", " "]).randomElement(using: &sequence) ?? "" }.joined()
    }
}
