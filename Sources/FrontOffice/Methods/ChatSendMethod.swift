internal import JSONText
internal import MiddleOffice

/// `chat.send`: one message of the customer; the result is a turn.
package enum ChatSendMethod: Method {
    package static let name = "chat.send"
    package static let summary = "Takes a message of the customer and answers with the turn."
    package static let parameters = [
        ParameterDescription("session", "string", required: true, "the name that chat.open gave"),
        ParameterDescription("text", "string", "the message, at most 4000 characters"),
        ParameterDescription("attachments", "array", "papers: {kind: ocr_text|image, text?, base64?, path?, type?}"),
        ParameterDescription("key", "string", "idempotency key: the same key and message get the same turn again"),
    ]
    package static let result = "the turn: session, turn, seq, reply, understanding, flow, finished, orders, handoff, documents, amounts"
    package static let hasEffects = true

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let session = try parameters.string("session")
        let text = try parameters.optionalString("text")
        let attachments = try Self.attachments(parameters)
        let key = try parameters.optionalString("key")
        if text == nil, attachments == 0 { throw .invalidParams("text", "is missing, and there are no attachments") }
        if let key, key.isEmpty || key.unicodeScalars.count > 200 { throw .invalidParams("key", "must have 1 to 200 characters") }
        do throws(ServiceError) {
            let turn = try await connection.hall.send(text ?? "", attachments: attachments, key: key, to: session)
            return .value(TurnShape(isMasked: connection.role == .customer, flows: connection.hall.flows).json(turn))
        } catch {
            throw await connection.rpcError(error, session: session)
        }
    }

    /// Checks the form of the attachments; how many there are.
    private static func attachments(_ parameters: Parameters) throws(RPCError) -> Int {
        let items = try parameters.objects("attachments")
        for item in items {
            guard let kind = item["kind"]?.string, kind == "ocr_text" || kind == "image" else {
                throw .invalidParams("attachments", "each needs kind: ocr_text or image")
            }
            if kind == "ocr_text", item["text"]?.string == nil { throw .invalidParams("attachments", "ocr_text needs text") }
            if kind == "image", item["base64"]?.string == nil, item["path"]?.string == nil {
                throw .invalidParams("attachments", "image needs base64 or path")
            }
        }
        return items.count
    }
}
