package import JSONText
package import LanguageUnderstanding
internal import PowerDomain
package import TextAnalysis

/// Writes an understanding as CONTRACT §3 shapes it.
package struct UnderstandingShape: Sendable {
    /// Most alternatives that are written.
    package var alternatives: Int
    /// Whether personal values are hidden: for the role `customer`.
    package var isMasked: Bool

    package init(alternatives: Int = 2, isMasked: Bool) {
        self.alternatives = alternatives
        self.isMasked = isMasked
    }

    /// Writes one object; `text` is the folded form that `understanding` was made of, `source` what was written, as UTF-8.
    package func write(
        _ understanding: Understanding, _ text: FoldedText, source: ArraySlice<UInt8>, to writer: inout JSONWriter
    ) {
        writer.beginObject()
        writeBody(understanding, text, source: source, to: &writer)
        writer.endObject()
    }

    /// Writes the members without the braces, for objects that have more of them.
    package func writeBody(
        _ understanding: Understanding, _ text: FoldedText, source: ArraySlice<UInt8>, to writer: inout JSONWriter
    ) {
        writer.key("intent")
        writer.value(understanding.intent)
        writer.key("confidence")
        writer.value(understanding.confidence)
        writer.key("decision")
        writer.value(understanding.decision.rawValue)
        writer.key("alternatives")
        writer.beginArray()
        for guess in understanding.alternatives.prefix(alternatives) {
            writer.beginObject()
            writer.key("intent")
            writer.value(guess.intent)
            writer.key("confidence")
            writer.value(guess.confidence)
            writer.endObject()
        }
        writer.endArray()
        writer.key("intents")
        writer.beginArray()
        for intent in understanding.intents { writer.value(intent) }
        writer.endArray()
        writer.key("language")
        writer.value(understanding.language.rawValue)
        writer.key("entities")
        writer.beginArray()
        for entity in understanding.entities { write(entity, text, source, &writer) }
        writer.endArray()
    }

    private func write(
        _ entity: Entity, _ text: FoldedText, _ source: ArraySlice<UInt8>, _ writer: inout JSONWriter
    ) {
        let range = text.sourceRange(ofScalars: entity.range)
        let written = Self.text(of: range, in: source)
        writer.beginObject()
        writer.key("kind")
        writer.value(entity.kind.rawValue)
        writer.key("value")
        write(entity.value, entity.kind, &writer)
        writer.key("text")
        writer.value(isMasked && Mask.hides(entity.kind) ? Mask.hide(written, entity.kind) : written)
        writer.key("start")
        writer.value(range.lowerBound)
        writer.key("end")
        writer.value(range.upperBound)
        if !entity.valid {
            writer.key("valid")
            writer.value(false)
        }
        writer.endObject()
    }

    /// The Unicode scalars `range` of valid UTF-8.
    private static func text(of range: Range<Int>, in source: ArraySlice<UInt8>) -> String {
        var start = source.endIndex, index = source.startIndex, count = -1
        while index < source.endIndex {
            if source[index] & 0xC0 != 0x80 {
                count += 1
                if count == range.lowerBound { start = index }
                if count == range.upperBound { break }
            }
            index += 1
        }
        return String(decoding: source[start..<max(start, index)], as: UTF8.self)
    }

    private func write(_ value: EntityValue, _ kind: EntityKind, _ writer: inout JSONWriter) {
        switch value {
        case .text(let text): writer.value(isMasked && Mask.hides(kind) ? Mask.hide(text, kind) : text)
        case .number(let decimal):
            if let number = JSONNumber(decimal: decimal) { writer.value(number) } else { writer.value(decimal) }
        case .day(let day): writer.value(day.description)
        case .month(let month): writer.value(month)
        case .days(let from, let to):
            writer.beginObject()
            writer.key("from")
            writer.value(from.description)
            writer.key("to")
            writer.value(to.description)
            writer.endObject()
        }
    }
}

/// Which kinds of entities are personal, and how they are hidden.
enum Mask {
    static func hides(_ kind: EntityKind) -> Bool {
        switch kind {
        case .accountNumber, .phone, .identityNumber, .bankCard, .person: true
        default: false
        }
    }

    static func hide(_ text: String, _ kind: EntityKind) -> String {
        switch kind {
        case .accountNumber: Masked.accountNumber(text)
        case .phone: Masked.phone(text)
        case .identityNumber: Masked.identityNumber(text)
        case .bankCard: Masked.bankCard(text)
        case .person: Masked.name(text)
        default: text
        }
    }
}
