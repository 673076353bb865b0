internal import Dialogue
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
        let attachments = try Self.attachments(parameters, connection)
        let key = try parameters.optionalString("key")
        if text == nil, attachments.isEmpty { throw .invalidParams("text", "is missing, and there are no attachments") }
        if let key, key.isEmpty || key.unicodeScalars.count > 200 { throw .invalidParams("key", "must have 1 to 200 characters") }
        do throws(ServiceError) {
            let turn = try await connection.hall.send(text ?? "", attachments: attachments, key: key, to: session)
            var shape: DocumentShape?
            if !turn.documents.isEmpty, let equipment = try? await connection.hall.desk.equipment() {
                shape = connection.shape(equipment, turn.answer.language)
            }
            return .value(TurnShape(isMasked: connection.role == .customer, flows: connection.hall.flows, documents: shape).json(turn))
        } catch {
            throw await connection.rpcError(error, session: session)
        }
    }

    /// The attachments, their pictures decoded from base64 or read from the documents folder.
    private static func attachments(_ parameters: Parameters, _ connection: isolated Connection) throws(RPCError) -> [Attachment] {
        let items = try parameters.objects("attachments")
        guard items.count <= Connection.Limit.attachments else {
            throw .payloadTooLarge("At most \(Connection.Limit.attachments) attachments a session.", limit: Connection.Limit.attachments)
        }
        var attachments: [Attachment] = []
        for item in items {
            guard let kind = item["kind"]?.string, kind == "ocr_text" || kind == "image" else {
                throw .invalidParams("attachments", "each needs kind: ocr_text or image")
            }
            let type = item["type"]?.string
            if kind == "ocr_text" {
                guard let text = item["text"]?.string else { throw .invalidParams("attachments", "ocr_text needs text") }
                attachments.append(.text(text, type: type))
            } else {
                guard item["base64"]?.string != nil || item["path"]?.string != nil else {
                    throw .invalidParams("attachments", "image needs base64 or path")
                }
                attachments.append(.picture(try connection.picture(base64: item["base64"]?.string, path: item["path"]?.string), type: type))
            }
        }
        return attachments
    }
}
