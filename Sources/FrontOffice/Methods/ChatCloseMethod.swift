internal import JSONText
internal import MiddleOffice

/// `chat.close`: ends a conversation.
package enum ChatCloseMethod: Method {
    package static let name = "chat.close"
    package static let summary = "Ends a conversation; its history can still be read."
    package static let parameters = [ParameterDescription("session", "string", required: true, "the name that chat.open gave")]
    package static let result = "session, closed, reply"
    package static let hasEffects = true

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let session = try parameters.string("session")
        do throws(ServiceError) {
            let answer = try await connection.hall.close(session)
            return .value(["session": .string(session), "closed": true, "reply": AnswerShape.json(answer)])
        } catch {
            throw await connection.rpcError(error, session: session)
        }
    }
}
