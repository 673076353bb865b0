/// An entry of the audit log with its place in the chain.
package struct AuditEntry: Hashable, Sendable {
    /// From 1, without gaps.
    package let sequence: Int
    /// Seconds since 1970.
    package let at: Int
    package let by: String
    package let action: String
    package let object: String
    package let result: String
    /// Hexadecimal digests of personal values.
    package let digests: [String]
    /// SHA-256 over the hash before it and the canonical JSON text of this entry.
    package let hash: [UInt8]

    /// An entry as it was kept.
    package init(
        sequence: Int, at: Int, by: String, action: String, object: String, result: String, digests: [String], hash: [UInt8]
    ) {
        self.sequence = sequence
        self.at = at
        self.by = by
        self.action = action
        self.object = object
        self.result = result
        self.digests = digests
        self.hash = hash
    }

    /// The entry that a draft becomes behind `head`.
    package init(_ draft: AuditDraft, behind head: AuditHead) {
        let digests = draft.digests.map { Hexadecimal.text($0.bytes) }
        let plain = AuditEntry(
            sequence: head.sequence + 1, at: draft.at.seconds, by: draft.by.description, action: draft.action.text,
            object: draft.object.text, result: draft.result.text, digests: digests, hash: [])
        self = AuditEntry(
            sequence: plain.sequence, at: plain.at, by: plain.by, action: plain.action, object: plain.object, result: plain.result,
            digests: digests, hash: plain.hash(behind: head.hash))
    }

    /// Members in this order, no white space; the digests of nothing are left in place as an empty list.
    package var canonicalText: String {
        let digests = digests.map(Self.quoted).joined(separator: ",")
        return "{\"seq\":\(sequence),\"at\":\(at),\"by\":\(Self.quoted(by)),\"action\":\(Self.quoted(action)),"
            + "\"object\":\(Self.quoted(object)),\"result\":\(Self.quoted(result)),\"digests\":[\(digests)]}"
    }

    package func hash(behind previous: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.add(previous)
        hash.add(Array(canonicalText.utf8))
        return hash.finish()
    }

    /// What was written holds no character to escape; what was tampered with may.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            scalar == "\"" || scalar == "\\" || scalar.value < 0x20 ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
        return "\"" + escaped.joined() + "\""
    }
}

extension AuditDraft.Object {
    /// `order:WO202611240017`, `file:` with digits, `-` for none.
    package var text: String {
        switch self {
        case .order(let number): "order:" + number.text
        case .session(let word): "session:" + word.text
        case .file(let digest): "file:" + Hexadecimal.text(digest)
        case .person(let digest): "person:" + Hexadecimal.text(digest.bytes)
        case .none: "-"
        }
    }
}

/// Walks along a chain and remembers the first entry that does not fit.
package struct AuditChain: Sendable {
    package private(set) var head: AuditHead
    private var entries = 0
    private var firstBad: Int?

    /// - Parameter head: what the walk begins behind; the start of the log, unless only its tail is looked at.
    package init(behind head: AuditHead = .start) { self.head = head }

    /// Takes the next entry as it was kept.
    package mutating func accept(_ entry: AuditEntry) {
        entries += 1
        if firstBad == nil {
            let expected = head.sequence + 1
            if entry.sequence != expected || entry.hash != entry.hash(behind: head.hash) { firstBad = expected }
        }
        head = AuditHead(sequence: entry.sequence, hash: entry.hash)
    }

    /// An entry that cannot even be read.
    package mutating func acceptUnreadable() {
        entries += 1
        if firstBad == nil { firstBad = head.sequence + 1 }
        head = AuditHead(sequence: head.sequence + 1, hash: head.hash)
    }

    package var verdict: AuditVerdict { AuditVerdict(entries: entries, firstBad: firstBad) }

    /// The verdict against an anchor that was kept elsewhere: a chain that ends before it was cut.
    package func verdict(reaching anchor: AuditHead) -> AuditVerdict {
        guard firstBad == nil, head.sequence < anchor.sequence else { return verdict }
        return AuditVerdict(entries: entries, firstBad: head.sequence + 1)
    }
}
