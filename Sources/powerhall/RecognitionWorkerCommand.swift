import ArgumentParser
import Recognition

/// The hidden subcommand that the program starts itself with to read pictures from strangers.
struct RecognitionWorkerCommand: ParsableCommand {
    static let name = "recognition-worker"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Reads pictures for another process of this program.", shouldDisplay: false)

    func run() throws { WorkerChild.run() }
}
