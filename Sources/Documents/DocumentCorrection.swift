package import PowerDomain
internal import TextAnalysis

extension DocumentReader {
    /// `document` with one field as the customer says it is, checked anew; nil for a field that its type does not have, or
    /// a value that cannot be one of its kind.
    package func corrected(_ document: Document, field name: String, value: String, asOf: CalendarDay) -> Document? {
        guard let definition = types.first(where: { $0.name == document.type }), let field = definition.field(name),
            let value = normal(value, of: field)
        else { return nil }
        var changed = document
        var reading = FieldReading(name: name, value: value, raw: value, confidence: 1, isValid: true)
        reading.isCorrected = true
        reading.evidence = ["said by the customer"]
        if let at = changed.fields.firstIndex(where: { $0.name == name }) {
            reading.raw = changed.fields[at].raw
            reading.lines = changed.fields[at].lines
            changed.fields[at] = reading
        } else {
            changed.fields.append(reading)
            let order = definition.fields.map(\.name)
            changed.fields.sort { order.firstIndex(of: $0.name) ?? 0 < order.firstIndex(of: $1.name) ?? 0 }
        }
        return rechecked(changed, asOf: asOf)
    }

    /// `document` with its checks run again, as of `asOf`.
    package func rechecked(_ document: Document, asOf: CalendarDay) -> Document {
        guard let definition = types.first(where: { $0.name == document.type }) else { return document }
        var checked = document
        for at in checked.fields.indices { checked.fields[at].isValid = true }
        checked.issues = DocumentChecks(definition: definition, regions: regions, asOf: asOf).issues(&checked)
        return checked
    }

    /// A value as the customer says it in the form of its field.
    private func normal(_ text: String, of field: FieldType) -> String? {
        let page = PageText([PrintedLine(text)])
        guard !page.isEmpty, page.glyphs.count <= 500 else { return nil }
        let shapes = ShapeReader(page: page, matcher: PatternMatcher(), regions: regions)
        let whole = 0..<page.glyphs.count
        switch field.shape {
        case .periodEnd: return shapes.read(field, whole).flatMap { $0.end ?? ($0.value.isEmpty ? nil : $0.value) }
        case .identityNumber, .creditCode, .organizationCode, .bankCard, .phone, .lowerMachineLine:
            // What is said is taken as it is; its check tells whether it holds.
            return shapes.read(field, whole)?.value ?? page.plain(whole).uppercased()
        case .date, .month, .number, .amount, .sex: return shapes.read(field, whole)?.value
        case .ethnicity, .choice, .code: return shapes.read(field, whole)?.value ?? page.text(whole)
        default: return page.text(shapes.trimmed(whole))
        }
    }
}
