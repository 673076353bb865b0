internal import JSONText
internal import MiddleOffice
internal import PowerDomain

/// `chat.open`: begins a conversation.
package enum ChatOpenMethod: Method {
    package static let name = "chat.open"
    package static let summary = "Opens a conversation and gives its first line."
    package static let parameters = [
        ParameterDescription("channel", "string", "where the customer is: app, wechat, terminal …"),
        ParameterDescription("region", "string", "guangzhou, shenzhen, guangdong, guangxi, yunnan, guizhou or hainan"),
        ParameterDescription("language", "string", "zh-Hans, zh-Hant, yue or en; default: the customer's own"),
        ParameterDescription("customer", "string", "the front end's own name for the customer"),
        ParameterDescription("key", "string", "idempotency key: the same key opens the same conversation"),
    ]
    package static let result = "session, reply"
    package static let hasEffects = true

    package static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult {
        _ = try parameters.optionalString("channel")
        _ = try parameters.optionalString("customer")
        let region = try Self.choice("region", parameters, Region.init(rawValue:), Region.allCases.map(\.rawValue))
        let language = try Self.choice("language", parameters, Language.init(rawValue:), Language.allCases.map(\.rawValue))
        let key = try parameters.optionalString("key")
        do throws(ServiceError) {
            guard let key else {
                let opened = await connection.hall.open(language: language, region: region)
                return .value(["session": .string(opened.session), "reply": AnswerShape.json(opened.opening)])
            }
            let (session, opening) = try await connection.hall.open(language: language, region: region, key: key)
            return .value(["session": .string(session), "reply": AnswerShape.json(opening)])
        } catch {
            throw await connection.rpcError(error, session: nil)
        }
    }

    private static func choice<T>(
        _ name: String, _ parameters: Parameters, _ make: (String) -> T?, _ known: [String]
    ) throws(RPCError) -> T? {
        guard let text = try parameters.optionalString(name) else { return nil }
        guard let value = make(text) else {
            let hint = known.joined(separator: ", ")
            throw .invalidValue(name, "unknown", hint: hint, message: "'\(name)' must be one of \(hint).")
        }
        return value
    }
}
