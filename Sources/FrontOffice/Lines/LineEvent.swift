/// One line of the input, with its 1-based number.
package enum LineEvent: Hashable, Sendable {
    /// A line that is not blank, without its line ending.
    case line(ArraySlice<UInt8>, number: Int)
    /// A line beyond the limit, thrown away but for the first 4 KiB: its full length and that head.
    case tooLong(length: Int, head: [UInt8], number: Int)

    /// The number of the line; blank lines count.
    package var number: Int {
        switch self {
        case .line(_, let number), .tooLong(_, _, let number): number
        }
    }
}
