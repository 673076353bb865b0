internal import Foundation
internal import JSONText
internal import TextAnalysis

/// The versions of a model under `models/trained/<name>/`: weights, knowledge and card of each, and which one is active.
package struct ModelFolder: Hashable, Sendable {
    package static let weightsFile = "model.bin"
    package static let knowledgeFile = "knowledge.json"
    package static let cardFile = "card.yaml"
    private static let activeFile = "active"

    package let path: String

    package init(models: String, name: String) { path = models + "/trained/" + name }

    /// A version is named after the fingerprint of its data.
    package static func version(of fingerprint: String) -> String { String(fingerprint.prefix(12)) }

    /// Versions that can be used, in ascending order.
    package func versions() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: "\(path)/\($0)/\(Self.weightsFile)") }.sorted()
    }

    /// The version that a run uses; nil if there is none.
    package func active() -> String? {
        guard let data = FileManager.default.contents(atPath: "\(path)/\(Self.activeFile)"),
            let name = String(data: data, encoding: .utf8)?.trimmingCharacters(in: .whitespacesAndNewlines), !name.isEmpty
        else { return nil }
        return name
    }

    /// Writes a version whole or not at all: into a folder of its own that is then renamed.
    package func write(_ version: String, weights: [UInt8], knowledge: [UInt8], card: String) throws {
        let manager = FileManager.default
        let draft = "\(path)/.draft-\(ProcessInfo.processInfo.processIdentifier)", place = "\(path)/\(version)"
        try? manager.removeItem(atPath: draft)
        try manager.createDirectory(atPath: draft, withIntermediateDirectories: true)
        try Data(weights).write(to: URL(fileURLWithPath: "\(draft)/\(Self.weightsFile)"))
        try Data(knowledge).write(to: URL(fileURLWithPath: "\(draft)/\(Self.knowledgeFile)"))
        try Data(card.utf8).write(to: URL(fileURLWithPath: "\(draft)/\(Self.cardFile)"))
        try? manager.removeItem(atPath: place)
        try manager.moveItem(atPath: draft, toPath: place)
        try Data((version + "\n").utf8).write(to: URL(fileURLWithPath: "\(path)/\(Self.activeFile)"), options: .atomic)
        removeCardsWithoutWeights(keeping: version)
    }

    /// A card of other data whose weights are nowhere is a leftover.
    private func removeCardsWithoutWeights(keeping version: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where name != version {
            let folder = "\(path)/\(name)"
            let hasCard = FileManager.default.fileExists(atPath: "\(folder)/\(Self.cardFile)")
            if hasCard, !FileManager.default.fileExists(atPath: "\(folder)/\(Self.weightsFile)") {
                try? FileManager.default.removeItem(atPath: folder)
            }
        }
    }

    /// Maps the weights and reads the knowledge of a version of the intent model.
    package func load(_ version: String) throws(KnowledgeBase.LoadError) -> KnowledgeBase {
        let (knowledge, weights) = try files(of: version)
        return try KnowledgeBase(version: version, knowledge: knowledge, weights: weights)
    }

    /// The same of the model of document types.
    package func loadDocuments(_ version: String) throws(KnowledgeBase.LoadError) -> DocumentBase {
        let (knowledge, weights) = try files(of: version)
        return try DocumentBase(version: version, knowledge: knowledge, weights: weights)
    }

    private func files(of version: String) throws(KnowledgeBase.LoadError) -> (knowledge: [UInt8], weights: ModelBytes) {
        let folder = "\(path)/\(version)"
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(Self.knowledgeFile)") else {
            throw .missing("\(folder)/\(Self.knowledgeFile)")
        }
        guard let bytes = ModelBytes(mapping: "\(folder)/\(Self.weightsFile)") else { throw .missing("\(folder)/\(Self.weightsFile)") }
        return (Array(data), bytes)
    }
}

extension ModelBytes {
    /// Maps a file read-only; nil if it cannot be opened or is empty.
    convenience init?(mapping path: String) {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size > 0, let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else { return nil }
        self.init(UnsafeRawBufferPointer(start: memory, count: size)) { buffer in
            if let base = buffer.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), buffer.count) }
        }
    }
}
