/// Writes batches of bytes to a descriptor; it does not close it.
package struct BlockWriter: Sendable {
    /// What is written to.
    package let descriptor: Int32

    /// A writer to that descriptor.
    package init(descriptor: Int32) { self.descriptor = descriptor }

    /// Writes all the bytes, in one call if the system takes them so, and waits while the other side is slow.
    package func write(_ bytes: [UInt8]) throws(StreamError) { try write(bytes[...]) }

    /// Writes all the bytes, in one call if the system takes them so, and waits while the other side is slow.
    package func write(_ bytes: ArraySlice<UInt8>) throws(StreamError) {
        try bytes.withUnsafeBufferPointer { bytes throws(StreamError) in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = try SystemCalls.write(descriptor, rest)
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }
}
