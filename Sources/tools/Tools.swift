import ArgumentParser

/// Maintainers' programs that are not shipped: generators of the tables that the product carries.
@main
struct Tools: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools",
        abstract: "Generators for tables that the sources carry.",
        subcommands: [FoldingTableCommand.self, PinyinTableCommand.self])
}
