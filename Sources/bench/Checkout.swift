import ArgumentParser
import Foundation
import Knowledge
import LanguageUnderstanding

/// The checkout that the benchmark runs in, its program and its model.
struct Checkout: ParsableArguments {
    @Option(help: "The powerhall executable to measure.") var program = ".build/release/powerhall"

    var folders: KnowledgeFolders { KnowledgeFolders(intents: "intents", models: "models") }

    func knowledge() throws -> KnowledgeBase {
        let folder = ModelFolder(models: folders.models, name: "intents")
        guard let version = folder.active(), let base = try? folder.load(version) else {
            throw ValidationError("no trained model; run `make train` first")
        }
        return base
    }

    /// Sentences to classify: the validation lines if named, else the tests inside `intents/`, which are never trained on.
    func lines() -> [String] {
        if let path = Outside.validation, let text = try? String(contentsOfFile: path, encoding: .utf8) {
            return text.split(separator: "\n").dropFirst().compactMap { $0.split(separator: "\t").last.map(String.init) }
        }
        return KnowledgeSource(folders).intents.flatMap { $0.tests.map(\.text) }
    }
}

/// Data outside the project, named by variables.
enum Outside {
    static var validation: String? { variable("POWERHALL_VALIDATION") }
    static var benchmarks: String? { variable("POWERHALL_BENCHMARKS") }
    static var documents: String? { variable("POWERHALL_DOCUMENTS") }
    static var python: String? { variable("POWERHALL_PEERS") }

    private static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
