internal import Documents
internal import JSONText
internal import MiddleOffice

/// `document.compare`: a document beside a form.
package enum DocumentCompareMethod: Method {
    package static let name = "document.compare"
    package static let summary = "Compares a document with the entries of a form."
    package static let parameters = [
        ParameterDescription("document", "string", required: true, "the id of a document"),
        ParameterDescription("form", "object", required: true, "field: value, as the form has them"),
    ]
    package static let result = "matches: [{field, status: same|differs|missing, document, form}]"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let kept = try await connection.document(try parameters.string("document"))
        guard let form = parameters.value("form")?.object else { throw .invalidParams("form", "must be an object of field: value") }
        var entries: [(field: String, value: String)] = []
        for member in form.members {
            guard let text = member.value.string ?? member.value.int.map(String.init) ?? member.value.double.map({ "\($0)" }) else {
                throw .invalidParams("form", "the value of '\(member.key)' must be a text or a number")
            }
            entries.append((member.key, text))
        }
        do throws(DocumentError) {
            let types = try await connection.hall.desk.equipment().reader.types
            let type = types.first { $0.name == kept.document.type }
            let matches = DocumentComparison.matches(kept.document, form: entries, type: type)
            let isMasked = connection.role == .customer
            return .value(["matches": .array(matches.map { json($0, type, isMasked) })])
        } catch {
            throw connection.rpcError(error)
        }
    }

    private static func json(_ match: FieldMatch, _ type: DocumentType?, _ isMasked: Bool) -> JSONValue {
        var found = match.document
        if isMasked, let type, let value = found, type.field(match.field).map(DocumentSpeaker.isPersonal) ?? true {
            found = DocumentSpeaker.masked(value, match.field, type)
        }
        return [
            "field": .string(match.field), "status": .string(match.status.rawValue), "document": found.map(JSONValue.string) ?? .null,
            "form": .string(match.form),
        ]
    }
}

extension Connection {
    /// A document by its id: of a session, or kept for half an hour outside one.
    func document(_ id: String) async throws(RPCError) -> KeptDocument {
        if let found = await hall.document(id) { return found }
        if let found = await hall.desk.find(id) { return found }
        throw rpcError(.unknownDocument)
    }
}
