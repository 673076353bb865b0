/// Cuts blocks of bytes into lines, whatever the blocks' borders.
///
/// Push a block, then take events until there is none; after the last block call `finish` and take the rest. Lines end
/// in `\n` or `\r\n`. What is held is one block and at most one line of the limit, even if no line ever ends.
package struct LineSplitter: Sendable {
    /// How much of a line beyond the limit is kept.
    package static let headLength = 4096

    /// The longest line that is passed on, in bytes without the line ending.
    package let limit: Int
    /// How many lines were seen so far, blank ones included.
    package private(set) var lineCount = 0
    private var block: ArraySlice<UInt8> = []
    private var isFinished = false
    /// The beginning of a line that earlier blocks hold.
    private var begun: [UInt8] = []
    private var overlong: Overlong?

    /// A splitter for lines of at most `limit` bytes.
    package init(limit: Int) { self.limit = limit }

    /// Adds bytes of the input.
    package mutating func push(_ bytes: ArraySlice<UInt8>) {
        if block.isEmpty { block = bytes } else { block += bytes }
    }

    /// Adds bytes of the input.
    package mutating func push(_ bytes: [UInt8]) { push(bytes[...]) }

    /// Says that no more bytes come: what is left is the last line.
    package mutating func finish() { isFinished = true }

    /// The next line, nil if it takes more bytes.
    package mutating func next() -> LineEvent? {
        while !block.isEmpty {
            guard let end = LineFeed.index(in: block) else {
                hold(block)
                block = []
                break
            }
            let piece = block[block.startIndex..<end]
            block = block[(end + 1)...]
            if let event = complete(piece, endsInLineFeed: true) { return event }
        }
        guard isFinished, overlong != nil || !begun.isEmpty else { return nil }
        return complete([], endsInLineFeed: false)
    }

    /// Keeps the beginning of a line: one byte beyond the limit may still be the `\r` of its ending.
    private mutating func hold(_ piece: ArraySlice<UInt8>) {
        if overlong == nil, begun.count + piece.count <= limit + 1 {
            begun += piece
        } else {
            discard(piece)
        }
    }

    private mutating func discard(_ piece: ArraySlice<UInt8>) {
        var line = overlong ?? Overlong()
        line.append(begun[...])
        line.append(piece)
        begun = []
        overlong = line
    }

    private mutating func complete(_ piece: ArraySlice<UInt8>, endsInLineFeed: Bool) -> LineEvent? {
        lineCount += 1
        if begun.isEmpty, overlong == nil { return event(piece, endsInLineFeed) }
        hold(piece)
        if let line = overlong {
            overlong = nil
            return line.event(endsInLineFeed: endsInLineFeed, number: lineCount)
        }
        let line = begun
        begun = []
        return event(line[...], endsInLineFeed)
    }

    private func event(_ line: ArraySlice<UInt8>, _ endsInLineFeed: Bool) -> LineEvent? {
        let line = endsInLineFeed && line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        if line.count > limit {
            return .tooLong(length: line.count, head: Array(line.prefix(Self.headLength)), number: lineCount)
        }
        // The first byte settles it for all but blank lines.
        return line.allSatisfy(Self.isWhiteSpace) ? nil : .line(line, number: lineCount)
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// What is known of a line that is thrown away as it comes in.
private struct Overlong: Sendable {
    var length = 0
    var head: [UInt8] = []
    var endsInReturn = false

    mutating func append(_ piece: ArraySlice<UInt8>) {
        guard let last = piece.last else { return }
        length += piece.count
        head += piece.prefix(LineSplitter.headLength - head.count)
        endsInReturn = last == UInt8(ascii: "\r")
    }

    func event(endsInLineFeed: Bool, number: Int) -> LineEvent {
        let content = endsInLineFeed && endsInReturn ? length - 1 : length
        return .tooLong(length: content, head: Array(head.prefix(content)), number: number)
    }
}
