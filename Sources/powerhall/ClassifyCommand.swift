import ArgumentParser
import Foundation
import FrontOffice
import Knowledge
import LanguageUnderstanding
internal import PowerDomain

/// `powerhall classify`.
struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Understands one utterance a line: exactly one JSON object a line, in order. A pure filter.")

    @OptionGroup var common: CommonOptions
    @Option(help: "How many alternatives are listed.") var top = 2
    @Flag(help: "Tells for each line why.") var explain = false
    @Flag(help: "Patterns and n-grams only (there is no other view yet).") var fast = false

    mutating func validate() throws {
        guard (0...50).contains(top) else { throw ValidationError("--top must lie between 0 and 50") }
    }

    func run() throws {
        Signals.ignoreBrokenPipes()
        let base = try ActiveKnowledge.load(common)
        let request = IntentClassifier.Request(
            today: common.today, language: common.givenLanguage ?? .zhHans, alternatives: top)
        var filter = ClassifyFilter(
            base.classifier, request: request,
            shape: UnderstandingShape(alternatives: top, isMasked: common.givenRole == .customer), explains: explain,
            maximumLine: Connection.Limit.lineBytes)
        var reader = BlockReader(descriptor: STDIN_FILENO)
        let writer = BlockWriter(descriptor: STDOUT_FILENO)
        do {
            while let block = try reader.next() { for piece in filter.answer(block) { try writer.write(piece) } }
            for piece in filter.finish() { try writer.write(piece) }
        } catch {
            throw fail(.ioError, "reading or writing failed: \(error)")
        }
    }
}
