package import Dialogue
internal import JSONText
internal import LanguageUnderstanding
internal import Logging
package import MiddleOffice
internal import PowerDomain

/// One connection of the line protocol: takes blocks of bytes, gives the bytes of the answers, in order.
package actor Connection {
    /// What the server is, for `initialize` and `system.health`.
    package struct Server: Sendable {
        package let version: String
        package let modelVersion: String
        package let modelFingerprint: String
        package let regions: [RegionRecord]
        package let perMinute: Int
        /// The only folder in which the files of `path` may lie.
        package let documentsFolder: String?

        package init(
            version: String, modelVersion: String, modelFingerprint: String, regions: [RegionRecord], perMinute: Int,
            documentsFolder: String? = nil
        ) {
            self.version = version
            self.modelVersion = modelVersion
            self.modelFingerprint = modelFingerprint
            self.regions = regions
            self.perMinute = perMinute
            self.documentsFolder = documentsFolder
        }
    }

    /// Limits that `initialize` announces.
    package enum Limit {
        package static let lineBytes = 8 * 1024 * 1024
        package static let text = 4_000
        package static let attachments = 20
        package static let side = 15...8_192
        package static let pixels = 40_000_000
        package static let inFlight = 64
        /// Lines beyond the open requests that are read for overtaking methods.
        package static let overtaking = 16
        package static let depth = 64
    }

    let hall: Hall
    let server: Server
    package private(set) var role: Role
    /// The other side asked to shut down: nothing more is taken.
    package var isShutDown = false
    var work: IntentClassifier.Workspace
    private var splitter = LineSplitter(limit: Limit.lineBytes)
    private var writer = JSONWriter(capacity: 1 << 16)
    private var cancelled: Set<JSONValue> = []
    private let log = Logger(label: "powerhall.lines")

    package init(hall: Hall, server: Server, role: Role) {
        self.hall = hall
        self.server = server
        self.role = role
        work = hall.classifier.makeWorkspace()
    }

    /// Answers what a block of input completes.
    package func answer(_ block: [UInt8]) async -> [UInt8] {
        splitter.push(block)
        return await drain()
    }

    /// Answers what is left at the end of the input.
    package func finish() async -> [UInt8] {
        splitter.finish()
        return await drain()
    }

    // MARK: Batches

    /// Takes as many lines as may be open at once, looks a little further for cancellations, answers in order.
    private func drain() async -> [UInt8] {
        writer.reset()
        var window: [Incoming] = []
        while let event = splitter.next() {
            window.append(read(event))
            if window.count == Limit.inFlight + Limit.overtaking { await answer(&window) }
        }
        while !window.isEmpty { await answer(&window) }
        return writer.bytes
    }

    private func answer(_ window: inout [Incoming]) async {
        let count = min(window.count, Limit.inFlight)
        for incoming in window { noteCancellations(incoming) }
        for incoming in window.prefix(count) { await answer(incoming) }
        window.removeFirst(count)
        if window.isEmpty { cancelled.removeAll() }
    }

    private func noteCancellations(_ incoming: Incoming) {
        switch incoming {
        case .call(let call) where call.method == CancelMethod.name:
            if let id = call.params?["id"], !id.isNull { cancelled.insert(id) }
        case .batch(let items): for item in items { noteCancellations(item) }
        default: break
        }
    }

    private func read(_ event: LineEvent) -> Incoming {
        switch event {
        case .line(let bytes, _): Incoming.read(bytes)
        case .tooLong(let length, let head, _):
            .failure(
                id: RequestHead.id(in: head) ?? .null,
                .invalidRequest("The line has \(length) bytes; at most \(Limit.lineBytes) are read."))
        }
    }

    // MARK: One line

    private func answer(_ incoming: Incoming) async {
        switch incoming {
        case .failure(let id, let error):
            write(id, .failure(error))
            writer.endLine()
        case .call(let call):
            if await answer(call) { writer.endLine() }
        case .batch(let items): await answerBatch(items)
        }
    }

    private func answerBatch(_ items: [Incoming]) async {
        let outer = writer
        writer = JSONWriter()
        writer.beginArray()
        var count = 0
        for item in items {
            switch item {
            case .failure(let id, let error): write(id, .failure(error)); count += 1
            case .call(let call): if await answer(call) { count += 1 }
            case .batch: write(.null, .failure(.invalidRequest("A batch holds no batches."))); count += 1
            }
        }
        writer.endArray()
        let array = writer.bytes
        writer = outer
        if count > 0 {
            writer.value(bytes: array)
            writer.endLine()
        }
    }

    /// Carries out one call; false if nothing was written, as for a notification.
    private func answer(_ call: Incoming.Call) async -> Bool {
        let outcome = await carryOut(call)
        guard let id = call.id else {
            if case .failure(let error) = outcome { log.warning("a notification failed", metadata: ["code": "\(error.code)"]) }
            return false
        }
        write(id, outcome)
        return true
    }

    private func carryOut(_ call: Incoming.Call) async -> Result<MethodResult, RPCError> {
        if let id = call.id, cancelled.contains(id) { return .failure(.cancelled) }
        guard let method = Methods.byName[call.method] else { return .failure(.unknownMethod(call.method)) }
        if isShutDown { return .failure(.unavailable("The server was shut down by this connection.")) }
        if role < method.minimumRole {
            return .failure(.unauthorised("'\(method.name)' is for the role \(method.minimumRole.rawValue)."))
        }
        if call.id == nil, method.hasEffects {
            return .failure(.invalidRequest("'\(method.name)' has effects and needs an id."))
        }
        do throws(RPCError) {
            return .success(try await method.answer(Parameters(call.params), on: self))
        } catch {
            return .failure(error)
        }
    }

    private func write(_ id: JSONValue, _ outcome: Result<MethodResult, RPCError>) {
        writer.beginObject()
        writer.key("jsonrpc")
        writer.value("2.0")
        writer.key("id")
        writer.write(id)
        switch outcome {
        case .success(.value(let value)):
            writer.key("result")
            writer.write(value)
        case .success(.written(let bytes)):
            writer.key("result")
            writer.value(bytes: bytes)
        case .failure(let error):
            writer.key("error")
            writer.write(error.json)
        }
        writer.endObject()
    }
}

/// A region as `tariff.regions` tells it.
package struct RegionRecord: Sendable {
    package let id: String
    package let name: Wording
    package let notOnRecord: [String]

    package init(id: String, name: Wording, notOnRecord: [String]) {
        self.id = id
        self.name = name
        self.notOnRecord = notOnRecord
    }
}
