package import PowerDomain

/// A file of business data that was read and found good; nothing is written before that.
package struct BusinessImport: Sendable {
    /// Why a file is refused: the line, from 1, and the reason.
    package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        package enum Reason: Hashable, Sendable {
            case flaw(LineFlaw)
            /// An earlier line says something else about the same thing.
            case contradicts(line: Int)
        }

        package let line: Int
        package let reason: Reason

        package var description: String {
            switch reason {
            case .flaw(let flaw): "line \(line): \(flaw)"
            case .contradicts(let earlier): "line \(line): contradicts line \(earlier)"
            }
        }
    }

    package let records: [BusinessRecord]
    /// SHA-256 of the file.
    package let digest: [UInt8]

    /// Reads JSON Lines; blank lines are left out, `\r\n` is accepted.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        var records: [BusinessRecord] = []
        var seen: [BusinessRecord.Kind: [String: (line: Int, index: Int)]] = [:]
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == 0x0D ? line.dropLast() : line
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
            let record = try Self.record(line, number)
            if let earlier = seen[record.kind]?[record.key] {
                guard records[earlier.index] == record else { throw Refusal(line: number, reason: .contradicts(line: earlier.line)) }
                continue
            }
            seen[record.kind, default: [:]][record.key] = (number, records.count)
            records.append(record)
        }
        self.records = records
        digest = SHA256.digest(bytes)
    }

    private static func record(_ line: ArraySlice<UInt8>, _ number: Int) throws(Refusal) -> BusinessRecord {
        do { return try BusinessLine.read(line) } catch { throw Refusal(line: number, reason: .flaw(error)) }
    }

    /// What an import changed.
    package struct Report: Hashable, Sendable {
        package var added: [BusinessRecord.Kind: Int] = [:]
        package var changed: [BusinessRecord.Kind: Int] = [:]
        package var unchanged: [BusinessRecord.Kind: Int] = [:]

        package var isWithoutEffect: Bool { added.isEmpty && changed.isEmpty }
    }

    /// Writes all of it in the transaction at hand, with a line in the audit log if anything changed.
    package func write(to records: any HallRecords, by actor: Actor, at now: Moment) throws(StoreFailure) -> Report {
        var report = Report()
        for record in self.records {
            switch try records.put(record) {
            case .added: report.added[record.kind, default: 0] += 1
            case .changed: report.changed[record.kind, default: 0] += 1
            case .unchanged: report.unchanged[record.kind, default: 0] += 1
            }
        }
        if !report.isWithoutEffect {
            try records.append(AuditDraft(at: now, by: actor, action: "import", object: .file(digest: digest)))
        }
        return report
    }
}

extension HallStore {
    /// Takes in a file in one transaction.
    package func take(_ file: BusinessImport, by actor: Actor, at now: Moment) async throws(StoreFailure) -> BusinessImport.Report {
        try await write { records throws(StoreFailure) in try file.write(to: records, by: actor, at: now) }
    }
}
