import Dialogue
import Foundation
package import FrontOffice
package import Knowledge
import LanguageUnderstanding
package import MiddleOffice
package import PowerDomain

/// The checkout that the tests belong to, and what is made of its data once for the whole run.
package enum Checkout {
    /// The folder that holds Package.swift.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    package static let folders = KnowledgeFolders(intents: root + "/intents", models: root + "/models")
    package static let source = KnowledgeSource(folders)
    package static let training = IntentTraining(source)
    package static let product = training.run()

    /// The knowledge trained from the checkout's data.
    package static func base() throws -> KnowledgeBase { try trained.get() }
    private static let trained = Result { () throws -> KnowledgeBase in try product.base() }

    /// A hall with that knowledge, a fixed day and counted names.
    package static func hall(
        on day: CalendarDay, minute: Int = 615, perMinute: Int? = nil, accounts: any AccountDirectory = AccountBook()
    ) throws -> Hall {
        let base = try base(), names = Names()
        let surroundings = Surroundings(today: { day }, seconds: { 0 }, newName: { names.next() }, minute: { minute })
        let regions = Dictionary(
            uniqueKeysWithValues: base.regionNames.compactMap { key, name in Region(rawValue: key).map { ($0, name) } })
        return Hall(
            classifier: base.classifier, book: base.book, surroundings: surroundings, limits: Hall.Limits(perMinute: perMinute),
            flows: base.flows, regionNames: regions, orders: WorkOrderBook(limits: base.orderLimits), accounts: accounts)
    }

    /// What a connection tells of its server.
    package static func server() throws -> Connection.Server {
        let base = try base()
        let regions = base.regionNames.filter { $0.key != "national" }.sorted { $0.key < $1.key }.map {
            RegionRecord(id: $0.key, name: $0.value, notOnRecord: base.notOnRecord[$0.key] ?? [])
        }
        return Connection.Server(
            version: "test", modelVersion: base.version, modelFingerprint: base.fingerprint, regions: regions, perMinute: 60)
    }

    /// The files of a folder below `Tests`, with their text, in the order of their names.
    package static func files(in folder: String) -> [(name: String, text: String)] {
        let path = root + "/Tests/" + folder
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted().compactMap { name in
            (try? String(contentsOfFile: path + "/" + name, encoding: .utf8)).map { (name, $0) }
        }
    }

    private final class Names: @unchecked Sendable {
        private let lock = NSLock()
        private var count = 0
        func next() -> String {
            lock.withLock {
                count += 1
                return "\(count)"
            }
        }
    }
}

/// Matches a text against a pattern in which `…` stands for any text.
package func matches(_ text: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return text == pattern }
    guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]) else { return false }
    var rest = text.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
        guard let found = rest.range(of: part) else { return false }
        rest = rest[found.upperBound...]
    }
    return rest.count >= parts[parts.count - 1].count
}
