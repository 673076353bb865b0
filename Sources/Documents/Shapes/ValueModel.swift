internal import Foundation

/// What the values of a type's wordy fields are made of: characters and pairs of them in the values of its samples.
///
/// Tells a use from a right, an office from an owner, where no label helps. Naive Bayes over hashed pairs.
struct ValueModel: Sendable {
    private let counts: [UInt64: [Entry]]
    private let totals: [Float]
    private let whole: Float
    private let vocabulary: Float

    private struct Entry: Sendable {
        let field: Int32
        var count: Float
    }

    /// `values`: sample values by field.
    init(_ values: [[String]]) {
        var counts: [UInt64: [Int32: Float]] = [:], totals = [Float](repeating: 0, count: values.count)
        for (field, texts) in values.enumerated() {
            for text in texts {
                for feature in Self.features(PageWords.keys(text)) {
                    counts[feature, default: [:]][Int32(field), default: 0] += 1
                    totals[field] += 1
                }
            }
        }
        self.counts = counts.mapValues { $0.sorted { $0.key < $1.key }.map { Entry(field: $0.key, count: $0.value) } }
        self.totals = totals
        whole = totals.reduce(0, +)
        vocabulary = Float(counts.count)
    }

    /// Single characters, pairs, and the pairs with the ends.
    private static func features(_ keys: some Sequence<UInt32>) -> [UInt64] {
        var features: [UInt64] = [], last: UInt64 = 1, count = 0
        for key in keys {
            // Digits are alike, but for the first one.
            if count == 0 { features.append(UInt64(key) | 1 << 61) }
            let key = UInt64(key &- 0x30 < 10 ? 0x30 : key)
            features.append(key)
            features.append(last << 32 | key | 1 << 63)
            last = key
            count += 1
        }
        features.append(last << 32 | 2 | 1 << 63)
        features.append(UInt64(min(count, 24)) | 1 << 62)
        return features
    }

    /// For each field how much more the text looks like its values than like those of all fields: about −1 to 1.
    func scores(_ keys: some Sequence<UInt32>) -> [Float] {
        var sums = [Float](repeating: 0, count: totals.count), count: Float = 0
        for feature in Self.features(keys) {
            guard let entries = counts[feature] else { continue }
            count += 1
            let all = entries.reduce(Float(0)) { $0 + $1.count }
            let pooled = (all + 0.5) / (whole + 0.5 * vocabulary)
            for field in sums.indices where totals[field] > 0 {
                let own = entries.first { $0.field == Int32(field) }?.count ?? 0
                sums[field] += log((own + 0.1) / (totals[field] + 0.1 * vocabulary) / pooled)
            }
        }
        guard count >= 2 else { return sums.map { _ in 0 } }
        return sums.indices.map { totals[$0] > 0 ? max(-1.2, min(1.4, sums[$0] / count * 0.7)) : 0 }
    }
}
