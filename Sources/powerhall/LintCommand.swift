import ArgumentParser
import Foundation
import Knowledge

/// `powerhall lint`.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Checks intents/ and models/; lists every finding with file and line.")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let folders = common.folders
        guard FileManager.default.fileExists(atPath: folders.intents) else {
            throw fail(.badData, "the folder '\(folders.intents)' cannot be read")
        }
        var lint = Lint(KnowledgeSource(folders))
        let findings = lint.run() + DocumentSource(models: folders.models).findings + TariffRecords.read(folders.models).findings
        for finding in findings { print(finding) }
        let unreadable = findings.contains { $0.message.hasPrefix("not readable") || $0.message.hasPrefix("cannot be read") }
        say(findings.isEmpty ? "nothing found" : "\(findings.count) findings")
        if unreadable { throw ExitCode.badData }
        if !findings.isEmpty { throw ExitCode.checkFailed }
    }
}
