internal import Dialogue
internal import JSONText
internal import LanguageUnderstanding
internal import PowerDomain

/// The flows, slots and their wording in the compiled knowledge.
enum CompiledFlows {
    // MARK: Writing

    static func json(_ source: KnowledgeSource) -> JSONValue {
        let flows = source.served.compactMap { intent in intent.flow.map { (intent.id, json($0)) } }
        let keys = Set(source.flowWording.values.flatMap(\.keys)).sorted()
        return [
            "flows": .object(JSONObject(flows)),
            "slots": .object(JSONObject(source.slots.map { ($0.slot.name, json($0.slot)) })),
            "own": .object(
                JSONObject(
                    source.slots.flatMap { item in
                        item.own.sorted { $0.key < $1.key }.map { ("\($0.key)/\(item.slot.name)", json($0.value)) }
                    })),
            "words": .object(JSONObject(keys.map { key in (key, texts(source.flowWording.compactMapValues { $0[key] })) })),
            "prefixes": .array(
                source.prefixes.sorted { $0.prefix < $1.prefix }.map { .array([.string($0.prefix), .string($0.region.rawValue)]) }),
        ]
    }

    private static func texts(_ texts: [Language: String]) -> JSONValue {
        .object(JSONObject(texts.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, .string($0.value)) }))
    }

    private static func groups(_ groups: [[String]]) -> JSONValue { .array(groups.map(strings)) }

    private static func strings(_ list: [String]) -> JSONValue { .array(list.map(JSONValue.string)) }

    private static func json(_ flow: Flow) -> JSONValue {
        [
            "required": groups(flow.required), "optional": groups(flow.optional), "ask_optional": strings(flow.askOptional),
            "service": .string(flow.service.rawValue), "confirm": flow.confirm.map { texts($0.texts) } ?? .null,
            "done": flow.done.map { texts($0.texts) } ?? .null, "rules": strings(flow.rules),
            "offices": strings(flow.offices.map(\.rawValue)),
        ]
    }

    private static func json(_ slot: SlotDefinition) -> JSONValue {
        [
            "title": texts(slot.title.texts), "form": .string(slot.form.rawValue), "check": slot.check.map(JSONValue.string) ?? .null,
            "personal": .bool(slot.isPersonal), "ask": texts(slot.ask.texts), "hint": texts(slot.hint.texts),
            "unknown": slot.unknown.map { texts($0.texts) } ?? .null,
            "choices": .array(
                slot.choices.map { ["code": .string($0.code), "title": texts($0.title.texts), "words": strings($0.words)] }),
        ]
    }

    // MARK: Reading

    static func read(_ json: JSONValue?) -> FlowBook {
        guard let json else { return .empty }
        var words: [FlowWords: Wording] = [:], rules: [String: Wording] = [:]
        for (key, value) in members(json["words"]) {
            if key.hasPrefix("rule_") { rules[String(key.dropFirst("rule_".count))] = wording(value) }
            if let known = FlowWords(rawValue: key) { words[known] = wording(value) }
        }
        let prefixes = (json["prefixes"]?.array ?? []).compactMap { item -> (prefix: String, region: Region)? in
            guard let pair = item.array?.compactMap(\.string), pair.count == 2, let region = Region(rawValue: pair[1]) else { return nil }
            return (pair[0], region)
        }
        return FlowBook(
            flows: Dictionary(uniqueKeysWithValues: members(json["flows"]).compactMap { id, value in flow(id, value).map { (id, $0) } }),
            slots: Dictionary(
                uniqueKeysWithValues: members(json["slots"]).compactMap { name, value in slot(name, value).map { (name, $0) } }),
            own: Dictionary(
                uniqueKeysWithValues: members(json["own"]).compactMap { key, value in
                    slot(key.split(separator: "/").last.map(String.init) ?? key, value).map { (key, $0) }
                }),
            words: words, ruleWords: rules, prefixes: prefixes)
    }

    private static func members(_ value: JSONValue?) -> [(String, JSONValue)] {
        (value?.object?.members ?? []).map { ($0.key, $0.value) }
    }

    private static func wording(_ value: JSONValue) -> Wording {
        Wording(
            Dictionary(
                uniqueKeysWithValues: members(value).compactMap { key, text in
                    Language(rawValue: key).flatMap { language in text.string.map { (language, $0) } }
                }))
    }

    private static func optional(_ value: JSONValue?) -> Wording? { value?.object == nil ? nil : wording(value ?? .null) }

    private static func strings(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }

    private static func groups(_ value: JSONValue?) -> [[String]] { (value?.array ?? []).map { strings($0) } }

    private static func flow(_ id: String, _ value: JSONValue) -> Flow? {
        guard let service = value["service"]?.string.flatMap(Flow.Service.init(rawValue:)) else { return nil }
        return Flow(
            id: id, required: groups(value["required"]), optional: groups(value["optional"]), askOptional: strings(value["ask_optional"]),
            service: service, confirm: optional(value["confirm"]), done: optional(value["done"]), rules: strings(value["rules"]),
            offices: strings(value["offices"]).compactMap(OrderReceipt.Office.init(rawValue:)))
    }

    private static func slot(_ name: String, _ value: JSONValue) -> SlotDefinition? {
        guard let form = value["form"]?.string.flatMap(SlotDefinition.Form.init(rawValue:)) else { return nil }
        let choices = (value["choices"]?.array ?? []).compactMap { item -> SlotDefinition.Choice? in
            item["code"]?.string.map {
                SlotDefinition.Choice(code: $0, title: wording(item["title"] ?? .null), words: strings(item["words"]))
            }
        }
        return SlotDefinition(
            name: name, title: wording(value["title"] ?? .null), form: form, check: value["check"]?.string,
            isPersonal: value["personal"]?.bool ?? false, ask: wording(value["ask"] ?? .null), hint: wording(value["hint"] ?? .null),
            unknown: optional(value["unknown"]), choices: choices)
    }
}
