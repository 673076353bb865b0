import ArgumentParser
import Foundation
import Knowledge

/// `powerhall train`.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Makes a new version of the model from intents/ and models/: the same data give the same bytes.")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let started = Date()
        let product = try ActiveKnowledge.train(common.folders)
        say(
            "version \(product.version): \(product.weights.count) bytes of weights, \(product.knowledge.count) of knowledge, "
                + "\(String(format: "%.1f", Date().timeIntervalSince(started))) s")
        print(product.card, terminator: "")
        let papers = try ActiveKnowledge.trainDocuments(common.folders)
        say("document types, version \(papers.version): \(papers.weights.count) bytes of weights, \(papers.knowledge.count) of knowledge")
        print(papers.card, terminator: "")
    }
}
