internal import JSONText
internal import MiddleOffice
internal import PowerDomain

/// `tariff.calculate`: what a bill comes to, line by line.
package enum TariffCalculateMethod: Method {
    package static let name = "tariff.calculate"
    package static let summary = "Reckons a bill under the rules on record: lines, tier, sources."
    package static let parameters = [
        ParameterDescription("region", "string", required: true, "guangzhou, shenzhen, guangdong, guangxi, yunnan, guizhou or hainan"),
        ParameterDescription("month", "string", "YYYY-MM, or 1 to 12 of the current year"),
        ParameterDescription("kwh", "number", "the energy; may be left out beside a split"),
        ParameterDescription("ytd_kwh", "number", "used this year before the month; needed where tiers are yearly"),
        ParameterDescription("category", "string", "resident, shared_meter, ev or low_income"),
        ParameterDescription("household_size", "integer", "people in the home"),
        ParameterDescription("split", "object", "kWh by period: {peak, flat, valley, critical}"),
        ParameterDescription("free_kwh", "number", "free energy of this bill"),
        ParameterDescription("late", "object", "{days, amount, class: resident|other}"),
        ParameterDescription("as_of", "string", "the day whose rules are wanted, YYYY-MM-DD"),
    ]
    package static let result = "total, lines: [{label, kwh?, price?, amount}], tier, sources, alternatives?"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        guard let table = connection.hall.tariffs.table else { throw .unavailable("The rules of tariffs cannot be read.") }
        let fields = try Self.fields(parameters)
        do throws(TariffError) {
            return .value(EstimateShape.json(try table.estimate(BillQuestion(fields: fields, today: connection.hall.surroundings.today()))))
        } catch {
            switch error {
            case .invalidValue(let field, let reason):
                throw .invalidValue(
                    field, reason.rawValue, hint: hint(field),
                    message: "'\(field)' cannot be used: \(reason.rawValue.replacing("_", with: " ")).")
            case .notOnRecord(let known):
                throw RPCError(
                    code: 1008, word: "not_on_record",
                    message: "No source on record gives \(known.topic.rawValue) for \(known.region.rawValue).",
                    data: EstimateShape.known(known))
            }
        }
    }

    /// Parameters as texts by name, a member of an object behind a dot.
    private static func fields(_ parameters: Parameters) throws(RPCError) -> [String: String] {
        var fields: [String: String] = [:]
        for name in ["region", "month", "kwh", "ytd_kwh", "category", "household_size", "free_kwh", "as_of"] {
            if let text = try text(parameters.value(name), name) { fields[name] = text }
        }
        for object in ["split", "late"] {
            guard let value = parameters.value(object), value != .null else { continue }
            guard let members = value.object?.members else { throw .invalidParams(object, "must be an object") }
            for member in members {
                if let text = try text(member.value, "\(object).\(member.key)") { fields["\(object).\(member.key)"] = text }
            }
        }
        return fields
    }

    private static func text(_ value: JSONValue?, _ name: String) throws(RPCError) -> String? {
        switch value {
        case nil, .null?: return nil
        case .string(let text)?: return text
        case .number(let number)?: return number.literal
        default: throw .invalidParams(name, "must be a text or a number")
        }
    }

    private static func hint(_ field: String) -> String {
        switch field {
        case "region": Region.allCases.map(\.rawValue).joined(separator: ", ")
        case "month": "2026-07, or 1 to 12"
        case "category": BillQuestion.Category.allCases.map(\.rawValue).joined(separator: ", ")
        case "as_of": "2026-11-24"
        case "ytd_kwh": "the kWh used this year before the month: tiers are yearly in this region"
        default: "a number of at least 0"
        }
    }
}
