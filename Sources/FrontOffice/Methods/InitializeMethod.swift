internal import Documents
internal import JSONText
internal import MiddleOffice

/// `initialize`: who is who, what the server can do, and its limits.
package enum InitializeMethod: Method {
    package static let name = "initialize"
    package static let summary = "Tells the server's name, its abilities and its limits. Optional on standard input."
    package static let parameters = [
        ParameterDescription("client", "object", "name and version of the front end"),
        ParameterDescription("protocol", "string", "the protocol that the front end speaks: 1"),
        ParameterDescription("token", "string", "raises the role on listeners other than standard input"),
    ]
    package static let result = "server, protocol, capabilities, role, limits, model"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        if let version = try parameters.optionalString("protocol"), version != "1" {
            throw .invalidParams("protocol", "this server speaks protocol 1")
        }
        let server = connection.server
        // Where the models are missing no paper is read; the methods say why.
        let types = (try? await connection.hall.desk.equipment().reader.types.map { JSONValue.string($0.name) }) ?? []
        return .value([
            "server": ["name": "powerhall", "version": .string(server.version)],
            "protocol": "1",
            "protocols": ["1"],
            "role": .string(connection.role.rawValue),
            "capabilities": [
                "durable": false, "events": false, "documents": .array(types),
                "languages": ["zh-Hans", "zh-Hant", "yue", "en"],
                "methods": .array(Methods.all.map { .string($0.name) }),
            ],
            "limits": [
                "maxLineBytes": JSONValue(Connection.Limit.lineBytes), "maxText": JSONValue(Connection.Limit.text),
                "maxAttachments": JSONValue(Connection.Limit.attachments),
                "minSide": JSONValue(Connection.Limit.side.lowerBound), "maxSide": JSONValue(Connection.Limit.side.upperBound),
                "maxPixels": JSONValue(Connection.Limit.pixels), "inFlight": JSONValue(Connection.Limit.inFlight),
                "ratePerMinute": JSONValue(server.perMinute),
            ],
            "model": ["version": .string(server.modelVersion), "fingerprint": .string(server.modelFingerprint)],
        ])
    }
}
