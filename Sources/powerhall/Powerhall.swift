import ArgumentParser

/// The command line of powerhall.
@main
struct Powerhall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "powerhall",
        abstract: "供电企业的智能客服与证照识别 · The service desk of a power utility.",
        discussion: "Without a command the customer's chat begins. Results go to stdout, everything else to stderr.",
        version: Version.current,
        subcommands: [
            ChatCommand.self, ServeCommand.self, ClassifyCommand.self, TrainCommand.self, EvaluateCommand.self, LintCommand.self,
            ModelsCommand.self, ExtractCommand.self, RecognizeCommand.self, TariffCommand.self, RecognitionWorkerCommand.self,
        ],
        defaultSubcommand: ChatCommand.self)
}

enum Version {
    static let current = "0.1.0"
}
