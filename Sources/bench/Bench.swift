import ArgumentParser

/// Measures the product against the bars of its issues and against peers; prints one table.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Benchmarks that anyone can run; data outside the project are named by variables and skipped without them.",
        discussion: """
            POWERHALL_VALIDATION  a TSV of labelled sentences (label, lang, style, text)
            POWERHALL_BENCHMARKS  a folder with banking77/, clinc150/ and smp2019_zh/ (train.tsv, test.tsv)
            POWERHALL_DOCUMENTS   a folder with samples/samples.jsonl, boxes.jsonl and images/ of scans
            POWERHALL_PEERS       a Python with scikit-learn; fasttext must be on the PATH
            """,
        subcommands: [
            AllCommand.self, StagesCommand.self, DangerCommand.self, PublicCommand.self, HostileCommand.self, DocumentsCommand.self,
        ],
        defaultSubcommand: AllCommand.self)
}
