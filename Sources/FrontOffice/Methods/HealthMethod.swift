internal import JSONText
internal import LanguageUnderstanding
internal import MiddleOffice
internal import TextAnalysis

/// `system.health`: whether everything that a run needs is there.
package enum HealthMethod: Method {
    package static let name = "system.health"
    package static let summary = "Tells whether the parts of the server are in order."
    package static let parameters: [ParameterDescription] = []
    package static let result = "status, version, model, intents, store"
    package static let minimumRole = Role.staff

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let server = connection.server, missing = await connection.hall.desk.missingParts()
        return .value([
            "status": "ok",
            "version": .string(server.version),
            "model": [
                "version": .string(server.modelVersion), "fingerprint": .string(server.modelFingerprint),
                "intents": JSONValue(connection.hall.classifier.ngrams.labels.count),
                "patterns": JSONValue(connection.hall.classifier.rules.rules.count),
            ],
            "pictures": [
                "missing": .array(missing.map(JSONValue.string)),
                "hint": missing.isEmpty ? .null : "`make pretrained` fetches them; until then Tesseract reads pictures, if it is installed",
            ],
            "store": ["kind": "memory", "durable": false],
        ])
    }
}
