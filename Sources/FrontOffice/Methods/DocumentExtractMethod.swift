internal import Documents
internal import JSONText
internal import MiddleOffice

/// `document.extract`: fields out of the lines of any OCR engine.
package enum DocumentExtractMethod: Method {
    package static let name = "document.extract"
    package static let summary = "Reads type, fields and issues out of OCR text."
    package static let parameters = [
        ParameterDescription("text", "string", "the text as the engine gave it, a line a line"),
        ParameterDescription("lines", "array", "lines of any engine: {text, box: [x, y, w, h], confidence?}"), DocumentParameters.type,
        DocumentParameters.asOf,
    ]
    package static let result = "the document: id, type, type_confidence, fields, issues, masked, documents"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let lines = try DocumentParameters.lines(parameters)
        let type = try parameters.optionalString("type"), day = try DocumentParameters.day(parameters)
        do throws(DocumentError) {
            let desk = connection.hall.desk
            let found = try await desk.read(lines, type: type, asOf: day)
            await desk.keep(found)
            return .value(connection.shape(try await desk.equipment()).json(found))
        } catch {
            throw connection.rpcError(error)
        }
    }
}
