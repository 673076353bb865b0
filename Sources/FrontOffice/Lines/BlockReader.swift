/// Reads a descriptor in blocks as they come; it does not close it.
package struct BlockReader: Sendable {
    /// What is read from.
    package let descriptor: Int32
    private var buffer: [UInt8]

    /// A reader of blocks of up to `size` bytes.
    package init(descriptor: Int32, size: Int = 256 * 1024) {
        self.descriptor = descriptor
        buffer = [UInt8](repeating: 0, count: max(1, size))
    }

    /// Waits for the next bytes; nil at the end of the input.
    package mutating func next() throws(StreamError) -> [UInt8]? {
        let descriptor = descriptor
        let count = try buffer.withUnsafeMutableBufferPointer { bytes throws(StreamError) in
            try SystemCalls.read(descriptor, into: UnsafeMutableRawBufferPointer(bytes))
        }
        // A copy of just the bytes read: a line that is kept does not keep the whole buffer.
        return count == 0 ? nil : Array(buffer[..<count])
    }
}
