import ArgumentParser
import Foundation
import Knowledge

/// `powerhall models`.
struct ModelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models", abstract: "Lists the versions of the trained models.", subcommands: [List.self, Check.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the versions; the active one is marked.")
        @OptionGroup var common: CommonOptions

        func run() throws {
            let folder = ModelFolder(models: common.folders.models, name: ActiveKnowledge.model)
            let active = folder.active()
            for version in folder.versions() { print("\(ActiveKnowledge.model) \(version)\(version == active ? " active" : "")") }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks that the card kept with the data is the one of the data (exit 1 if not).")
        @OptionGroup var common: CommonOptions

        func run() throws {
            let folders = common.folders
            let version = ModelFolder.version(of: folders.fingerprint())
            let card = "\(folders.models)/trained/\(ActiveKnowledge.model)/\(version)/\(ModelFolder.cardFile)"
            guard let text = try? String(contentsOfFile: card, encoding: .utf8), text.contains("fingerprint: '\(folders.fingerprint())'")
            else {
                throw fail(.checkFailed, "no card for the data as they are (\(version)); run `make train` and commit models/trained")
            }
            print("the card is that of the data: \(version)")
        }
    }
}
