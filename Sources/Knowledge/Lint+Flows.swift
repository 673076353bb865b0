internal import Dialogue
internal import PowerDomain

// Flows: every slot is known, asked in all languages, and named where it is read back.

extension Lint {
    mutating func checkFlows() {
        let slots = Dictionary(data.slots.map { ($0.slot.name, $0) }, uniquingKeysWith: { first, _ in first })
        for intent in data.served {
            guard let flow = intent.flow else { continue }
            let asked = Set(flow.required.flatMap(\.self) + flow.askOptional)
            for name in flow.slots {
                guard let source = slots[name] else {
                    report(intent.path, 1, "the flow's slot '\(name)' has no file intents/entities/\(name).yaml")
                    continue
                }
                let slot = source.own[flow.id] ?? source.slot
                requireAll(slot.title.texts, "title of \(name)", source.path)
                guard asked.contains(name), name != "verify" else { continue }
                requireAll(slot.ask.texts, "question for \(name) in \(flow.id)", source.path)
                requireAll(slot.hint.texts, "hint for \(name) in \(flow.id)", source.path)
                if [.choice, .choices].contains(slot.form), slot.choices.isEmpty {
                    report(source.path, 1, "\(name) in \(flow.id) is a choice without choices")
                }
            }
            for name in flow.askOptional where !flow.optional.contains(where: { $0.contains(name) }) {
                report(intent.path, 1, "'\(name)' is asked, but stands not among the optional slots")
            }
            if let done = flow.done { requireAll(done.texts, "done", intent.path) }
            if let confirm = flow.confirm { requireAll(confirm.texts, "confirm", intent.path) }
        }
        checkChoices()
        checkFlowWording()
    }

    private mutating func checkChoices() {
        for source in data.slots {
            for slot in [source.slot] + source.own.sorted(by: { $0.key < $1.key }).map(\.value) {
                for choice in slot.choices { requireAll(choice.title.texts, "choice \(choice.code) of \(slot.name)", source.path) }
            }
        }
    }

    private mutating func checkFlowWording() {
        guard data.intents.contains(where: { $0.flow != nil }) else { return }
        for language in Language.allCases {
            let words = data.flowWording[language] ?? [:], file = "intents/replies/flow.\(language.rawValue).yaml"
            for key in FlowWords.allCases where (words[key.rawValue] ?? "").isEmpty { report(file, 1, "no text for '\(key.rawValue)'") }
            let rules = Set(data.intents.compactMap(\.flow).flatMap(\.rules)).filter { BusinessRule(rawValue: $0) != nil }
            for rule in rules.sorted() where (words["rule_\(rule)"] ?? "").isEmpty {
                report(file, 1, "no text for 'rule_\(rule)'")
            }
        }
    }
}
