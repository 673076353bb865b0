/// The inside of a JSON string.
enum EscapedText {
    /// Appends `text`, which is UTF-8, from the first character on that must be escaped.
    @inline(never)
    static func appendEscaping(_ text: UnsafeBufferPointer<UInt8>, from first: Int, to bytes: inout [UInt8]) {
        var start = first, end = first
        while true {
            bytes.append(contentsOf: text[start..<end])
            guard end < text.count else { return }
            let (scalar, length) = special(in: text, at: end)
            appendEscape(of: scalar, to: &bytes)
            start = end + length
            end = plainEnd(of: text, from: start)
        }
    }

    /// Where the next character that must be escaped begins, or the end.
    @inline(__always)
    static func plainEnd(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var position = start
        while position < raw.count {
            if position &+ 8 <= raw.count {
                let stops = stops(
                    in: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
                position &+= stops.trailingZeroBitCount / 8
                if stops == 0 { continue }
            }
            if special(in: text, at: position).length > 0 { return position }
            position &+= 1
        }
        return position
    }

    /// Marks the bytes that may begin something to escape: the lowest mark is exact.
    @inline(__always)
    private static func stops(in word: UInt64) -> UInt64 {
        EightBytes.matching(word, 0x22) | EightBytes.matching(word, 0x5C) | EightBytes.below(word, 0x20)
            | EightBytes.matching(word, 0x7F) | EightBytes.matching(word ^ EightBytes.signs, 0x42)
            | EightBytes.matching(word ^ EightBytes.signs, 0x62)
    }

    /// The character to escape that begins there, or length 0.
    @inline(__always)
    private static func special(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt16, length: Int) {
        let byte = text[index]
        switch byte {
        case 0x22, 0x5C, 0..<0x20, 0x7F: return (UInt16(byte), 1)
        case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0: return (UInt16(text[index + 1]), 2)
        case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
            return (0x2000 | UInt16(text[index + 2] & 0x3F), 3)
        default: return (0, 0)
        }
    }

    private static func appendEscape(of scalar: UInt16, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch scalar {
        case 0x22, 0x5C: bytes.append(UInt8(truncatingIfNeeded: scalar))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt16] {
                let digit = UInt8(truncatingIfNeeded: scalar >> shift & 0xF)
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}
