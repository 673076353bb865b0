import ArgumentParser
import Foundation
import FrontOffice
import Knowledge
import MiddleOffice
import PowerDomain

/// `powerhall chat`, and `powerhall` alone.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "The customer's conversation; with piped input one turn a line.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        Signals.ignoreBrokenPipes()
        let base = try ActiveKnowledge.load(common)
        let surroundings = Surroundings.system(common)
        let hall = Hall(base, surroundings: surroundings, desk: ActiveKnowledge.desk(common, surroundings), models: common.folders.models)
        let terminal = ChatTerminal(
            hall: hall, language: common.givenLanguage, region: common.givenRegion,
            historyPath: common.dataFolder + "/chat-history")
        do {
            try await terminal.run()
        } catch {
            throw fail(.ioError, "the conversation cannot be shown: \(error)")
        }
    }
}

extension Hall {
    /// A hall with all that a version of the knowledge holds.
    init(_ base: KnowledgeBase, surroundings: Surroundings, desk: DocumentDesk, models: String, limits: Limits = Limits()) {
        let names = Dictionary(uniqueKeysWithValues: base.regionNames.compactMap { key, name in Region(rawValue: key).map { ($0, name) } })
        self.init(
            classifier: base.classifier, book: base.book, surroundings: surroundings, desk: desk, limits: limits, flows: base.flows,
            regionNames: names, orders: WorkOrderBook(limits: base.orderLimits),
            tariffs: TariffDesk { TariffRecords.read(models).table })
    }
}

extension Surroundings {
    /// The machine's clock and random numbers; --as-of fixes the day.
    static func system(_ common: CommonOptions) -> Surroundings {
        let fixed = common.isFixedDay ? common.today : nil
        return Surroundings(
            today: { fixed ?? CommonOptions.systemToday() }, seconds: { ProcessInfo.processInfo.systemUptime }, newName: RandomName.make,
            minute: CommonOptions.systemMinute)
    }
}

/// Names that nobody can guess: 26 characters of Crockford's base 32, 130 random bits.
enum RandomName {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    @Sendable static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<26).map { _ in alphabet[Int(generator.next() & 31)] })
    }
}
