/// The log of who did what, chained by digests: a changed, swapped or missing entry shows. It holds no personal value.
package protocol AuditLog {
    /// Writes an entry behind the last one.
    @discardableResult
    func append(_ draft: AuditDraft) throws(StoreFailure) -> AuditEntry
    /// The last entries, oldest first.
    func auditTail(_ count: Int) throws(StoreFailure) -> [AuditEntry]
    /// The last entry's number and hash; number 0 and zeros if there is none.
    func auditHead() throws(StoreFailure) -> AuditHead
    /// Reads the whole log and checks the chain.
    func verifyAudit() throws(StoreFailure) -> AuditVerdict
    /// The salt under which a person's values are digested, made from `fresh` at its first use.
    func salt(of person: String, fresh: [UInt8]) throws(StoreFailure) -> [UInt8]
    /// Forgets the salt, so that no digest can be traced to the person any more; the chain stays as it is.
    func eraseSalt(of person: String) throws(StoreFailure)
}

/// What is to be written down. Its parts are words and numbers of the trade by their types; a personal value gets in as a
/// digest only.
package struct AuditDraft: Hashable, Sendable {
    /// What was acted on.
    package enum Object: Hashable, Sendable {
        case order(OrderNumber)
        case session(AuditWord)
        /// A file by the digest of its bytes.
        case file(digest: [UInt8])
        case person(PersonalDigest)
        case none
    }

    package let at: Moment
    package let by: Actor
    /// A method or a service: `order.create`.
    package let action: AuditWord
    package let object: Object
    package let result: AuditWord
    /// Further values that are personal.
    package let digests: [PersonalDigest]

    package init(
        at: Moment, by: Actor, action: AuditWord, object: Object = .none, result: AuditWord = "ok", digests: [PersonalDigest] = []
    ) {
        self.at = at
        self.by = by
        self.action = action
        self.object = object
        self.result = result
        self.digests = digests
    }
}

/// A short word of letters, digits, `.`, `_`, `-` and `:`, with fewer than six digits in a row, so that no phone, account
/// or identity number can pass as one.
package struct AuditWord: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let text: String

    /// Nil unless it is such a word of at most 64 characters.
    package init?(_ text: some StringProtocol) {
        guard (1...64).contains(text.utf8.count) else { return nil }
        var digits = 0
        for byte in text.utf8 {
            digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
            let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            guard isLetter || digits > 0 || ".-_:".utf8.contains(byte), digits < 6 else { return nil }
        }
        self.text = String(text)
    }

    /// For words in code, which are right.
    package init(stringLiteral text: String) {
        guard let word = AuditWord(text) else { preconditionFailure("not a word for the audit log") }
        self = word
    }

    package var description: String { text }
}

/// The digest of a personal value under the person's own salt.
package struct PersonalDigest: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ value: String, salt: [UInt8]) { bytes = SHA256.digest(salt + Array(value.utf8)) }

    /// A digest that was kept; nil unless it has 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}

/// The end of a chain: what an anchor outside the data folder keeps, so that a cut tail shows too.
package struct AuditHead: Hashable, Sendable {
    package let sequence: Int
    package let hash: [UInt8]

    package init(sequence: Int, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Before the first entry.
    package static let start = AuditHead(sequence: 0, hash: [UInt8](repeating: 0, count: 32))
}

/// What a check of the chain found.
package struct AuditVerdict: Hashable, Sendable {
    /// Entries read.
    package let entries: Int
    /// The number of the first entry that is not what it was, or is missing.
    package let firstBad: Int?

    package var isIntact: Bool { firstBad == nil }

    package init(entries: Int, firstBad: Int?) {
        self.entries = entries
        self.firstBad = firstBad
    }
}
