extension JSONParser {
    /// The string whose opening quote stands at the position.
    @inline(__always)
    mutating func string() throws(JSONError) -> String {
        let start = position &+ 1
        position = start
        let isASCII = skipPlain()
        guard current == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        let range = start..<position
        position &+= 1
        return isASCII ? asciiText(range) : try text(range)
    }

    /// The string that begins at `start` and has its first escape, or something wrong, at the position.
    @inline(never)
    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        unescaped.removeAll(keepingCapacity: true)
        unescaped.append(contentsOf: bytes[start..<position])
        while current != UInt8(ascii: "\"") {
            guard position < bytes.count else { throw syntax("a closing quote") }
            guard current == UInt8(ascii: "\\") else { throw syntax("an escape instead of a control character") }
            try escape()
            let run = position
            _ = skipPlain()
            unescaped.append(contentsOf: bytes[run..<position])
        }
        position &+= 1
        if let span = try? UTF8Span(validating: unescaped.span) { return String(copying: span) }
        // Escapes are whole scalars, so the fault lies in the bytes as they came.
        return try text(start..<position &- 1)
    }

    /// Decodes the escape at the position.
    private mutating func escape() throws(JSONError) {
        position &+= 1
        let letter = current
        if letter == UInt8(ascii: "u") { return try unicodeEscape() }
        guard let byte = Self.shortEscape(letter) else { throw syntax("one of \"\\/bfnrtu after the backslash") }
        unescaped.append(byte)
        position &+= 1
    }

    private static func shortEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    private mutating func unicodeEscape() throws(JSONError) {
        let start = position &- 1
        var value = try hexadecimal()
        if value & 0xFC00 == 0xD800 {
            for sign in [UInt8(ascii: "\\"), UInt8(ascii: "u")] {
                guard current == sign else { throw syntax("the second half of a surrogate pair") }
                position &+= sign == UInt8(ascii: "u") ? 0 : 1
            }
            let low = try hexadecimal()
            guard low & 0xFC00 == 0xDC00 else {
                throw .syntax(offset: position &- 6, expected: "the second half of a surrogate pair")
            }
            value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw .syntax(offset: start, expected: "the first half of a surrogate pair before the second")
        }
        unescaped.append(contentsOf: scalar.utf8)
    }

    /// The four hexadecimal digits after the `u` at the position.
    private mutating func hexadecimal() throws(JSONError) -> UInt32 {
        position &+= 1
        var value: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch current {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = current &- UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = current &- UInt8(ascii: "a") &+ 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = current &- UInt8(ascii: "A") &+ 10
            default: throw syntax("four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position &+= 1
        }
        return value
    }

    /// Moves to the next quote, backslash or control character, or to the end; returns whether all was ASCII.
    @inline(__always)
    private mutating func skipPlain() -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var high: UInt64 = 0
        while position &+ 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let stops = EightBytes.matching(word, 0x22) | EightBytes.matching(word, 0x5C) | EightBytes.below(word, 0x20)
            if stops != 0 {
                // Only the lowest mark is sure to be right.
                let plain = stops.trailingZeroBitCount &- 7
                position &+= plain / 8
                return (high | word & (1 &<< UInt64(plain) &- 1)) & EightBytes.signs == 0
            }
            high |= word
            position &+= 8
        }
        while position < raw.count {
            let byte = raw[position]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
            high |= UInt64(byte)
            position &+= 1
        }
        return high & EightBytes.signs == 0
    }

    /// The text of bytes that are known to be ASCII.
    @inline(__always)
    func asciiText(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// The text of bytes that may be any.
    private func text(_ range: Range<Int>) throws(JSONError) -> String {
        let slice = UnsafeBufferPointer(rebasing: bytes[range])
        do {
            return String(copying: try UTF8Span(validating: slice.span))
        } catch {
            throw .invalidUTF8(offset: range.lowerBound + error.byteOffsets.lowerBound)
        }
    }
}

/// Tests of eight bytes at once; the sign bit of each byte is its answer, of which the lowest set one is exact.
enum EightBytes {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let signs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    static func below(_ word: UInt64, _ bound: UInt8) -> UInt64 {
        (word &- ones &* UInt64(bound)) & ~word & signs
    }

    @inline(__always)
    static func matching(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        below(word ^ ones &* UInt64(byte), 1)
    }
}
