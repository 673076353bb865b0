package import Dialogue
package import Documents
package import PowerDomain

/// Says what was read from a paper, what is wrong with it and what is still missing, in the customer's language.
package struct DocumentSpeaker: Sendable {
    package let book: ReplyBook

    package init(book: ReplyBook) { self.book = book }

    /// Most lines of fields that are read back.
    private static let mostFields = 6

    /// What a paper says, its faults, and what it was asked for.
    package func describe(_ document: Document, _ type: DocumentType, _ language: Language) -> String {
        var lines = [book.text(.documentRead, language, ["title": title(type, language)])]
        let shown = document.fields.filter { !Self.isNotRead($0.name) }
        for field in shown.prefix(Self.mostFields) {
            lines.append("\(title(of: field.name, type, language))：\(Self.masked(field.value, field.name, type))")
        }
        let faults = issues(document, type, language, worthSaying: true)
        lines += faults.isEmpty ? [book.text(.documentAllWell, language)] : faults
        return lines.joined(separator: "\n")
    }

    private static func isNotRead(_ name: String) -> Bool { name == "mrz1" || name == "mrz2" || name == "business_scope" }

    /// The issues as sentences; only what the customer can do something about, if asked so.
    package func issues(_ document: Document, _ type: DocumentType, _ language: Language, worthSaying: Bool = false) -> [String] {
        let issues = worthSaying ? document.issues.filter { $0.severity != .info } : document.issues
        return issues.prefix(worthSaying ? 3 : 50).map { message($0, type, language) }
    }

    package func message(_ issue: Issue, _ type: DocumentType, _ language: Language) -> String {
        var values = issue.details
        if let other = issue.details["with"] { values["with"] = title(of: other, type, language) }
        values["field"] = issue.field.map { title(of: $0, type, language) } ?? title(type, language)
        return book.text(Self.key(issue.code), language, values)
    }

    private static func key(_ code: Issue.Code) -> ReplyBook.Key {
        switch code {
        case .checkDigit: .issueCheckDigit
        case .length: .issueLength
        case .alphabet: .issueAlphabet
        case .date: .issueDate
        case .prefix: .issuePrefix
        case .repaired: .issueRepaired
        case .missing: .issueMissing
        case .mismatch: .issueMismatch
        case .order: .issueOrder
        case .expired: .issueExpired
        case .unusualTerm: .issueUnusualTerm
        case .unknownRegion: .issueUnknownRegion
        case .unlikelyRegion: .issueUnlikelyRegion
        case .unknownIssuer: .issueUnknownIssuer
        case .unusual: .issueUnusual
        }
    }

    package func title(_ type: DocumentType, _ language: Language) -> String { type.title[language] ?? type.title[.zhHans] ?? type.name }

    package func title(of field: String, _ type: DocumentType, _ language: Language) -> String {
        let titles = type.field(field)?.title ?? [:]
        return titles[language] ?? titles[.zhHans] ?? field
    }

    /// A value as it may be read back to who handed it in (CONTRACT §8): addresses whole, numbers and names masked.
    package static func masked(_ value: String, _ field: String, _ type: DocumentType) -> String {
        guard let definition = type.field(field) else { return value }
        switch definition.shape {
        case .identityNumber: return Masked.identityNumber(value)
        case .bankCard: return Masked.bankCard(value)
        case .phone: return Masked.phone(value)
        case .person: return Masked.name(value)
        case .party:
            return value.count <= 4 || value.contains("、")
                ? value.split(separator: "、").map { Masked.name(String($0)) }.joined(separator: "、") : value
        case .latinName: return String(value.prefix(1)) + String(repeating: "*", count: max(0, value.count - 1))
        case .upperMachineLine, .lowerMachineLine: return String(repeating: "*", count: value.count)
        case .code where field == "account_no": return Masked.accountNumber(value)
        case .code where field == "payer_account": return Masked.bankCard(value)
        case .code where field == "passport_no" || field == "permit_no":
            return value.prefix(3) + String(repeating: "*", count: max(0, value.count - 5)) + value.suffix(2)
        default: return value
        }
    }

    /// Whether a field is personal, so that it has a masked form.
    package static func isPersonal(_ field: FieldType) -> Bool {
        switch field.shape {
        case .identityNumber, .bankCard, .phone, .person, .party, .latinName, .upperMachineLine, .lowerMachineLine: true
        case .code: ["account_no", "payer_account", "passport_no", "permit_no"].contains(field.name)
        default: false
        }
    }

    /// Which papers a business still wants.
    package func papers(for intent: String, having types: [String], in papers: PaperBook, _ language: Language) -> [String] {
        guard let (missing, unchecked) = papers.missing(for: intent, having: types) else { return [] }
        let business = book.intents[intent]?.title.text(in: language) ?? intent
        func list(_ kinds: [PaperBook.Kind]) -> String {
            kinds.map { $0.title[language] ?? $0.name }.joined(separator: language == .en ? "; " : "、")
        }
        var lines: [String] = []
        if missing.isEmpty {
            lines.append(book.text(.papersComplete, language, ["business": business]))
        } else {
            lines.append(book.text(.papersMissing, language, ["business": business, "papers": list(missing)]))
        }
        if !unchecked.isEmpty { lines.append(book.text(.papersUnchecked, language, ["papers": list(unchecked)])) }
        return lines
    }

    /// Why a picture was not read.
    package func words(_ error: DocumentError, _ language: Language) -> String {
        let key: ReplyBook.Key =
            switch error {
            case .picture(.tooLarge): .pictureTooLarge
            case .picture(.tooSmall): .pictureTooSmall
            case .picture(.blank): .pictureBlank
            case .picture(.missingPart), .picture(.engine), .picture(.unknownEngine), .noPictures, .unavailable: .pictureUnavailable
            case .picture(.memoryLimit), .picture(.timeLimit): .pictureTooLarge
            case .picture, .badValue, .unknownType, .unknownDocument, .unwritable: .pictureUnreadable
            }
        return book.text(key, language)
    }
}
