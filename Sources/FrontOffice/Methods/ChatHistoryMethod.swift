internal import JSONText
internal import MiddleOffice

/// `chat.history`: what happened in a session, for who reconnects.
package enum ChatHistoryMethod: Method {
    package static let name = "chat.history"
    package static let summary = "Lists the events of a session after a number."
    package static let parameters = [
        ParameterDescription("session", "string", required: true, "the name that chat.open gave"),
        ParameterDescription("after", "integer", "the last number seen; 0 for all"),
    ]
    package static let result = "events: [{session, seq, type, …}]"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let session = try parameters.string("session")
        let after = try parameters.optionalInt("after", in: 0...Int.max) ?? 0
        do throws(ServiceError) {
            let events = try await connection.hall.history(of: session, after: after)
            let shape = TurnShape(isMasked: connection.role == .customer, flows: connection.hall.flows)
            return .value(["events": .array(events.map { shape.json($0, session: session) })])
        } catch {
            throw await connection.rpcError(error, session: session)
        }
    }
}
