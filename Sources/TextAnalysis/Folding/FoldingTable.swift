/// Which scalar each scalar of the Basic Multilingual Plane is folded to: Traditional → Simplified, full width →
/// half width, upper → lower case, marked → plain letters; invisible and control characters are dropped.
///
/// The substitutions are generated (`swift run tools folding-table`). A target never lies outside the plane.
package struct FoldingTable: Sendable {
    /// What stands in the table for a scalar that folding drops.
    static let drop: UInt16 = 0

    /// The table that the product uses, decoded once from its compact source form.
    package static let standard = FoldingTable()

    /// 65,536 targets by source code point.
    let targets: [UInt16]
    /// Traits of each folded scalar of the plane, as raw values.
    let traits: [UInt8]
    /// Substitutions of scalars beyond the plane (mathematical letters, squared signs).
    let beyond: [UInt32: UInt16]

    private init() {
        var targets = [UInt16](0...UInt16.max)
        for code in 0..<0x20 { targets[code] = Self.drop }
        for code in [0x09, 0x0A, 0x0B, 0x0C, 0x0D] { targets[code] = 0x20 }
        targets[0x7F] = Self.drop
        for code in 0x41...0x5A { targets[code] = UInt16(code + 0x20) }
        var beyond: [UInt32: UInt16] = [:]
        Self.forEachSubstitution { source, target in
            if source <= 0xFFFF { targets[Int(source)] = target } else { beyond[source] = target }
        }
        for (first, last) in Self.dropped {
            for code in first...last where code <= 0xFFFF { targets[Int(code)] = Self.drop }
            if first > 0xFFFF, last - first < 0x2000 { for code in first...last { beyond[code] = Self.drop } }
        }
        targets[0x85] = 0x20
        self.targets = targets
        traits = (0...UInt32(0xFFFF)).map { TextTraits(of: $0).rawValue }
        self.beyond = beyond
    }

    /// The folded form of `scalar`, or `drop`; scalars beyond the plane without a substitution stay as they are.
    @inline(__always)
    package func fold(_ scalar: UInt32) -> UInt32 {
        if scalar <= 0xFFFF { return UInt32(targets[Int(scalar)]) }
        if let target = beyond[scalar] { return UInt32(target) }
        return scalar
    }

    /// Walks the source form: `hex=hex` or `hex*count=hex`, separated by white space.
    private static func forEachSubstitution(_ body: (UInt32, UInt16) -> Void) {
        substitutions.withUTF8Buffer { bytes in
            var source: UInt32 = 0, count: UInt32 = 1, value: UInt32 = 0
            var decimal = false, digits = 0
            func finish() {
                guard digits > 0 else { return }
                for offset in 0..<count { body(source + offset, UInt16(value + offset)) }
            }
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "*"): source = value; value = 0; decimal = true
                case UInt8(ascii: "="):
                    if decimal { count = value } else { source = value; count = 1 }
                    value = 0; decimal = false; digits = 0
                case 0x20, 0x0A:
                    finish()
                    value = 0; decimal = false; digits = 0; count = 1
                default:
                    let digit = UInt32(byte) - (byte >= UInt8(ascii: "a") ? 87 : 48)
                    value = value * (decimal ? 10 : 16) + digit
                    digits += 1
                }
            }
            finish()
        }
    }
}
