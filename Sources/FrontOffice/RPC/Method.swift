package import JSONText

/// A method of the line protocol: one type, one file.
package protocol Method: Sendable {
    static var name: String { get }
    /// One sentence for `rpc.discover`.
    static var summary: String { get }
    static var parameters: [ParameterDescription] { get }
    /// What the result is, for `rpc.discover`.
    static var result: String { get }
    static var minimumRole: Role { get }
    /// Whether it changes anything; such a method is refused as a notification.
    static var hasEffects: Bool { get }
    static func answer(_ parameters: Parameters, on connection: isolated Connection) async throws(RPCError) -> MethodResult
}

extension Method {
    package static var minimumRole: Role { .customer }
    package static var hasEffects: Bool { false }
}

/// A result as a value, or as JSON text that was written already.
package enum MethodResult: Sendable {
    case value(JSONValue)
    case written([UInt8])
}

/// Who is on the other side of a connection.
package enum Role: String, Comparable, CaseIterable, Sendable {
    case customer, staff, admin

    package static func < (first: Role, second: Role) -> Bool { first.rank < second.rank }
    private var rank: Int { self == .customer ? 0 : self == .staff ? 1 : 2 }
}

/// A parameter as `rpc.discover` tells it.
package struct ParameterDescription: Sendable {
    package let name: String
    /// A JSON schema type: `string`, `integer`, `array`, `object`.
    package let type: String
    package let isRequired: Bool
    package let meaning: String

    package init(_ name: String, _ type: String, required: Bool = false, _ meaning: String) {
        self.name = name
        self.type = type
        isRequired = required
        self.meaning = meaning
    }
}

/// The methods by name; a new method gets its line here.
package enum Methods {
    package static let all: [any Method.Type] = [
        InitializeMethod.self, DiscoverMethod.self, PingMethod.self, ShutdownMethod.self, CancelMethod.self,
        ChatOpenMethod.self, ChatSendMethod.self, ChatHistoryMethod.self, ChatCloseMethod.self, ChatExplainMethod.self,
        ClassifyMethod.self, DocumentTypesMethod.self, DocumentExtractMethod.self, DocumentRecognizeMethod.self,
        DocumentCompareMethod.self, DocumentCorrectMethod.self, TariffRegionsMethod.self, TariffCalculateMethod.self, HealthMethod.self,
    ]

    static let byName: [String: any Method.Type] = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
