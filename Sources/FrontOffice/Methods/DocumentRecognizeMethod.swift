internal import JSONText
internal import MiddleOffice

/// `document.recognize`: a picture's text, and the fields out of it.
package enum DocumentRecognizeMethod: Method {
    package static let name = "document.recognize"
    package static let summary = "Reads a picture (JPEG, PNG, TIFF, PDF), then its type, fields and issues."
    package static let parameters = [
        ParameterDescription("base64", "string", "the picture"),
        ParameterDescription("path", "string", "a file below --documents; on stdin/stdout only"), DocumentParameters.type,
        ParameterDescription("engine", "string", "ppocr or tesseract; default: the best that is there"), DocumentParameters.asOf,
    ]
    package static let result = "the document, with ocr: {engine, lines: [{text, box, quad, page, confidence}]}"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        let picture = try connection.picture(base64: try parameters.optionalString("base64"), path: try parameters.optionalString("path"))
        let type = try parameters.optionalString("type"), engine = try parameters.optionalString("engine")
        let day = try DocumentParameters.day(parameters)
        do throws(DocumentError) {
            let desk = connection.hall.desk
            let found = try await desk.recognize(picture, type: type, engine: engine, asOf: day)
            await desk.keep(found)
            return .value(connection.shape(try await desk.equipment()).json(found))
        } catch {
            throw connection.rpcError(error)
        }
    }
}
