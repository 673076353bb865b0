/// Texts on their way to a screen: what a terminal would obey is taken out, in this one place.
package enum ShownText {
    /// Without control characters (but line breaks), escape sequences, direction marks, invisible characters and tags.
    package static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var clean = "", isEscape = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{1B}" || scalar == "\u{9B}" { isEscape = true; continue }
            if isEscape {
                // A sequence ends with a letter, BEL or a tilde.
                if scalar.properties.isAlphabetic || scalar == "\u{7}" || scalar == "~" { isEscape = false }
                continue
            }
            if !isHidden(scalar) { clean.unicodeScalars.append(scalar) }
        }
        return clean
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xE0000...0xE007F: true
        default: false
        }
    }
}
