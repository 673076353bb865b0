internal import Documents
internal import JSONText
internal import MiddleOffice
internal import PowerDomain

/// `document.types`: the papers that can be read, with their fields.
package enum DocumentTypesMethod: Method {
    package static let name = "document.types"
    package static let summary = "Lists the document types with their fields and checks."
    package static let parameters: [ParameterDescription] = []
    package static let result = "types: [{type, title, fields: [{name, title, required, shape}], checks}]"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        do throws(DocumentError) {
            let types = try await connection.hall.desk.equipment().reader.types
            return .value(["types": .array(types.map(describe))])
        } catch {
            throw connection.rpcError(error)
        }
    }

    private static func describe(_ type: DocumentType) -> JSONValue {
        [
            "type": .string(type.name), "title": titles(type.title),
            "fields": .array(
                type.fields.map { field in
                    [
                        "name": .string(field.name), "title": titles(field.title), "required": .bool(field.isRequired),
                        "shape": .string(field.shape.rawValue), "labels": .array(field.labels.map(JSONValue.string)),
                    ]
                }), "checks": .array(type.checks.map { .string($0.rawValue) }),
        ]
    }

    private static func titles(_ titles: [Language: String]) -> JSONValue {
        .object(JSONObject(titles.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, .string($0.value)) }))
    }
}
