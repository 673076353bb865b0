import ArgumentParser
import Documents
import Foundation
import JSONText
import Knowledge
import PowerDomain
import TextAnalysis

/// Scores document recognition on sample scans outside the project, and on the samples inside the type files.
struct DocumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "documents", abstract: "Types and fields from OCR lines, scored strictly.")

    @Flag(help: "Prints every field that is wrong.") var verbose = false
    @Option(help: "Only this type.") var type: String?
    @Option(help: "rapidocr, tesseract, or own for the samples of the type files.") var engine: String?
    @Option(help: "The change whose mistakes are printed.") var change: String?
    @Option(help: "A JSON Lines file of texts ({text}) that are no document.") var others: String?
    @Option(help: "tuned: the two thirds that may be looked at; held: the third that may not; all.") var part = "tuned"

    func run() throws {
        let source = DocumentSource(models: "models")
        let base = try DocumentTraining(source).run().base()
        let reader = base.reader(source.regions)
        if let path = Outside.documents, engine != "own" {
            let samples = try OutsideSamples.read(path).filter { part == "all" || ($0.number % 3 == 2) == (part == "held") }
            for engine in ["rapidocr", "tesseract"] where self.engine ?? engine == engine {
                let chosen = samples.filter { $0.engine == engine && type ?? $0.type == $0.type }
                print("\(engine), \(chosen.count) scans (\(part)): \(score(chosen, reader))")
                guard engine == "rapidocr" else { continue }
                for change in DocumentPerturbation.allCases {
                    let changed = changed(chosen, change, reader)
                    print("  \(change.rawValue): \(score(changed, reader, isVerbose: verbose && self.change == change.rawValue))")
                }
                print("  merged: \(merged(chosen, reader))")
            }
        }
        if engine ?? "other" == "other" {
            var work = reader.makeWorkspace()
            let texts = try others.map { try OutsideSamples.others($0) } ?? source.others
            let accepted = texts.filter {
                reader.read(PrintedLine.lines(of: $0.text), DocumentReader.Request(asOf: Self.today), &work)[0].type != Document.unknownType
            }
            print("texts that are no document: \(accepted.count) of \(texts.count) accepted")
            if verbose {
                for other in accepted { print("  \(other.kind): \(other.text.prefix(60).split(separator: "\n").joined(separator: " / "))") }
            }
        }
        if engine ?? "own" == "own" {
            let own = source.types.flatMap { type in
                type.samples.enumerated().map { index, sample in
                    DocumentSample(
                        id: "\(type.name)#\(index + 1)", number: index, type: type.name, engine: "own",
                        lines: PrintedLine.lines(of: sample.text), truth: sample.fields)
                }
            }.filter { type ?? $0.type == $0.type }
            print("own samples, \(own.count): \(score(own, reader))")
        }
    }

    static let today = CalendarDay(daysSince1970: 20_781)

    static var plain: DocumentsCommand { (try? DocumentsCommand.parse([])) ?? DocumentsCommand() }

    /// The scans in another state.
    func changed(_ samples: [DocumentSample], _ change: DocumentPerturbation, _ reader: DocumentReader) -> [DocumentSample] {
        samples.enumerated().map { index, sample in
            let labels = reader.types.first { $0.name == sample.type }?.fields.flatMap(\.labels) ?? []
            return sample.with(change.apply(sample.lines, labels: labels, seed: index + 1))
        }
    }

    /// Two or three scans in one text; each document that comes out is held against the scan at its place.
    func merged(_ samples: [DocumentSample], _ reader: DocumentReader) -> FieldScore {
        var work = reader.makeWorkspace(), total = FieldScore()
        for start in samples.indices {
            let group = (0..<(start % 2 + 2)).map { samples[(start + $0 * 37) % samples.count] }
            var found = reader.read(group.flatMap(\.lines), DocumentReader.Request(asOf: Self.today), &work)
            for sample in group {
                let place = found.firstIndex { $0.type == sample.type }
                let document =
                    place.map { found.remove(at: $0) } ?? .init(type: "unknown", typeConfidence: 0, fields: [], issues: [], lines: 0..<0)
                total.add(FieldScore(document, sample))
            }
            for spare in found { total.given += spare.fields.count }
        }
        return total
    }

    func score(_ samples: [DocumentSample], _ reader: DocumentReader, isVerbose: Bool? = nil) -> FieldScore {
        let verbose = isVerbose ?? verbose
        var work = reader.makeWorkspace(), total = FieldScore(), byType: [String: FieldScore] = [:], times: [Double] = []
        for sample in samples {
            let start = nanoseconds()
            let document = reader.read(sample.lines, DocumentReader.Request(asOf: Self.today), &work).first
            times.append(Double(nanoseconds() - start) / 1000)
            guard let document else { continue }
            let score = FieldScore(document, sample)
            total.add(score)
            byType[sample.type, default: FieldScore()].add(score)
            if verbose { for line in score.mistakes { print("  \(sample.id) \(line)") } }
        }
        if verbose { for (type, score) in byType.sorted(by: { $0.key < $1.key }) { print("    \(type): \(score)") } }
        total.median = quantile(times, 0.5)
        return total
    }
}

/// A scan with what is printed on it.
struct DocumentSample {
    let id: String
    let number: Int
    let type: String
    let engine: String
    let lines: [PrintedLine]
    let truth: [String: String]

    func with(_ lines: [PrintedLine]) -> DocumentSample {
        DocumentSample(id: id, number: number, type: type, engine: engine, lines: lines, truth: truth)
    }
}

/// Samples of a folder outside the project: `samples/samples.jsonl`, with boxes in `samples/boxes.jsonl`.
enum OutsideSamples {
    static func others(_ path: String) throws -> [(kind: String, text: String)] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard let json = try? JSONReader.read(Array(line.utf8)[...]).value, let text = json["text"]?.string else { return nil }
            return (json["kind"]?.string ?? "", text)
        }
    }

    static func read(_ path: String) throws -> [DocumentSample] {
        let text = try String(contentsOfFile: path + "/samples/samples.jsonl", encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            guard let json = try? JSONReader.read(Array(line.utf8)[...]).value, let id = json["id"]?.string,
                let type = json["type"]?.string,
                let engine = json["engine"]?.string, let text = json["text"]?.string
            else { return nil }
            var truth: [String: String] = [:]
            for member in json["truth"]?.object?.members ?? [] { truth[member.key] = member.value.string }
            let number = Int(id.split(separator: "-").dropFirst().first ?? "") ?? 0
            return DocumentSample(id: id, number: number, type: type, engine: engine, lines: PrintedLine.lines(of: text), truth: truth)
        }
    }
}

/// Counts of fields right and wrong; a value counts only if it is exact after folding of width and white space.
struct FieldScore: CustomStringConvertible {
    var documents = 0, typesRight = 0, whole = 0
    var right = 0, given = 0, wanted = 0
    var mistakes: [String] = []
    var median = 0.0

    init() {}

    init(_ document: Document, _ sample: DocumentSample) {
        documents = 1
        typesRight = document.type == sample.type ? 1 : 0
        if typesRight == 0 { mistakes.append("type \(document.type) for \(sample.type)") }
        count(document, sample.truth)
        whole = typesRight == 1 && right == wanted && given == wanted ? 1 : 0
    }

    mutating func count(_ document: Document, _ truth: [String: String]) {
        wanted += truth.count
        given += document.fields.count
        for (name, value) in truth.sorted(by: { $0.key < $1.key }) {
            let found = document.value(name)
            if found.map(Self.folded) == Self.folded(value) { right += 1 } else { mistakes.append("\(name): \(found ?? "-") for \(value)") }
        }
        for field in document.fields where truth[field.name] == nil { mistakes.append("\(field.name): \(field.value) for nothing") }
    }

    static func folded(_ value: String) -> String {
        FoldedText(value).scalars.filter { $0 != 0x20 }.map { String($0) }.joined(separator: ",")
    }

    mutating func add(_ other: FieldScore) {
        documents += other.documents
        typesRight += other.typesRight
        whole += other.whole
        right += other.right
        given += other.given
        wanted += other.wanted
    }

    var f1: Double { given + wanted == 0 ? 0 : 2 * Double(right) / Double(given + wanted) }

    var description: String {
        func percent(_ share: Double) -> String { formatted(share * 100, 1) }
        let share = Double(max(1, documents))
        return
            "type \(percent(Double(typesRight) / share)), field F1 \(percent(f1)), whole \(percent(Double(whole) / share)), median \(formatted(median, 0)) µs"
    }
}
