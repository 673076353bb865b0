package import PowerDomain

/// Business data as JSON Lines in the form that an import takes: the same data give the same bytes.
package enum BusinessExport {
    /// Bytes handed over at a time, about.
    private static let piece = 1 << 16

    /// Hands over all records of the kinds in pieces of whole lines.
    package static func write(
        _ kinds: [BusinessRecord.Kind] = BusinessRecord.Kind.allCases, from records: any HallRecords, _ take: ([UInt8]) -> Void
    ) throws(StoreFailure) {
        var lines: [UInt8] = []
        for kind in kinds {
            try records.forEach(kind) { record throws(StoreFailure) in
                lines += Array(BusinessLine.text(record).utf8)
                lines.append(0x0A)
                if lines.count >= piece {
                    take(lines)
                    lines.removeAll(keepingCapacity: true)
                }
            }
        }
        if !lines.isEmpty { take(lines) }
    }
}
