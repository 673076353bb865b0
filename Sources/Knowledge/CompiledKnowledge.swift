internal import Dialogue
internal import JSONText
internal import LanguageUnderstanding
internal import PowerDomain
internal import TextAnalysis

/// What a run needs, compiled from the YAML files into one JSON file beside the weights.
package enum CompiledKnowledge {
    /// Raised whenever the layout below or the model file changes; part of the fingerprint.
    package static let format = 3

    // MARK: Writing

    static func json(_ source: KnowledgeSource) -> JSONValue {
        let outside = source.intents.first { $0.id == IntentClassifier.outOfScope }
        return [
            "format": JSONValue(format),
            "fingerprint": .string(source.fingerprint),
            "rules": .array(PatternRules.rules(of: source).map(json)),
            "lexicon": .array(source.lexicon.map { .array(([$0.concept] + $0.terms).map(JSONValue.string)) }),
            "intents": .object(JSONObject(source.served.map { ($0.id, json($0)) })),
            "outside": .object(JSONObject((outside?.kinds ?? []).map { ($0.name, texts($0.replies)) })),
            "shared": byKey(source.wording),
            "units": byKey(source.units),
            "safety": .object(JSONObject((source.safety.cases + source.safety.firstWords).map { ($0.name, texts($0.words)) })),
            "figures": .array(source.tariffs.flatMap(figures)),
            "not_on_record": .object(JSONObject(source.tariffs.map { ($0.region, .array($0.notOnRecord.map(JSONValue.string))) })),
            "region_names": .object(JSONObject(source.tariffs.map { ($0.region, texts($0.names)) })),
            "dialogue": CompiledFlows.json(source), "order_limits": source.orderLimits.json,
            "cities": .object(JSONObject(source.regionOfCity.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value.rawValue)) })),
        ]
    }

    private static func json(_ rule: PatternRule) -> JSONValue {
        let meaning: [String] =
            switch rule.meaning {
            case .intent(let intent): ["intent", intent]
            case .outOfScope(let kind): ["outside", kind]
            case .danger(let intent, let isCertain): [isCertain ? "danger" : "doubt", intent]
            case .dangerCase(let name): ["case", name]
            case .signal(let name): ["signal", name]
            case .topic(let offers): ["topic", offers.joined(separator: ",")]
            case .negation: ["negation", ""]
            }
        return .array(([rule.name, rule.pattern] + meaning).map(JSONValue.string))
    }

    private static func json(_ intent: IntentSource) -> JSONValue {
        var object: JSONValue = ["title": texts(intent.titles), "reply": texts(intent.replies)]
        if case .object(var members) = object {
            if !intent.byRegion.isEmpty {
                members["by_region"] = .object(
                    JSONObject(
                        intent.byRegion.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, texts($0.value)) }))
            }
            if !intent.quickReplies.isEmpty {
                members["quick_replies"] = .object(
                    JSONObject(
                        intent.quickReplies.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                            ($0.key.rawValue, .array($0.value.map(JSONValue.string)))
                        }))
            }
            object = .object(members)
        }
        return object
    }

    private static func texts(_ texts: [Language: String]) -> JSONValue {
        .object(JSONObject(texts.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, .string($0.value)) }))
    }

    private static func byKey(_ wording: [Language: [String: String]]) -> JSONValue {
        let keys = Set(wording.values.flatMap(\.keys)).sorted()
        return .object(JSONObject(keys.map { key in (key, texts(wording.compactMapValues { $0[key] })) }))
    }

    private static func figures(_ tariff: TariffSource) -> [JSONValue] {
        tariff.blocks.flatMap { block in
            block.figures.map { figure in
                [
                    "ref": .string("\(tariff.region).\(block.topic).\(figure.name)"), "value": texts(figure.value),
                    "unit": .string(figure.unit), "document": .string(block.document),
                    "valid_from": block.validFrom.map(JSONValue.string) ?? .null, "confidence": .string(block.confidence),
                ]
            }
        }
    }

    // MARK: Reading

    /// Nil if the text is not such a file, or of another format.
    static func read(_ json: JSONValue) -> KnowledgeBase.Contents? {
        guard json["format"]?.int == format, let rules = json["rules"]?.array, let lexicon = json["lexicon"]?.array,
            let fingerprint = json["fingerprint"]?.string, let compiled = try? PatternRules(rules.compactMap(rule))
        else { return nil }
        var figures: [String: [Figure]] = [:]
        for item in json["figures"]?.array ?? [] {
            if let (reference, figure) = figure(item) { figures[reference, default: []].append(figure) }
        }
        let entries = lexicon.compactMap { item -> ConceptLexicon.Entry? in
            guard let words = item.array?.compactMap(\.string), let concept = words.first else { return nil }
            return ConceptLexicon.Entry(concept: concept, terms: Array(words.dropFirst()))
        }
        let shared = members(json["shared"]).compactMap { key, value in ReplyBook.Key(rawValue: key).map { ($0, wording(value)) } }
        let book = ReplyBook(
            intents: Dictionary(uniqueKeysWithValues: members(json["intents"]).map { ($0, replies($1)) }),
            outside: Dictionary(uniqueKeysWithValues: members(json["outside"]).map { ($0, wording($1)) }),
            shared: Dictionary(uniqueKeysWithValues: shared),
            safety: Dictionary(uniqueKeysWithValues: members(json["safety"]).map { ($0, wording($1)) }),
            units: Dictionary(uniqueKeysWithValues: members(json["units"]).map { ($0, wording($1)) }),
            figures: FigureBook(figures),
            regionOfCity: Dictionary(
                uniqueKeysWithValues: members(json["cities"]).compactMap { city, region in
                    region.string.flatMap(Region.init(rawValue:)).map { (city, $0) }
                }))
        return KnowledgeBase.Contents(
            fingerprint: fingerprint, rules: compiled, lexicon: ConceptLexicon(entries), book: book,
            flows: CompiledFlows.read(json["dialogue"]), orderLimits: OrderLimits(json["order_limits"]),
            regionNames: Dictionary(uniqueKeysWithValues: members(json["region_names"]).map { ($0, wording($1)) }),
            notOnRecord: Dictionary(
                uniqueKeysWithValues: members(json["not_on_record"]).map { ($0, ($1.array ?? []).compactMap(\.string)) }))
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

    private static func replies(_ value: JSONValue) -> ReplyBook.IntentReplies {
        let regions = members(value["by_region"]).compactMap { key, text in Region(rawValue: key).map { ($0, wording(text)) } }
        let choices = members(value["quick_replies"]).compactMap { key, list in
            Language(rawValue: key).map { ($0, (list.array ?? []).compactMap(\.string)) }
        }
        return ReplyBook.IntentReplies(
            title: wording(value["title"] ?? .null), reply: wording(value["reply"] ?? .null),
            byRegion: Dictionary(uniqueKeysWithValues: regions), quickReplies: Choices(Dictionary(uniqueKeysWithValues: choices)))
    }

    private static func figure(_ item: JSONValue) -> (String, Figure)? {
        guard let reference = item["ref"]?.string, let unit = item["unit"]?.string, let document = item["document"]?.string,
            let confidence = item["confidence"]?.string.flatMap(Figure.Confidence.init(rawValue:))
        else { return nil }
        let source = Figure.Source(document: document, validFrom: item["valid_from"]?.string, confidence: confidence)
        return (reference, Figure(value: wording(item["value"] ?? .null), unit: unit, source: source))
    }

    private static func rule(_ item: JSONValue) -> PatternRule? {
        guard let words = item.array?.compactMap(\.string), words.count == 4 else { return nil }
        let meaning: PatternRule.Meaning
        switch words[2] {
        case "intent": meaning = .intent(words[3])
        case "outside": meaning = .outOfScope(kind: words[3])
        case "danger": meaning = .danger(intent: words[3], isCertain: true)
        case "doubt": meaning = .danger(intent: words[3], isCertain: false)
        case "case": meaning = .dangerCase(words[3])
        case "signal": meaning = .signal(words[3])
        case "topic": meaning = .topic(offers: words[3].split(separator: ",").map(String.init))
        case "negation": meaning = .negation
        default: return nil
        }
        return PatternRule(name: words[0], meaning: meaning, pattern: words[1])
    }
}

extension PatternRules {
    /// All rules of the data, safety first, in the order of the files.
    static func rules(of source: KnowledgeSource) -> [PatternRule] {
        var rules: [PatternRule] = []
        func add(_ name: String, _ meaning: PatternRule.Meaning, _ patterns: [IntentSource.PatternSource]) {
            for (index, pattern) in patterns.enumerated() {
                rules.append(PatternRule(name: "\(name)#\(index + 1)", meaning: meaning, pattern: pattern.text))
            }
        }
        for rule in source.safety.rules {
            add(
                "safety.\(rule.isCertain ? "certain" : "doubtful").\(rule.intent)",
                .danger(intent: rule.intent, isCertain: rule.isCertain), rule.patterns)
        }
        for item in source.safety.cases { add("safety.case.\(item.name)", .dangerCase(item.name), item.cues) }
        for item in source.safety.firstWords { add("safety.first.\(item.name)", .signal("first.\(item.name)"), item.cues) }
        for intent in source.served { add(intent.id, .intent(intent.id), intent.patterns) }
        for intent in source.intents where intent.id == IntentClassifier.outOfScope {
            for kind in intent.kinds { add("oos.\(kind.name)", .outOfScope(kind: kind.name), kind.patterns) }
        }
        for signal in source.signals { add("signal.\(signal.name)", .signal(signal.name), signal.patterns) }
        for topic in source.topics { add("topic.\(topic.name)", .topic(offers: topic.offers), topic.patterns) }
        add("negation", .negation, source.negations)
        return rules
    }
}
