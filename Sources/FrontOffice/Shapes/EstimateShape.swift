package import JSONText
package import PowerDomain

/// Writes an estimate as CONTRACT §2 shapes the result of `tariff.calculate`.
package enum EstimateShape {
    package static func json(_ estimate: BillEstimate) -> JSONValue {
        var object: JSONObject = [
            "total": number(estimate.total.description), "lines": .array(estimate.lines.map(line)),
            "tier": estimate.tier.map { JSONValue($0) } ?? .null,
            "sources": .array(estimate.sources.map(source)),
        ]
        if !estimate.alternatives.isEmpty {
            object["alternatives"] = .array(
                estimate.alternatives.map { other in
                    [
                        "label": .string(other.label.rawValue), "total": number(other.total.description),
                        "lines": .array(other.lines.map(line)),
                    ]
                })
        }
        return .object(object)
    }

    private static func line(_ line: BillLine) -> JSONValue {
        var object: JSONObject = ["label": .string(line.label.description)]
        if let energy = line.energy { object["kwh"] = number(energy.description) }
        if let price = line.price { object["price"] = number(price.description) }
        object["amount"] = number(line.amount.description)
        return .object(object)
    }

    static func source(_ source: RuleSource) -> JSONValue {
        [
            "title": .string(source.document), "valid_from": source.validFrom.map(JSONValue.string) ?? .null,
            "confidence": .string(source.confidence.rawValue),
        ]
    }

    static func number(_ decimal: String) -> JSONValue { JSONNumber(decimal: decimal).map(JSONValue.number) ?? .string(decimal) }

    /// What is known where a figure is not on record: `data` of error 1008.
    package static func known(_ known: KnownRules) -> JSONObject {
        [
            "region": .string(known.region.rawValue), "topic": .string(known.topic.rawValue), "day": .string(known.day.description),
            "on_record_from": known.firstDay.map { .string($0.description) } ?? .null,
            "tiers": .array(known.upper.map { number($0.description) }),
            "increments": .array(known.increments.map { number($0.description) }),
            "price": known.price.map { number($0.description) } ?? .null,
            "sources": .array(known.sources.map(source)),
        ]
    }
}
