import ArgumentParser
import Foundation
import JSONText

/// The public intent sets, by the same trainer: orders and cost chosen on the training lines alone.
struct PublicCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "public", abstract: "Trains and scores on banking77, clinc150 and smp2019_zh.")
    @OptionGroup var checkout: Checkout

    func run() throws { print(Row.table(try PublicSets(checkout).rows())) }
}

struct PublicSets {
    private let program: String

    init(_ checkout: Checkout) { program = checkout.program }

    func rows() throws -> [Row] {
        guard let folder = Outside.benchmarks else {
            return [Row(what: "public sets", bar: "", measured: "skipped: POWERHALL_BENCHMARKS is not set", holds: nil)]
        }
        return [
            try row("banking77", folder + "/banking77", bar: 0.910),
            try clinc(folder + "/clinc150"),
            try row("smp2019_zh", folder + "/smp2019_zh", bar: 0.915),
        ]
    }

    private func row(_ name: String, _ folder: String, bar: Double) throws -> Row {
        let result = try evaluate(["\(folder)/test.tsv"], ["\(folder)/train.tsv"])
        let accuracy = result["accuracy"]?.double ?? 0
        return Row(
            what: name, bar: "≥ \(formatted(bar * 100))",
            measured: "\(formatted(accuracy * 100)) (macro F1 \(formatted((result["macro_f1"]?.double ?? 0) * 100)))",
            holds: accuracy >= bar)
    }

    private func clinc(_ folder: String) throws -> Row {
        let result = try evaluate(["\(folder)/test.tsv", "\(folder)/oos_test.tsv"], ["\(folder)/train.tsv", "\(folder)/oos_train.tsv"])
        let accuracy = result["accuracy"]?.double ?? 0, auroc = result["oos"]?["auroc"]?.double ?? 0
        return Row(
            what: "clinc150 in scope / AUROC out of scope", bar: "≥ 92.5 / ≥ 95.8",
            measured: "\(formatted(accuracy * 100)) / \(formatted(auroc * 100))", holds: accuracy >= 0.925 && auroc >= 0.958)
    }

    private func evaluate(_ tests: [String], _ trains: [String]) throws -> JSONValue {
        let arguments = ["evaluate", "--json"] + tests + trains.flatMap { ["--train", $0] }
        let run = try ChildRun.run(program, arguments, input: Data())
        guard run.status == 0, let document = try? JSONReader.read(Array(run.output)[...]) else {
            throw ValidationError("`powerhall \(arguments.joined(separator: " "))` ended with \(run.status)")
        }
        return document.value
    }
}
