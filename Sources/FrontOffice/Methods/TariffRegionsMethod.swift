internal import Dialogue
internal import JSONText
internal import PowerDomain

/// `tariff.regions`: the regions that have figures, and what is not on record for them.
package enum TariffRegionsMethod: Method {
    package static let name = "tariff.regions"
    package static let summary = "Lists the supply regions with their names and the topics that are not on record."
    package static let parameters: [ParameterDescription] = []
    package static let result = "regions: [{region, name, not_on_record}]"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let regions = connection.server.regions.map { record -> JSONValue in
            [
                "region": .string(record.id),
                "name": .object(JSONObject(Language.allCases.map { ($0.rawValue, .string(record.name.text(in: $0))) })),
                "not_on_record": .array(record.notOnRecord.map(JSONValue.string)),
            ]
        }
        return .value(["regions": .array(regions)])
    }
}
