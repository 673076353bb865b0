internal import Documents
internal import JSONText
internal import MiddleOffice

/// `document.correct`: one field as the customer says it is; the document is checked anew.
package enum DocumentCorrectMethod: Method {
    package static let name = "document.correct"
    package static let summary = "Corrects one field of a document and checks it anew."
    package static let parameters = [
        ParameterDescription("document", "string", required: true, "the id of a document"),
        ParameterDescription("field", "string", required: true, "the field's name"),
        ParameterDescription("value", "string", required: true, "its value"),
    ]
    package static let result = "the document"
    package static let hasEffects = true

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let id = try parameters.string("document"), kept = try await connection.document(id)
        let field = try parameters.string("field"), value = try parameters.string("value")
        do throws(DocumentError) {
            let desk = connection.hall.desk
            let changed = try await desk.corrected(kept, field: field, value: value)
            if await !connection.hall.replace(changed) { await desk.keep([changed]) }
            return .value(connection.shape(try await desk.equipment()).json([changed]))
        } catch {
            throw connection.rpcError(error)
        }
    }
}
