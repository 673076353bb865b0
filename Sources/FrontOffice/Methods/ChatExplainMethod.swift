internal import JSONText
internal import LanguageUnderstanding
internal import MiddleOffice

/// `chat.explain`: why a turn was understood as it was.
package enum ChatExplainMethod: Method {
    package static let name = "chat.explain"
    package static let summary = "Explains a turn: the layer that decided, its rule or n-grams, margin and threshold."
    package static let parameters = [
        ParameterDescription("session", "string", required: true, "the name that chat.open gave"),
        ParameterDescription("turn", "integer", "the number of the turn; default: the last"),
    ]
    package static let result = "layer, rule?, ngrams, margin, threshold, in_scope, state, nearest"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let session = try parameters.string("session")
        let number = try parameters.optionalInt("turn", in: 1...Int.max)
        do throws(ServiceError) {
            let turn = try await connection.hall.turn(number, of: session)
            var explanation = connection.hall.classifier.explain(turn.expanded, turn.understanding)
            // N-grams out of a masked number would give it away piece by piece.
            if connection.role == .customer { explanation = explanation.withoutDigits }
            var writer = JSONWriter()
            ExplanationShape().write(explanation, state: turn.understanding.decision.rawValue, to: &writer)
            return .written(writer.bytes)
        } catch {
            throw await connection.rpcError(error, session: session)
        }
    }
}
