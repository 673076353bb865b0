internal import JSONText

/// `shutdown`: answers what was asked before, then takes nothing more from this connection.
package enum ShutdownMethod: Method {
    package static let name = "shutdown"
    package static let summary = "Ends this connection after its answer; on standard input the server exits."
    package static let parameters: [ParameterDescription] = []
    package static let result = "null"
    package static let hasEffects = true

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        connection.isShutDown = true
        return .value(.null)
    }
}
