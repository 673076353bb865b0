internal import PowerDomain
internal import TextAnalysis

/// Turns the choices of an extractor into readings with values in their forms.
struct FieldWriter {
    let extractor: FieldExtractor

    func fields() -> [FieldReading] {
        let choices = extractor.choices(), types = extractor.definition.fields
        var readings: [FieldReading] = []
        for (number, field) in types.enumerated() {
            if let choice = choices[number] {
                if let reading = reading(field, choice) { readings.append(reading) }
            } else if field.shape == .periodEnd, let start = types.firstIndex(where: { $0.shape == .periodStart }),
                let choice = choices[start]
            {
                if let reading = end(field, choice) { readings.append(reading) }
            }
        }
        return readings
    }

    private func reading(_ field: FieldType, _ choice: FieldExtractor.Choice) -> FieldReading? {
        var value = choice.candidate.reading.value
        if field.shape == .periodEnd { value = choice.candidate.reading.end ?? "" }
        let page = extractor.page
        var raw = page.text(choice.candidate.reading.span)
        let spans = extractor.ordered([choice.candidate.reading.span] + choice.more.map { extractor.layout.atoms[$0].span })
        if spans.count > 1 || Self.isPlain(field.shape) {
            value = spans.map { page.text($0) }.joined()
            raw = value
        }
        value = Self.cleaned(value, field.shape)
        guard !value.isEmpty else { return nil }
        var reading = finish(field, value, raw, choice)
        if field.shape == .scope {
            reading.value = Self.listed(value)
            reading.isRepaired = reading.isRepaired || reading.value != value
        }
        return reading
    }

    private func end(_ field: FieldType, _ choice: FieldExtractor.Choice) -> FieldReading? {
        guard let value = choice.candidate.reading.end else { return nil }
        return finish(field, value, extractor.page.text(choice.candidate.reading.span), choice)
    }

    private func finish(_ field: FieldType, _ value: String, _ raw: String, _ choice: FieldExtractor.Choice) -> FieldReading {
        let candidate = choice.candidate, page = extractor.page
        let confidence = min(0.99, 0.35 + Double(candidate.score) * 0.08)
        var reading = FieldReading(name: field.name, value: value, raw: raw, confidence: confidence, isValid: candidate.reading.isValid)
        reading.isRepaired = candidate.reading.isRepaired
        reading.evidence = evidence(candidate)
        let spans = [candidate.reading.span] + choice.more.map { extractor.layout.atoms[$0].span }
        reading.lines = Set(spans.flatMap { page.line(of: $0.lowerBound)...page.line(of: max($0.lowerBound, $0.upperBound - 1)) }).map {
            page.sources[$0]
        }.sorted()
        return reading
    }

    private func evidence(_ candidate: FieldExtractor.Candidate) -> [String] {
        var evidence: [String] = []
        if let label = candidate.label {
            let placed = extractor.layout.labels[label]
            evidence.append(
                "label \(extractor.page.text(placed.label.span)) \(Self.tenths(candidate.link))"
                    + (placed.label.quality < 1 ? " (misread)" : ""))
        } else {
            evidence.append("no label beside it \(Self.tenths(candidate.link))")
        }
        evidence.append("shape \(extractor.definition.fields[candidate.field].shape.rawValue) \(Self.tenths(candidate.reading.score))")
        return evidence
    }

    private static func tenths(_ value: Float) -> String { "\((value * 10).rounded() / 10)" }

    /// Shapes whose value is what is printed.
    private static func isPlain(_ shape: ValueShape) -> Bool {
        switch shape {
        case .text, .scope, .person, .party, .company, .authority, .address: true
        default: false
        }
    }

    /// A scope of business is a list: what engines read as colons between its items are semicolons, but not after
    /// 一般项目 and the like; and the usual clause in brackets follows a full stop.
    private static func listed(_ scope: String) -> String {
        var listed = "", before = ""
        for character in scope {
            if character == "：" || character == ":", !before.hasSuffix("项目"), !before.hasSuffix("经营"), !before.hasSuffix("范围") {
                listed.append(character == ":" ? ";" : "；")
            } else {
                listed.append(character)
            }
            before = String((before + String(character)).suffix(2))
        }
        return listed.replacing("，（依法", with: "。（依法").replacing(",(依法", with: "。(依法")
    }

    /// Without marks at the ends that engines add.
    private static func cleaned(_ value: String, _ shape: ValueShape) -> String {
        var scalars = Array(value.unicodeScalars)
        func isLoose(_ scalar: Unicode.Scalar) -> Bool { "|:：_—–~·•'\"“”‘’`,，、".unicodeScalars.contains(scalar) }
        while let first = scalars.first, isLoose(first) || first == ")" || first == "）" { scalars.removeFirst() }
        while let last = scalars.last, isLoose(last) || (shape != .scope && (last == "。" || last == "." || last == ";" || last == "；")) {
            scalars.removeLast()
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
