internal import Foundation

/// Changes whenever data change: FNV-1a over 64-bit words. Tells versions apart, proves nothing against forgery.
struct DataFingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some ContiguousBytes) {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset + 8 <= buffer.count {
                hash = (hash ^ buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x0000_0100_0000_01B3
                hash ^= hash >> 32
                offset += 8
            }
            for index in offset..<buffer.count { hash = (hash ^ UInt64(buffer[index])) &* 0x0000_0100_0000_01B3 }
            hash = (hash ^ UInt64(buffer.count)) &* 0x0000_0100_0000_01B3
        }
    }

    /// 16 hexadecimal digits.
    var digits: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
