internal import JSONText
internal import LanguageUnderstanding
internal import MiddleOffice
internal import PowerDomain

/// `intent.classify`: what a text means, without a conversation.
package enum ClassifyMethod: Method {
    package static let name = "intent.classify"
    package static let summary = "Understands a text: intents, decision, language, entities."
    package static let parameters = [
        ParameterDescription("text", "string", required: true, "the text, at most 4000 characters"),
        ParameterDescription("top", "integer", "how many alternatives, 0 to 20; default 2"),
        ParameterDescription("session", "string", "its language counts for a text without words"),
    ]
    package static let result = "the understanding: intent, confidence, decision, alternatives, intents, language, entities"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let text = try parameters.string("text")
        let top = try parameters.optionalInt("top", in: 0...20) ?? 2
        var language = Language.zhHans
        if let session = try parameters.optionalString("session") {
            guard let known = await connection.hall.language(of: session) else {
                throw await connection.rpcError(.unknownSession, session: session)
            }
            language = known
        }
        // Bytes are a lower bound that costs nothing; scalars are counted only for long texts.
        if text.utf8.count > Connection.Limit.text, text.unicodeScalars.count > Connection.Limit.text {
            throw await connection.rpcError(.textTooLong(limit: Connection.Limit.text), session: nil)
        }
        let today = connection.hall.surroundings.today()
        let request = IntentClassifier.Request(today: today, language: language, alternatives: top)
        let understanding = connection.hall.classifier.understand(text, request, &connection.work)
        var writer = JSONWriter(capacity: 512)
        UnderstandingShape(alternatives: top, isMasked: connection.role == .customer)
            .write(understanding, connection.work.text, source: Array(text.utf8)[...], to: &writer)
        return .written(writer.bytes)
    }
}
