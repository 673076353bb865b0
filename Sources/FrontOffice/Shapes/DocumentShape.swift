package import Documents
package import JSONText
package import MiddleOffice
package import PowerDomain

/// Writes documents as CONTRACT §4 shapes them.
package struct DocumentShape: Sendable {
    package let types: [DocumentType]
    package let speaker: DocumentSpeaker
    package let language: Language
    /// Whether personal values are hidden: for the role `customer`.
    package let isMasked: Bool

    package init(types: [DocumentType], speaker: DocumentSpeaker, language: Language, isMasked: Bool) {
        self.types = types
        self.speaker = speaker
        self.language = language
        self.isMasked = isMasked
    }

    /// The first document, with all of them under `documents`; with what the engine saw.
    package func json(_ documents: [KeptDocument], explains: Bool = false) -> JSONValue {
        guard let first = documents.first else { return .null }
        guard case .object(var object) = json(first, hasRaw: true, explains: explains) else { return .null }
        if let ocr = first.ocr { object["ocr"] = json(ocr) }
        object["documents"] = .array(documents.map { json($0, hasRaw: true, explains: explains) })
        return .object(object)
    }

    /// One document; without `raw` in a turn.
    package func json(_ kept: KeptDocument, hasRaw: Bool, explains: Bool = false) -> JSONValue {
        let document = kept.document, type = types.first { $0.name == document.type }
        var masked = JSONObject()
        for field in document.fields {
            if let definition = type?.field(field.name), let type, DocumentSpeaker.isPersonal(definition) {
                masked[field.name] = .string(DocumentSpeaker.masked(field.value, field.name, type))
            }
        }
        return [
            "id": .string(kept.id), "type": .string(document.type), "type_confidence": Self.number(document.typeConfidence),
            "fields": .object(JSONObject(document.fields.map { ($0.name, json($0, type, hasRaw: hasRaw, explains: explains)) })),
            "issues": .array(document.issues.map { json($0, type) }), "masked": .object(masked),
        ]
    }

    private func json(_ field: FieldReading, _ type: DocumentType?, hasRaw: Bool, explains: Bool) -> JSONValue {
        let isHidden = isMasked && (type.flatMap { $0.field(field.name) }.map(DocumentSpeaker.isPersonal) ?? false)
        func shown(_ text: String) -> JSONValue {
            .string(isHidden ? type.map { DocumentSpeaker.masked(text, field.name, $0) } ?? text : text)
        }
        var object: JSONObject = ["value": shown(field.value)]
        if hasRaw { object["raw"] = isHidden ? shown(field.value) : .string(field.raw) }
        object["confidence"] = Self.number(field.confidence)
        object["valid"] = .bool(field.isValid)
        if field.isRepaired { object["repaired"] = true }
        if field.isDerived { object["derived"] = true }
        if field.isCorrected { object["corrected"] = true }
        if explains { object["evidence"] = .array(field.evidence.map(JSONValue.string)) }
        return .object(object)
    }

    private func json(_ issue: Issue, _ type: DocumentType?) -> JSONValue {
        [
            "field": issue.field.map(JSONValue.string) ?? .null, "code": .string(issue.code.rawValue),
            "message": .string(type.map { speaker.message(issue, $0, language) } ?? ""), "severity": .string(issue.severity.rawValue),
        ]
    }

    private func json(_ picture: SeenPicture) -> JSONValue {
        [
            "engine": .string(picture.engine),
            "lines": .array(
                picture.lines.map { line in
                    let box = line.box
                    return [
                        "text": .string(isMasked ? "" : line.text), "box": .array([box.x, box.y, box.width, box.height].map(Self.number)),
                        "quad": .array(line.quad.map(Self.number)), "page": JSONValue(line.page),
                        "confidence": Self.number(line.confidence),
                    ]
                }),
        ]
    }

    static func number(_ value: Double) -> JSONValue { JSONValue((value * 1000).rounded() / 1000) }
}
