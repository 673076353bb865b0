package import Dialogue
internal import PowerDomain
internal import Yams

/// A slot type as its file under `intents/entities/` describes it.
package struct SlotSource: Sendable {
    package let path: String
    package let slot: SlotDefinition
    /// The slot as single flows have it: what differs replaces what is general.
    package let own: [String: SlotDefinition]
}

/// Reads one file of `intents/entities/`.
struct SlotFile {
    let file: YAMLFile

    private static let keys: Set<String> = ["form", "title", "check", "personal", "ask", "hint", "unknown", "choices"]

    func read(expectedName: String) -> SlotSource? {
        let root = file.root
        file.expectKeys(root, Self.keys.union(["slot", "in"]), in: "a slot")
        guard let name = file.string(root, "slot"), let slot = definition(root, name, nil) else { return nil }
        if name != expectedName { file.report("the slot is called '\(name)', the file '\(expectedName)'", at: root["slot"]) }
        var own: [String: SlotDefinition] = [:]
        for (key, node) in file.mapping(root, "in") ?? Node.Mapping([]) {
            guard let flow = key.string, let mapping = node.mapping else {
                file.report("'in' wants a mapping for each intent", at: key)
                continue
            }
            file.expectKeys(mapping, Self.keys, in: "in \(flow)")
            own[flow] = definition(mapping, name, slot)
        }
        return SlotSource(path: file.path, slot: slot, own: own)
    }

    /// A definition; what `mapping` leaves out is taken from `general`, null takes it away.
    private func definition(_ mapping: Node.Mapping, _ name: String, _ general: SlotDefinition?) -> SlotDefinition? {
        var form = general?.form
        if mapping["form"] != nil || general == nil, let text = file.string(mapping, "form") {
            form = SlotDefinition.Form(rawValue: text)
            if form == nil { file.report("unknown form '\(text)'", at: mapping["form"]) }
        }
        guard let form else { return nil }
        var check = general?.check
        if let node = mapping["check"] {
            check = Self.isNull(node) ? nil : node.scalar?.string
            if let check, !SlotChecks.names.contains(check) { file.report("unknown check '\(check)'", at: node) }
        }
        return SlotDefinition(
            name: name, title: wording(mapping, "title") ?? general?.title ?? Wording([:]), form: form, check: check,
            isPersonal: mapping["personal"]?.scalar.map { $0.string == "true" } ?? general?.isPersonal ?? false,
            ask: wording(mapping, "ask") ?? general?.ask ?? Wording([:]), hint: wording(mapping, "hint") ?? general?.hint ?? Wording([:]),
            unknown: mapping["unknown"].map(Self.isNull) == true ? nil : wording(mapping, "unknown") ?? general?.unknown,
            choices: choices(mapping) ?? general?.choices ?? [])
    }

    static func isNull(_ node: Node) -> Bool { node.scalar.map { ["null", "~", ""].contains($0.string) } ?? false }

    private func choices(_ parent: Node.Mapping) -> [SlotDefinition.Choice]? {
        guard let node = parent["choices"] else { return nil }
        if Self.isNull(node) { return [] }
        guard let mapping = file.mapping(parent, "choices") else { return nil }
        return mapping.compactMap { key, node in
            guard let code = key.scalar?.string, let choice = node.mapping else {
                file.report("a choice wants title and words", at: key); return nil
            }
            file.expectKeys(choice, ["title", "words"], in: "the choice \(code)")
            return SlotDefinition.Choice(
                code: code, title: wording(choice, "title") ?? Wording([:]), words: file.strings(choice, "words").map(\.text))
        }
    }

    private func wording(_ parent: Node.Mapping, _ key: String) -> Wording? {
        guard let node = parent[key], !Self.isNull(node) else { return nil }
        guard let mapping = file.mapping(parent, key) else { return nil }
        return FlowFile.wording(mapping, file)
    }
}

/// Reads the `flow:` of an intent.
struct FlowFile {
    let file: YAMLFile
    let offices: [String]

    static func wording(_ mapping: Node.Mapping, _ file: YAMLFile) -> Wording {
        var texts: [Language: String] = [:]
        for (name, node) in mapping {
            guard let language = name.string.flatMap(Language.init(rawValue:)), let text = node.scalar?.string else {
                file.report("a wording wants a text for each of zh-Hans, yue, zh-Hant, en", at: name)
                continue
            }
            texts[language] = text
        }
        return Wording(texts)
    }

    func read(_ root: Node.Mapping, id: String) -> Flow? {
        guard let mapping = file.mapping(root, "flow") else { return nil }
        file.expectKeys(
            mapping, ["slots", "optional", "ask_optional", "service", "confirm", "done", "rules"], in: "a flow")
        guard let name = file.string(mapping, "service") else { return nil }
        guard let service = Flow.Service(rawValue: name) else {
            file.report(
                "unknown service '\(name)'; known are \(Flow.Service.allCases.map(\.rawValue).joined(separator: ", "))",
                at: mapping["service"])
            return nil
        }
        // Rules that are no limit of a value are kept by the flow's own data, the desk or the stores.
        let rules = file.strings(mapping, "rules")
        return Flow(
            id: id, required: groups(mapping, "slots"), optional: groups(mapping, "optional"),
            askOptional: file.strings(mapping, "ask_optional").map(\.text), service: service, confirm: wording(mapping, "confirm"),
            done: wording(mapping, "done"), rules: rules.map(\.text), offices: offices.compactMap(OrderReceipt.Office.init(rawValue:)))
    }

    private func wording(_ parent: Node.Mapping, _ key: String) -> Wording? {
        guard parent[key] != nil, let mapping = file.mapping(parent, key) else { return nil }
        return Self.wording(mapping, file)
    }

    /// Slots, a one_of as a list in the list.
    private func groups(_ parent: Node.Mapping, _ key: String) -> [[String]] {
        guard let node = parent[key] else { return [] }
        guard let sequence = node.sequence else { file.report("'\(key)' must be a list", at: node); return [] }
        return sequence.compactMap { item in
            if let name = item.scalar?.string { return [name] }
            let names = (item.sequence ?? Node.Sequence([])).compactMap { $0.scalar?.string }
            if names.isEmpty { file.report("an item of '\(key)' is no slot", at: item) }
            return names.isEmpty ? nil : names
        }
    }
}
