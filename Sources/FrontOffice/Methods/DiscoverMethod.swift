internal import JSONText

/// `rpc.discover`: an OpenRPC document, generated from the method table.
package enum DiscoverMethod: Method {
    package static let name = "rpc.discover"
    package static let summary = "Describes every method as an OpenRPC document."
    package static let parameters: [ParameterDescription] = []
    package static let result = "the OpenRPC document"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        .value([
            "openrpc": "1.3.2",
            "info": ["title": "powerhall", "version": .string(connection.server.version)],
            "methods": .array(Methods.all.map(describe)),
        ])
    }

    private static func describe(_ method: any Method.Type) -> JSONValue {
        [
            "name": .string(method.name),
            "summary": .string(method.summary),
            "paramStructure": "by-name",
            "params": .array(
                method.parameters.map { parameter in
                    [
                        "name": .string(parameter.name), "required": .bool(parameter.isRequired),
                        "description": .string(parameter.meaning), "schema": ["type": .string(parameter.type)],
                    ]
                }),
            "result": ["name": "result", "description": .string(method.result), "schema": ["type": "object"]],
            "x-role": .string(method.minimumRole.rawValue),
        ]
    }
}
