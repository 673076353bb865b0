/// Numbers that look random and are the same for the same seed: SplitMix64 (Steele, Lea and Flood 2014).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A generator of its own for each thing that is made, so that one more of them changes no other.
    init(seed: UInt64, _ parts: Int...) {
        state = seed
        for part in parts { state = next() ^ UInt64(bitPattern: Int64(part)) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of some things. Not the library's own choice, which may differ between its versions.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// A whole number from 0 up to, not including, `limit`.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
