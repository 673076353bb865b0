package import Documents
internal import JSONText
package import PowerDomain
package import TextAnalysis

/// The document types as a run needs them, compiled from their YAML into one JSON file beside the weights.
enum CompiledDocuments {
    /// Raised whenever the layout below changes; part of the fingerprint.
    static let format = 1

    static func json(_ source: DocumentSource) -> JSONValue {
        [
            "format": JSONValue(format), "fingerprint": .string(source.fingerprint), "types": .array(source.types.map(json)),
            "papers": papers(source.papers),
        ]
    }

    private static func json(_ type: DocumentTypeSource) -> JSONValue {
        [
            "name": .string(type.name), "title": texts(type.title), "titles": list(type.titles), "other_labels": list(type.otherLabels),
            "checks": list(type.checks), "fields": .array(type.fields.map { json($0, values(of: $0, in: type)) }),
            "surroundings": list(surroundings(of: type)),
        ]
    }

    /// The samples' lines that hold neither a value nor a label, each once.
    private static func surroundings(of type: DocumentTypeSource) -> [String] {
        let labels = (type.fields.flatMap(\.labels) + type.otherLabels).map(squeezed)
        var lines: Set<String> = []
        for sample in type.samples {
            let values = sample.fields.values.map(squeezed)
            for line in sample.text.split(separator: "\n").map({ squeezed(String($0)) }) where line.count >= 2 && line.count <= 60 {
                let holdsValue = values.contains { $0.contains(line) || ($0.count >= 2 && line.contains($0)) }
                if !holdsValue, !labels.contains(where: { line.hasPrefix($0) || $0.hasPrefix(line) }),
                    line.contains(where: { !$0.isNumber && !$0.isPunctuation })
                {
                    lines.insert(String(line.prefix(40)))
                }
            }
        }
        return lines.sorted()
    }

    private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// What the samples give for a wordy field, each value once.
    private static func values(of field: DocumentTypeSource.Field, in type: DocumentTypeSource) -> [String] {
        guard ValueShape(rawValue: field.shape)?.isTaught ?? false else { return [] }
        return Set(type.samples.compactMap { $0.fields[field.name] }.map { String($0.prefix(40)) }).sorted()
    }

    private static func json(_ field: DocumentTypeSource.Field, _ values: [String]) -> JSONValue {
        [
            "name": .string(field.name), "title": texts(field.title), "labels": list(field.labels), "shape": .string(field.shape),
            "pattern": field.pattern.map(JSONValue.string) ?? .null, "choices": list(field.choices), "required": .bool(field.isRequired),
            "wrapped": .bool(field.isWrapped), "repeats": .bool(field.repeats), "after": field.after.map(JSONValue.string) ?? .null,
            "occurrence": field.occurrence.map { JSONValue($0) } ?? .null, "ends": .string(field.ends),
            "units": list(field.units), "check": field.check.map(JSONValue.string) ?? .null, "values": list(values),
        ]
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    private static func texts(_ texts: [Language: String]) -> JSONValue {
        .object(JSONObject(texts.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, .string($0.value)) }))
    }

    private static func papers(_ book: PaperBook) -> JSONValue {
        [
            "kinds": .object(
                JSONObject(
                    book.kinds.sorted { $0.key < $1.key }.map { ($0.key, ["title": texts($0.value.title), "types": list($0.value.types)]) })
            ),
            "business": .object(JSONObject(book.business.sorted { $0.key < $1.key }.map { ($0.key, .array($0.value.map(json))) })),
        ]
    }

    private static func json(_ need: PaperBook.Need) -> JSONValue {
        [
            "paper": .string(need.kind), "for": .string(need.holder.rawValue), "when": need.condition.map(JSONValue.string) ?? .null,
            "required": .bool(need.isRequired),
        ]
    }

    // MARK: Reading

    /// Nil if the text is not such a file, or of another format.
    static func read(_ json: JSONValue) -> (fingerprint: String, types: [DocumentType], papers: PaperBook)? {
        guard json["format"]?.int == format, let fingerprint = json["fingerprint"]?.string, let types = json["types"]?.array else {
            return nil
        }
        return (fingerprint, types.compactMap(type), papers(json["papers"]))
    }

    private static func type(_ json: JSONValue) -> DocumentType? {
        guard let name = json["name"]?.string else { return nil }
        return DocumentType(
            name: name, title: titles(json["title"]), titles: strings(json["titles"]), otherLabels: strings(json["other_labels"]),
            fields: (json["fields"]?.array ?? []).compactMap(field), checks: strings(json["checks"]).compactMap(CrossCheck.init(rawValue:)),
            surroundings: strings(json["surroundings"]))
    }

    private static func field(_ json: JSONValue) -> FieldType? {
        guard let name = json["name"]?.string, let shape = json["shape"]?.string.flatMap(ValueShape.init(rawValue:)) else { return nil }
        return FieldType(
            name: name, title: titles(json["title"]), labels: strings(json["labels"]), shape: shape,
            pattern: json["pattern"]?.string.flatMap { try? Pattern($0) }, choices: strings(json["choices"]),
            isRequired: json["required"]?.bool ?? false, isWrapped: json["wrapped"]?.bool ?? false, repeats: json["repeats"]?.bool ?? false,
            after: json["after"]?.string, occurrence: json["occurrence"]?.int, ends: json["ends"]?.string ?? "",
            units: strings(json["units"]), check: json["check"]?.string,
            values: strings(json["values"]))
    }

    private static func papers(_ json: JSONValue?) -> PaperBook {
        var kinds: [String: PaperBook.Kind] = [:], business: [String: [PaperBook.Need]] = [:]
        for member in json?["kinds"]?.object?.members ?? [] {
            kinds[member.key] = PaperBook.Kind(
                name: member.key, title: titles(member.value["title"]), types: strings(member.value["types"]))
        }
        for member in json?["business"]?.object?.members ?? [] {
            business[member.key] = (member.value.array ?? []).compactMap { need in
                guard let kind = need["paper"]?.string, let holder = need["for"]?.string.flatMap(PaperBook.Holder.init(rawValue:)) else {
                    return nil
                }
                return PaperBook.Need(
                    kind: kind, holder: holder, condition: need["when"]?.string, isRequired: need["required"]?.bool ?? true)
            }
        }
        return PaperBook(kinds: kinds, business: business)
    }

    private static func strings(_ json: JSONValue?) -> [String] { (json?.array ?? []).compactMap(\.string) }

    private static func titles(_ json: JSONValue?) -> [Language: String] {
        var titles: [Language: String] = [:]
        for member in json?.object?.members ?? [] {
            if let language = Language(rawValue: member.key) { titles[language] = member.value.string }
        }
        return titles
    }
}

/// What document recognition works with: the reader of one version.
package struct DocumentBase: Sendable {
    package let version: String
    package let fingerprint: String
    package let types: [DocumentType]
    package let papers: PaperBook
    let classifier: TextClassifier

    /// From the bytes of a version's two files.
    package init(version: String, knowledge: [UInt8], weights: ModelBytes) throws(KnowledgeBase.LoadError) {
        guard let document = try? JSONReader.read(knowledge[...]), let contents = CompiledDocuments.read(document.value) else {
            throw .damaged("document knowledge of version \(version)")
        }
        let model: NGramModel
        do throws(NGramModel.FileError) { model = try NGramModel(weights) } catch { throw .model(error) }
        guard model.header.fingerprint == contents.fingerprint else {
            throw .damaged("weights and document knowledge are of different data")
        }
        self.version = version
        fingerprint = contents.fingerprint
        types = contents.types
        papers = contents.papers
        classifier = TextClassifier(model: model, lexicon: .empty)
    }

    /// A reader that knows `regions`.
    package func reader(_ regions: RegionCodes?) -> DocumentReader {
        DocumentReader(types: types, regions: regions, classifier: classifier)
    }
}
