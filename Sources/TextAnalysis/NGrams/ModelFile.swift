/// The layout of a model file, little-endian:
/// magic · version · checksum of the rest · header · slots (fingerprint ‖ row + 1) · squared importance · weights.
enum ModelFile {
    static let magic: UInt64 = 0x4C4D_474E_4C48_5000
    static let version: UInt32 = 2
    private static let headerStart = 24

    struct Layout {
        let header: NGramModel.Header
        let slots: Int
        let importance: Int
        let rows: Int
    }

    @inline(__always)
    static func slot(of key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key >> 3) & mask }

    // MARK: Reading

    static func read(_ bytes: UnsafeRawBufferPointer) throws(NGramModel.FileError) -> Layout {
        guard bytes.count > headerStart + 8 else { throw .tooShort }
        guard bytes.loadUnaligned(as: UInt64.self) == magic else { throw .notAModel }
        let found = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        guard found == version else { throw .otherVersion(Int(found)) }
        guard bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == checksum(bytes, from: headerStart) else {
            throw .checksum
        }
        var reader = Reader(bytes: bytes, offset: headerStart)
        guard let header = reader.header() else { throw .tooShort }
        let slots = aligned(reader.offset)
        let importance = aligned(slots + header.slotCount * 8)
        let rows = aligned(importance + header.features * 4)
        guard rows + header.features * ((header.lanes + 15) / 16 * 16) <= bytes.count else { throw .tooShort }
        return Layout(header: header, slots: slots, importance: importance, rows: rows)
    }

    private static func aligned(_ offset: Int) -> Int { (offset + 63) / 64 * 64 }

    /// FNV-1a over 64-bit words, the last one padded with zeros.
    private static func checksum(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325, offset = start
        while offset + 8 <= bytes.count {
            sum = (sum ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x0000_0100_0000_01B3
            offset += 8
        }
        var last: UInt64 = 0
        for index in offset..<bytes.count { last = last << 8 | UInt64(bytes[index]) }
        return (sum ^ last) &* 0x0000_0100_0000_01B3
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        var offset: Int
        private var failed = false

        init(bytes: UnsafeRawBufferPointer, offset: Int) {
            self.bytes = bytes
            self.offset = offset
        }

        mutating func header() -> NGramModel.Header? {
            let labels = strings(), background = string(), detectors = strings()
            var views = FeatureViews(characters: count(), words: count(), pinyin: count(), concepts: count())
            views.wordWeight = float()
            views.pinyinWeight = float()
            views.conceptWeight = float()
            let fingerprint = string(), scale = float(), bias = floats()
            var calibration = Calibration()
            calibration.sharpness = float()
            calibration.scope = floats()
            calibration.scopeThreshold = float()
            calibration.scopeDoubt = float()
            calibration.clarifyThreshold = float()
            calibration.detectorSure = floats()
            calibration.detectorDoubt = floats()
            let features = count(), slotCount = count()
            let header = NGramModel.Header(
                labels: labels, background: background.isEmpty ? nil : background, detectors: detectors, views: views,
                fingerprint: fingerprint, scale: scale, bias: bias, calibration: calibration, features: features,
                slotCount: slotCount)
            let sound =
                !failed && slotCount.nonzeroBitCount == 1 && bias.count == header.lanes
                && header.lanes <= NGramModel.maximumLanes && slotCount * 8 + features * 4 <= bytes.count
            return sound ? header : nil
        }

        private mutating func load<T: BitwiseCopyable>(_ type: T.Type, or nothing: T) -> T {
            guard offset + MemoryLayout<T>.size <= bytes.count else { failed = true; return nothing }
            defer { offset += MemoryLayout<T>.size }
            return bytes.loadUnaligned(fromByteOffset: offset, as: type)
        }

        private mutating func count() -> Int { Int(load(UInt32.self, or: 0)) }
        private mutating func float() -> Float { load(Float.self, or: 0) }
        private mutating func floats() -> [Float] {
            let count = min(self.count(), 4096)
            return (0..<count).map { _ in float() }
        }
        private mutating func strings() -> [String] {
            let count = min(self.count(), 4096)
            return (0..<count).map { _ in string() }
        }
        private mutating func string() -> String {
            let length = count()
            guard offset + length <= bytes.count else { failed = true; return "" }
            defer { offset += length }
            return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
        }
    }

    // MARK: Writing

    /// `keys`, `importance` and `weights` (features × lanes, in steps of `header.scale`) of each feature.
    static func write(_ header: NGramModel.Header, keys: [UInt64], importance: [Float], weights: (Int, Int) -> Int8) -> [UInt8] {
        var writer = Writer()
        writer.header(header)
        writer.align(shift: headerStart)
        var slots = [UInt64](repeating: 0, count: header.slotCount)
        for (row, key) in keys.enumerated() {
            var slot = slot(of: key, header.slotCount - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (header.slotCount - 1) }
            slots[slot] = (key >> 32) << 32 | UInt64(row + 1)
        }
        for slot in slots { writer.append(slot) }
        writer.align(shift: headerStart)
        for value in importance { writer.append(value * value) }
        writer.align(shift: headerStart)
        let padded = (header.lanes + 15) / 16 * 16
        for row in keys.indices {
            for lane in 0..<padded { writer.bytes.append(lane < header.lanes ? UInt8(bitPattern: weights(row, lane)) : 0) }
        }
        var file = Writer()
        file.append(magic)
        file.append(version)
        file.append(UInt32(0))
        file.append(writer.bytes.withUnsafeBytes { checksum($0, from: 0) })
        return file.bytes + writer.bytes
    }

    private struct Writer {
        var bytes: [UInt8] = []

        mutating func append<T: BitwiseCopyable>(_ value: T) { withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) } }
        mutating func append(_ text: String) { append(UInt32(text.utf8.count)); bytes.append(contentsOf: text.utf8) }
        mutating func append(_ values: [Float]) { append(UInt32(values.count)); for value in values { append(value) } }
        mutating func append(_ values: [String]) { append(UInt32(values.count)); for value in values { append(value) } }
        mutating func align(shift: Int) { while (bytes.count + shift) % 64 != 0 { bytes.append(0) } }

        mutating func header(_ header: NGramModel.Header) {
            append(header.labels)
            append(header.background ?? "")
            append(header.detectors)
            for order in [header.views.characters, header.views.words, header.views.pinyin, header.views.concepts] {
                append(UInt32(order))
            }
            for weight in [header.views.wordWeight, header.views.pinyinWeight, header.views.conceptWeight] { append(weight) }
            append(header.fingerprint)
            append(header.scale)
            append(header.bias)
            append(header.calibration.sharpness)
            append(header.calibration.scope)
            append(header.calibration.scopeThreshold)
            append(header.calibration.scopeDoubt)
            append(header.calibration.clarifyThreshold)
            append(header.calibration.detectorSure)
            append(header.calibration.detectorDoubt)
            append(UInt32(header.features))
            append(UInt32(header.slotCount))
        }
    }
}
