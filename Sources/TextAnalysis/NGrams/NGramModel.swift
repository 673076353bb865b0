internal import CKernels

/// A trained model as it lies in its file: 8-bit weights of all lanes by n-gram, used where the file is mapped.
///
/// Lanes are the labels in ascending order, then the background (if there is one), then the detectors.
package final class NGramModel: @unchecked Sendable {
    // @unchecked: the bytes are mapped read-only and never change.

    package let header: Header
    private let bytes: ModelBytes
    private let slots: UnsafePointer<UInt64>
    private let importance: UnsafePointer<Float>
    private let rows: UnsafePointer<Int8>
    private let mask: Int
    private let blocks: Int
    private let bias: [Float]

    /// Everything in the file beside the tables of weights.
    package struct Header: Hashable, Sendable {
        package var labels: [String]
        package var background: String?
        package var detectors: [String]
        package var views: FeatureViews
        /// Fingerprint of the data that the model was trained on.
        package var fingerprint: String
        /// Score of one 8-bit step of a weight.
        package var scale: Float
        package var bias: [Float]
        package var calibration: Calibration
        package var features: Int
        package var slotCount: Int

        package var lanes: Int { labels.count + (background == nil ? 0 : 1) + detectors.count }
    }

    package enum FileError: Error, Hashable, Sendable {
        case tooShort, notAModel, otherVersion(Int), checksum
    }

    /// Longest list of lanes that the scoring loop holds.
    package static let maximumLanes = 256

    /// Checks the checksum and reads the header; the tables are used where they lie.
    package init(_ bytes: ModelBytes) throws(FileError) {
        self.bytes = bytes
        let layout = try ModelFile.read(bytes.buffer)
        header = layout.header
        guard let base = bytes.buffer.baseAddress else { throw .tooShort }
        slots = (base + layout.slots).assumingMemoryBound(to: UInt64.self)
        importance = (base + layout.importance).assumingMemoryBound(to: Float.self)
        rows = (base + layout.rows).assumingMemoryBound(to: Int8.self)
        mask = header.slotCount - 1
        blocks = (header.lanes + 15) / 16
        bias = header.bias
    }

    /// Scores of one text.
    package struct Workspace {
        /// A row's squared importance beside the text in which it was seen last: one cache line for both.
        fileprivate struct Mark {
            var importance: Float
            var epoch: UInt32 = 0
        }

        fileprivate var marks: [Mark] = []
        fileprivate var epoch: UInt32 = 0
        fileprivate var sums: [Int32] = []
        fileprivate var found: [Int32] = []
        fileprivate var probes: [UInt64] = []
        /// Unknown features seen in the last text, so that a repeated one counts once.
        fileprivate var strangers = [(key: UInt64, epoch: UInt32)](repeating: (0, 0), count: 1024)
        /// Score of each lane.
        package fileprivate(set) var scores: [Float] = []
        /// Distinct features that the model knows.
        package fileprivate(set) var known = 0
        /// Features that it does not know.
        package fileprivate(set) var unknown = 0

        package init() {}

        /// Share of the text's features that the model knows, from 0 to 1.
        package var coverage: Float { known + unknown == 0 ? 0 : Float(known) / Float(known + unknown) }
    }

    /// Scores the features `keys`; a repeated key counts once.
    package func score(_ keys: ArraySlice<UInt64>, _ work: inout Workspace) {
        prepare(&work)
        if work.found.count < keys.count {
            work.found = [Int32](repeating: 0, count: keys.count * 2)
            work.probes = [UInt64](repeating: 0, count: keys.count * 2)
        }
        var square: Float = 0, known = 0, unknown = 0
        let epoch = work.epoch, stride = blocks * 16
        keys.withUnsafeBufferPointer { keys in
            work.marks.withUnsafeMutableBufferPointer { marks in
                work.probes.withUnsafeMutableBufferPointer { probes in
                    work.strangers.withUnsafeMutableBufferPointer { strangers in
                        work.found.withUnsafeMutableBufferPointer { found in
                            // All first probes at once: loads that do not wait for each other.
                            for index in 0..<keys.count { probes[index] = slots[ModelFile.slot(of: keys[index], mask)] }
                            for index in 0..<keys.count {
                                let key = keys[index], probe = probes[index]
                                let row =
                                    probe == 0
                                    ? -1 : probe >> 32 == key >> 32 ? Int(truncatingIfNeeded: probe & 0xFFFF_FFFF) &- 1 : row(of: key)
                                found[index] = Int32(truncatingIfNeeded: row)
                                guard row >= 0, let mark = marks.baseAddress else { continue }
                                ck_prefetch(mark + row)
                                ck_prefetch(rows + row &* stride)
                            }
                            for index in 0..<keys.count {
                                let row = Int(found[index])
                                if row < 0 {
                                    let key = keys[index], slot = Int(truncatingIfNeeded: key >> 3) & 1023
                                    if strangers[slot].epoch != epoch || strangers[slot].key != key { unknown &+= 1 }
                                    strangers[slot] = (key, epoch)
                                    continue
                                }
                                if marks[row].epoch == epoch { continue }
                                marks[row].epoch = epoch
                                square += marks[row].importance
                                found[known] = Int32(truncatingIfNeeded: row)
                                known &+= 1
                            }
                        }
                    }
                }
            }
        }
        ck_add_rows(rows, Int32(blocks * 16), work.found, Int32(known), &work.sums)
        let factor = square > 0 ? header.scale / square.squareRoot() : 0
        work.scores.withUnsafeMutableBufferPointer { scores in
            for lane in 0..<scores.count { scores[lane] = Float(work.sums[lane]) * factor + bias[lane] }
        }
        work.known = known
        work.unknown = unknown
    }

    /// What feature `key` adds to the score of `lane`, before the text's length is divided out; nil if unknown.
    package func weight(of key: UInt64, lane: Int) -> Float? {
        let row = row(of: key)
        return row < 0 ? nil : Float(rows[row * blocks * 16 + lane]) * header.scale
    }

    private func prepare(_ work: inout Workspace) {
        if work.marks.count != header.features {
            work.marks = (0..<header.features).map { Workspace.Mark(importance: importance[$0]) }
            work.epoch = 0
        }
        if work.scores.count != header.lanes { work.scores = [Float](repeating: 0, count: header.lanes) }
        work.epoch &+= 1
        if work.sums.count != blocks * 16 {
            work.sums = [Int32](repeating: 0, count: blocks * 16)
        } else {
            for lane in 0..<work.sums.count { work.sums[lane] = 0 }
        }
    }

    /// The row of feature `key`, −1 if it is not known.
    @inline(__always)
    private func row(of key: UInt64) -> Int {
        var slot = ModelFile.slot(of: key, mask)
        let print = key >> 32
        while true {
            let entry = slots[slot]
            if entry == 0 { return -1 }
            if entry >> 32 == print { return Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1 }
            slot = (slot &+ 1) & mask
        }
    }
}

/// Bytes of a model that stay where they are as long as the value lives: a mapped file or memory.
package final class ModelBytes: @unchecked Sendable {
    // @unchecked: read-only after `init`.
    package let buffer: UnsafeRawBufferPointer
    private let release: @Sendable (UnsafeRawBufferPointer) -> Void

    /// `release` is called once with `buffer` when the last user has gone.
    package init(_ buffer: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
        self.buffer = buffer
        self.release = release
    }

    /// A copy in memory.
    package convenience init(_ bytes: [UInt8]) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        memory.copyBytes(from: bytes)
        self.init(UnsafeRawBufferPointer(memory)) { $0.deallocate() }
    }

    deinit { release(buffer) }
}
