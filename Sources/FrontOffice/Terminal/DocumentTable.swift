package import Dialogue
package import Documents
internal import MiddleOffice
package import PowerDomain

/// Documents as tables for a terminal: field, value, check, confidence; then the issues.
package struct DocumentTable: Sendable {
    private let types: [DocumentType]
    private let speaker: DocumentSpeaker
    private let language: Language

    package init(types: [DocumentType], book: ReplyBook, language: Language) {
        self.types = types
        speaker = DocumentSpeaker(book: book)
        self.language = language
    }

    package func text(_ documents: [Document]) -> String {
        documents.map(table).joined(separator: "\n") + "\n"
    }

    private func table(_ document: Document) -> String {
        guard let type = types.first(where: { $0.name == document.type }) else { return "? unknown\n" }
        var lines = ["\(speaker.title(type, language)) · \(document.type) · \(Self.percent(document.typeConfidence))"]
        let titles = document.fields.map { speaker.title(of: $0.name, type, language) }
        let width = titles.map(Self.width).max() ?? 0
        for (field, title) in zip(document.fields, titles) {
            let mark = !field.isValid ? "✗" : field.isRepaired || field.isDerived ? "~" : "✓"
            let padding = String(repeating: " ", count: width - Self.width(title))
            lines.append("  \(title)\(padding)  \(mark) \(Self.percent(field.confidence))  \(field.value)")
        }
        lines += speaker.issues(document, type, language).map { "  ! \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func percent(_ share: Double) -> String {
        let text = "\(Int((share * 100).rounded()))"
        return String(repeating: " ", count: max(0, 3 - text.count)) + text + " %"
    }

    /// Columns that a text takes: two for a Han or full-width character.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) {
            $0
                + (($1.value >= 0x1100 && $1.value <= 0x115F) || ($1.value >= 0x2E80 && $1.value <= 0xA4CF)
                    || ($1.value >= 0xF900 && $1.value <= 0xFF60) ? 2 : 1)
        }
    }
}
