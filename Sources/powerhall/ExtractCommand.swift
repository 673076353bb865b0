import ArgumentParser
import Documents
import Foundation
import FrontOffice
import Knowledge
import MiddleOffice
import PowerDomain

/// `powerhall extract`.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Reads type, fields and issues of papers out of OCR text.",
        discussion: """
            Each FILE, or all of stdin, is one text; the result is one JSON object a text, or a table on a terminal.
            With --jsonl one object {id?, text | lines, type?} a line comes in and exactly one goes out, in order.
            """)

    @OptionGroup var common: CommonOptions
    @Option(help: "The type, where it is known.") var type: String?
    @Flag(help: "One JSON object a line in, one out.") var jsonl = false
    @Flag(help: "Tells for each field what its reading rests on.") var explain = false
    @Argument(help: "Files of OCR text.") var files: [String] = []

    func run() throws {
        Signals.ignoreBrokenPipes()
        let base = try ActiveKnowledge.load(common), equipment = try ActiveKnowledge.loadDocuments(common.folders)
        if let type, !equipment.reader.types.contains(where: { $0.name == type }) {
            throw fail(.init(64), "'\(type)' is no document type; known are \(equipment.reader.types.map(\.name).joined(separator: ", "))")
        }
        let language = common.givenLanguage ?? .zhHans
        var filter = ExtractFilter(
            equipment.reader, book: base.book, language: language, request: .init(asOf: common.today, type: type),
            isMasked: common.givenRole == .customer, explains: explain, maximumLine: Connection.Limit.lineBytes)
        let writer = BlockWriter(descriptor: STDOUT_FILENO)
        do {
            if jsonl {
                try readLines(&filter, writer)
            } else {
                let table =
                    isatty(STDOUT_FILENO) == 1 ? DocumentTable(types: equipment.reader.types, book: base.book, language: language) : nil
                for text in try texts() {
                    let bytes = table.map { Array($0.text(filter.documents(in: text)).utf8) } ?? filter.answer(text: text)
                    try writer.write(bytes)
                }
            }
        } catch let error as ExitCode {
            throw error
        } catch {
            throw fail(.ioError, "reading or writing failed: \(error)")
        }
    }

    private func readLines(_ filter: inout ExtractFilter, _ writer: BlockWriter) throws {
        for descriptor in try descriptors() {
            var reader = BlockReader(descriptor: descriptor)
            while let block = try reader.next() { try writer.write(filter.answer(block)) }
        }
        try writer.write(filter.finish())
    }

    private func descriptors() throws -> [Int32] {
        try files.isEmpty
            ? [STDIN_FILENO]
            : files.map { path in
                let descriptor = open(path, O_RDONLY)
                guard descriptor >= 0 else { throw fail(.noInput, "there is no file '\(path)'") }
                return descriptor
            }
    }

    private func texts() throws -> [String] {
        guard !files.isEmpty else {
            return [String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)]
        }
        return try files.map { path in
            guard let data = FileManager.default.contents(atPath: path) else { throw fail(.noInput, "there is no file '\(path)'") }
            guard let text = String(data: data, encoding: .utf8) else {
                throw fail(.badData, "'\(path)' is not UTF-8 text; a picture is read by `powerhall recognize`")
            }
            return text
        }
    }
}
