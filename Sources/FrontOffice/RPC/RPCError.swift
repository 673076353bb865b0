package import JSONText

/// An error as the wire carries it (CONTRACT §2): number and stable word for programs, a sentence for people.
package struct RPCError: Error, Hashable, Sendable {
    package let code: Int
    /// The stable word in `data.code`.
    package let word: String
    package let message: String
    /// What else `data` holds.
    package var data: JSONObject

    package init(code: Int, word: String, message: String, data: JSONObject = JSONObject()) {
        self.code = code
        self.word = word
        self.message = message
        self.data = data
    }

    package static func parse(_ reason: String) -> RPCError {
        RPCError(code: -32700, word: "parse_error", message: "The line is not JSON: \(reason)")
    }

    package static func invalidRequest(_ reason: String) -> RPCError {
        RPCError(code: -32600, word: "invalid_request", message: reason)
    }

    package static func unknownMethod(_ name: String) -> RPCError {
        RPCError(code: -32601, word: "unknown_method", message: "There is no method '\(name.prefix(80))'; rpc.discover lists them.")
    }

    package static func invalidParams(_ field: String, _ reason: String) -> RPCError {
        RPCError(
            code: -32602, word: "invalid_params", message: "'\(field)': \(reason)",
            data: ["field": .string(field), "reason": .string(reason)])
    }

    package static let internalError = RPCError(code: -32603, word: "internal", message: "Something went wrong here; nothing was lost.")
    package static let cancelled = RPCError(code: -32800, word: "cancelled", message: "The request was cancelled.")

    package static func unauthorised(_ message: String) -> RPCError { RPCError(code: 1001, word: "unauthorised", message: message) }
    package static func notFound(_ message: String) -> RPCError { RPCError(code: 1002, word: "not_found", message: message) }

    package static func invalidValue(_ field: String, _ reason: String, hint: String, message: String) -> RPCError {
        RPCError(
            code: 1003, word: "invalid_value", message: message,
            data: ["field": .string(field), "reason": .string(reason), "hint": .string(hint)])
    }

    package static func tooMany(_ message: String, retryAfter: Int) -> RPCError {
        RPCError(code: 1004, word: "too_many_requests", message: message, data: ["retryAfter": JSONValue(retryAfter)])
    }

    package static func conflict(_ message: String) -> RPCError { RPCError(code: 1005, word: "conflict", message: message) }
    package static func unavailable(_ message: String) -> RPCError { RPCError(code: 1006, word: "unavailable", message: message) }

    package static func payloadTooLarge(_ message: String, limit: Int) -> RPCError {
        RPCError(code: 1007, word: "payload_too_large", message: message, data: ["limit": JSONValue(limit)])
    }

    /// The `error` member of a response.
    package var json: JSONValue {
        var details = data
        details["code"] = .string(word)
        return ["code": JSONValue(code), "message": .string(message), "data": .object(details)]
    }
}
