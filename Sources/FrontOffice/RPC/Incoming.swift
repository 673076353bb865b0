internal import JSONText

/// A line of a client, read: a call, a batch of them, or what is wrong with it.
enum Incoming: Sendable {
    struct Call: Sendable {
        /// Nil for a notification.
        let id: JSONValue?
        let method: String
        let params: JSONValue?
    }

    case call(Call)
    case batch([Incoming])
    case failure(id: JSONValue, RPCError)

    static func read(_ bytes: ArraySlice<UInt8>) -> Incoming {
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONReader.read(bytes, maximumDepth: Connection.Limit.depth)
        } catch {
            return .failure(id: .null, .parse("\(error)"))
        }
        if let key = document.duplicateKey {
            let id = document.duplicateTopLevel.contains("id") ? nil : wellFormed(document.value["id"])
            return .failure(id: id ?? .null, .invalidRequest("The key '\(key.prefix(80))' stands twice in one object."))
        }
        if case .array(let items) = document.value {
            return items.isEmpty ? .failure(id: .null, .invalidRequest("An empty batch asks for nothing.")) : .batch(items.map(call))
        }
        return call(document.value)
    }

    private static func call(_ value: JSONValue) -> Incoming {
        guard let object = value.object else { return .failure(id: .null, .invalidRequest("A request is a JSON object.")) }
        let given = object["id"], id = given.flatMap(wellFormed)
        if let given, id == nil, !given.isNull {
            return .failure(id: .null, .invalidRequest("'id' must be a text, a number or null."))
        }
        guard object["jsonrpc"]?.string == "2.0" else {
            return .failure(id: id ?? .null, .invalidRequest("'jsonrpc' must be \"2.0\"."))
        }
        guard let method = object["method"]?.string else {
            return .failure(id: id ?? .null, .invalidRequest("'method' must be a text."))
        }
        return .call(Call(id: given, method: method, params: object["params"]))
    }

    private static func wellFormed(_ value: JSONValue?) -> JSONValue? {
        switch value {
        case .string?, .number?: value
        default: nil
        }
    }
}
