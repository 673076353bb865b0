internal import JSONText

/// `$/cancelRequest`: the named request, if it has not begun, is answered with −32800.
///
/// The connection looks ahead for these calls (they may overtake); by the time one is carried out there is nothing to do.
package enum CancelMethod: Method {
    package static let name = "$/cancelRequest"
    package static let summary = "Cancels a request that has not begun."
    package static let parameters = [ParameterDescription("id", "string", required: true, "the id of the request")]
    package static let result = "null"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        guard let id = parameters.value("id"), id.string != nil || id.double != nil else {
            throw .invalidParams("id", "must be the id of a request")
        }
        return .value(.null)
    }
}
