internal import Documents
internal import PowerDomain
internal import Yams

/// Reads `models/papers.yaml`.
struct PapersFile {
    let file: YAMLFile

    func read(types: Set<String>) -> PaperBook {
        file.expectKeys(file.root, ["kinds", "business"], in: "the papers")
        var kinds: [String: PaperBook.Kind] = [:]
        for (key, node) in file.mapping(file.root, "kinds", required: true) ?? Node.Mapping([]) {
            guard let name = key.string, let mapping = node.mapping else { continue }
            for (type, node) in file.strings(mapping, "types") where !types.contains(type) {
                file.report("no document type is named '\(type)'", at: node)
            }
            var title: [Language: String] = [:]
            for (language, text) in file.mapping(mapping, "title", required: true) ?? Node.Mapping([]) {
                if let language = language.string.flatMap(Language.init(rawValue:)) { title[language] = text.scalar?.string }
            }
            kinds[name] = PaperBook.Kind(name: name, title: title, types: file.strings(mapping, "types").map(\.text))
        }
        var business: [String: [PaperBook.Need]] = [:]
        for (key, node) in file.mapping(file.root, "business", required: true) ?? Node.Mapping([]) {
            guard let intent = key.string else { continue }
            business[intent] = (node.sequence ?? Node.Sequence([])).compactMap { need($0, kinds) }
        }
        return PaperBook(kinds: kinds, business: business)
    }

    private func need(_ node: Node, _ kinds: [String: PaperBook.Kind]) -> PaperBook.Need? {
        guard let mapping = node.mapping, let paper = file.string(mapping, "paper") else { return nil }
        if kinds[paper] == nil { file.report("no paper is named '\(paper)'", at: node) }
        let holder = file.string(mapping, "for", required: false) ?? "any"
        if PaperBook.Holder(rawValue: holder) == nil {
            file.report("'for' is one of \(PaperBook.Holder.allCases.map(\.rawValue).joined(separator: ", "))", at: node)
        }
        return PaperBook.Need(
            kind: paper, holder: PaperBook.Holder(rawValue: holder) ?? .any, condition: file.string(mapping, "when", required: false),
            isRequired: mapping["required"]?.bool ?? true)
    }
}
