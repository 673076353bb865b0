internal import JSONText

/// `ping`: whether the server is there.
package enum PingMethod: Method {
    package static let name = "ping"
    package static let summary = "Answers with an empty object."
    package static let parameters: [ParameterDescription] = []
    package static let result = "an empty object"

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        .value(.object(JSONObject()))
    }
}
