import ArgumentParser
import Foundation
import Knowledge
import Recognition

/// `powerhall models`.
struct ModelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models", abstract: "Lists the versions of the trained models.", subcommands: [List.self, Check.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the versions; the active one is marked.")
        @OptionGroup var common: CommonOptions

        func run() throws {
            for model in [ActiveKnowledge.model, ActiveKnowledge.documentModel] {
                let folder = ModelFolder(models: common.folders.models, name: model), active = folder.active()
                for version in folder.versions() { print("\(model) \(version)\(version == active ? " active" : "")") }
            }
            let parts = PretrainedParts(in: common.pretrainedFolder)
            for part in parts.paths.keys.sorted() { print("pretrained \(part)") }
            if !parts.missing.isEmpty {
                say("missing: \(parts.missing.sorted().joined(separator: ", ")); `make pretrained` fetches them")
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks that the card kept with the data is the one of the data (exit 1 if not).")
        @OptionGroup var common: CommonOptions

        func run() throws {
            let folders = common.folders
            for (model, fingerprint) in [
                (ActiveKnowledge.model, folders.fingerprint()),
                (ActiveKnowledge.documentModel, DocumentFolder(models: folders.models).fingerprint()),
            ] {
                let version = ModelFolder.version(of: fingerprint)
                let card = "\(folders.models)/trained/\(model)/\(version)/\(ModelFolder.cardFile)"
                guard let text = try? String(contentsOfFile: card, encoding: .utf8), text.contains("fingerprint: '\(fingerprint)'") else {
                    throw fail(
                        .checkFailed,
                        "no card of \(model) for the data as they are (\(version)); run `make train` and commit models/trained")
                }
                print("the card of \(model) is that of the data: \(version)")
            }
        }
    }
}
