/// The input of a network: pictures as planes of blue, green, red (the order the networks were trained with), each value
/// from -1 to 1. The memory is kept and used again from one picture to the next.
final class PlanarInput {
    private(set) var buffer = UnsafeMutableBufferPointer<Float>(start: nil, count: 0)

    deinit {
        buffer.deallocate()
    }

    /// Makes room for `count` numbers and sets them to 0, the middle grey; what was there is lost.
    func clear(count: Int) {
        if buffer.count < count {
            buffer.deallocate()
            buffer = .allocate(capacity: count)
            buffer.initialize(repeating: 0)
        } else {
            UnsafeMutableBufferPointer(rebasing: buffer[..<count]).update(repeating: 0)
        }
    }

    /// From a byte of a picture to the number the networks take.
    @inline(__always)
    static func normalised(_ value: Float) -> Float { value * (2 / 255) - 1 }
}
