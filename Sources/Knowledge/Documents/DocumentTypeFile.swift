internal import Documents
package import PowerDomain
internal import TextAnalysis
internal import Yams

/// A document type as its file describes it, with the samples inside.
package struct DocumentTypeSource: Sendable {
    package let path: String
    package let name: String
    package let title: [Language: String]
    package let titles: [String]
    package let otherLabels: [String]
    package let checks: [String]
    package let fields: [Field]
    package let samples: [Sample]

    package struct Field: Sendable {
        package let name: String
        package let title: [Language: String]
        package let labels: [String]
        package let shape: String
        package let pattern: String?
        package let choices: [String]
        package let isRequired: Bool
        package let isWrapped: Bool
        package let repeats: Bool
        package let after: String?
        package let occurrence: Int?
        package let ends: String
        package let units: [String]
        package let check: String?
    }

    /// A text as an engine returned it, with what must be read from it.
    package struct Sample: Sendable {
        package let author: String
        package let note: String
        package let text: String
        package let fields: [String: String]
        package let line: Int
    }
}

/// Reads one file of `models/documents/`.
struct DocumentTypeFile {
    let file: YAMLFile

    func read(expectedName: String) -> DocumentTypeSource? {
        let root = file.root
        file.expectKeys(root, ["type", "title", "titles", "other_labels", "checks", "fields", "samples"], in: "a document type")
        guard let name = file.string(root, "type") else { return nil }
        if name != expectedName { file.report("the type is '\(name)', the file is named '\(expectedName)'", at: root["type"]) }
        let checks = file.strings(root, "checks")
        for (check, node) in checks where CrossCheck(rawValue: check) == nil {
            file.report(
                "no check is named '\(check)'; known are \(CrossCheck.allCases.map(\.rawValue).sorted().joined(separator: ", "))", at: node)
        }
        let fields = (file.mapping(root, "fields", required: true) ?? Node.Mapping([])).compactMap {
            key, node -> DocumentTypeSource.Field? in
            guard let name = key.string, let mapping = node.mapping else { file.report("a field must be a mapping", at: key); return nil }
            return field(name, mapping, node)
        }
        let names = Set(fields.map(\.name))
        for field in fields {
            if let after = field.after, !names.contains(after) {
                file.report("the field '\(field.name)' comes after '\(after)', which is no field", at: root["fields"])
            }
        }
        return DocumentTypeSource(
            path: file.path, name: name, title: texts(root, "title"), titles: file.strings(root, "titles").map(\.text),
            otherLabels: file.strings(root, "other_labels").map(\.text), checks: checks.map(\.text), fields: fields, samples: samples(names)
        )
    }

    private func texts(_ mapping: Node.Mapping, _ key: String) -> [Language: String] {
        var texts: [Language: String] = [:]
        for (name, text) in file.mapping(mapping, key, required: true) ?? Node.Mapping([]) {
            if let language = name.string.flatMap(Language.init(rawValue:)) { texts[language] = text.scalar?.string }
        }
        for language in Language.allCases where texts[language]?.isEmpty ?? true {
            file.report("'\(key)' has no text in \(language.rawValue)", at: mapping[key])
        }
        return texts
    }

    private static let fieldKeys: Set<String> = [
        "title", "labels", "shape", "pattern", "choices", "required", "lines", "repeats", "after", "occurrence", "ends", "units", "check",
    ]

    private func field(_ name: String, _ mapping: Node.Mapping, _ node: Node) -> DocumentTypeSource.Field? {
        file.expectKeys(mapping, Self.fieldKeys, in: "the field \(name)")
        guard let shape = file.string(mapping, "shape") else { return nil }
        if ValueShape(rawValue: shape) == nil {
            file.report(
                "no shape is named '\(shape)'; known are \(ValueShape.allCases.map(\.rawValue).sorted().joined(separator: ", "))", at: node)
        }
        let pattern = file.string(mapping, "pattern", required: shape == ValueShape.code.rawValue)
        if let pattern, (try? Pattern(pattern)) == nil {
            file.report("the pattern of '\(name)' is no regular expression", at: mapping["pattern"])
        }
        return DocumentTypeSource.Field(
            name: name, title: texts(mapping, "title"), labels: file.strings(mapping, "labels").map(\.text), shape: shape, pattern: pattern,
            choices: file.strings(mapping, "choices").map(\.text), isRequired: mapping["required"]?.bool ?? false,
            isWrapped: mapping["lines"]?.string == "several", repeats: mapping["repeats"]?.bool ?? false,
            after: file.string(mapping, "after", required: false), occurrence: mapping["occurrence"]?.int,
            ends: file.string(mapping, "ends", required: false) ?? "", units: file.strings(mapping, "units").map(\.text),
            check: check(mapping))
    }

    private func check(_ mapping: Node.Mapping) -> String? {
        guard let name = file.string(mapping, "check", required: false) else { return nil }
        if !CheckRules.all.contains(where: { $0.name == name }) {
            file.report(
                "no check is named '\(name)'; known are \(CheckRules.all.map { $0.name }.sorted().joined(separator: ", "))",
                at: mapping["check"])
        }
        return name
    }

    private func samples(_ names: Set<String>) -> [DocumentTypeSource.Sample] {
        (file.root["samples"]?.sequence ?? Node.Sequence([])).compactMap { node in
            guard let mapping = node.mapping, let text = file.string(mapping, "text") else {
                file.report("a sample wants a text", at: node); return nil
            }
            file.expectKeys(mapping, ["by", "note", "text", "fields"], in: "a sample")
            var fields: [String: String] = [:]
            for (key, value) in file.mapping(mapping, "fields", required: true) ?? Node.Mapping([]) {
                guard let name = key.string, names.contains(name), let value = value.scalar?.string else {
                    file.report("'\(key.string ?? "?")' is no field of this type", at: key)
                    continue
                }
                fields[name] = value
            }
            return DocumentTypeSource.Sample(
                author: file.string(mapping, "by", required: false) ?? "", note: file.string(mapping, "note", required: false) ?? "",
                text: text,
                fields: fields, line: file.line(node))
        }
    }
}
