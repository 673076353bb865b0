/// Reads one message. The other side may have been taken over by a picture: every length is checked,
/// and what does not fit is `workerLost`.
struct WireReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func byte() throws(RecognitionError) -> UInt8 {
        guard let value = rest.popFirst() else { throw .workerLost }
        return value
    }

    mutating func number() throws(RecognitionError) -> Int { Int(truncatingIfNeeded: Int64(bitPattern: try word())) }

    /// A number of things that each take at least one byte.
    mutating func count() throws(RecognitionError) -> Int {
        let count = try number()
        guard count >= 0, count <= rest.count else { throw .workerLost }
        return count
    }

    mutating func real() throws(RecognitionError) -> Double {
        let value = Double(bitPattern: try word())
        guard value.isFinite else { throw .workerLost }
        return value
    }

    mutating func blob() throws(RecognitionError) -> [UInt8] {
        let count = try count()
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// Broken UTF-8 is repaired.
    mutating func text() throws(RecognitionError) -> String { String(decoding: try blob(), as: UTF8.self) }

    private mutating func word() throws(RecognitionError) -> UInt64 {
        guard rest.count >= 8 else { throw .workerLost }
        defer { rest = rest.dropFirst(8) }
        return rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
