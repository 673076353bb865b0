import JSONText

/// A deterministic source of numbers (SplitMix64), so that a failure can be repeated.
struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension Generator {
    /// A value of any kind, nested at most `depth` deep.
    mutating func value(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &self) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &self))
        case 2: return JSONValue(Int(truncatingIfNeeded: next()) >> Int.random(in: 0..<64, using: &self))
        case 3: return JSONValue(Double(bitPattern: next()))
        case 4, 5: return .string(text())
        case 6: return .array((0..<Int.random(in: 0..<5, using: &self)).map { _ in value(depth: depth - 1) })
        default:
            let many = Int.random(in: 0..<50, using: &self) == 0
            let count = many ? 40 : Int.random(in: 0..<6, using: &self)
            return .object(JSONObject((0..<count).map { _ in (key: text(), value: value(depth: depth - 1)) }))
        }
    }

    /// A string of characters of every kind of treatment.
    mutating func text() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<24, using: &self) { text.append(scalar()) }
        return String(text)
    }

    private mutating func scalar() -> Unicode.Scalar {
        let bounds: ClosedRange<UInt32> =
            switch Int.random(in: 0..<8, using: &self) {
            case 0: 0...0x1F
            case 1: 0x7F...0xA1
            case 2: 0x2020...0x2030
            case 3: 0x4E00...0x9FFF
            case 4: 0x300...0x36F
            case 5: 0x10000...0x10FFFF
            default: 0x20...0x7E
            }
        return Unicode.Scalar(UInt32.random(in: bounds, using: &self)) ?? "x"
    }
}
