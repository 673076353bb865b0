import Documents
import Foundation
import Knowledge
import PowerDomain

/// The bars of document recognition, on scans outside the project.
struct DocumentRows {
    let reader: DocumentReader
    let source: DocumentSource
    private let command: DocumentsCommand

    init() throws {
        source = DocumentSource(models: "models")
        reader = try DocumentTraining(source).run().base().reader(source.regions)
        command = DocumentsCommand.plain
    }

    func rows() throws -> [Row] {
        guard let path = Outside.documents else {
            return [Row(what: "documents", bar: "", measured: "skipped: POWERHALL_DOCUMENTS names no folder of scans", holds: nil)]
        }
        let samples = try OutsideSamples.read(path)
        let scans = samples.filter { $0.engine == "rapidocr" }, poor = samples.filter { $0.engine == "tesseract" }
        let held = scans.filter { $0.number % 3 == 2 }
        let all = command.score(scans, reader), apart = command.score(held, reader), tesseract = command.score(poor, reader)
        var rows = [
            Self.row("PP-OCR lines, \(scans.count) scans: type / field F1 / whole document", "≥ 99.5 / 95 / 70 %", all, (99.5, 95, 70)),
            Self.row(
                "the same, the third that was not looked at while tuning (\(held.count))", "≥ 99.5 / 95 / 70 %", apart, (99.5, 95, 70)),
            Self.row("Tesseract lines, \(poor.count) scans: type / field F1", "≥ 95 / 70 %", tesseract, (95, 70, 0)),
        ]
        for (change, bar) in [(DocumentPerturbation.scrambled, 85.0), (.spacedLabels, 90), (.misreadLabels, 90)] {
            let score = command.score(command.changed(scans, change, reader), reader)
            rows.append(
                Row(
                    what: "\(change.rawValue), field F1", bar: "≥ \(Int(bar)) %", measured: "\(formatted(score.f1 * 100)) %",
                    holds: score.f1 * 100 >= bar))
        }
        let merged = command.merged(scans, reader)
        rows.append(
            Row(
                what: "two or three documents in one text, field F1", bar: "≥ 88 %", measured: "\(formatted(merged.f1 * 100)) %",
                holds: merged.f1 >= 0.88))
        rows += [others(), try digits(scans), latency(all), garbage()]
        return rows
    }

    private static func row(_ what: String, _ bar: String, _ score: FieldScore, _ least: (type: Double, fields: Double, whole: Double))
        -> Row
    {
        let share = Double(max(1, score.documents)), type = 100 * Double(score.typesRight) / share,
            whole = 100 * Double(score.whole) / share
        return Row(
            what: what, bar: bar, measured: "\(formatted(type)) / \(formatted(score.f1 * 100)) / \(formatted(whole)) %",
            holds: type >= least.type && score.f1 * 100 >= least.fields && whole >= least.whole)
    }

    private func others() -> Row {
        var work = reader.makeWorkspace()
        let accepted = source.others.filter {
            reader.read(PrintedLine.lines(of: $0.text), .init(asOf: DocumentsCommand.today), &work)[0].type != Document.unknownType
        }.count
        let share = 100 * Double(accepted) / Double(max(1, source.others.count))
        return Row(
            what: "\(source.others.count) texts that are no document (trained on): accepted", bar: "≤ 1 %",
            measured: "\(formatted(share, 2)) %", holds: share <= 1)
    }

    /// Every number with a check digit of the truth, as it is and with its last character changed.
    private func digits(_ scans: [DocumentSample]) throws -> Row {
        var work = reader.makeWorkspace(), right = 0, flaggedRight = 0, wrong = 0, flaggedWrong = 0
        for scan in scans {
            guard let type = reader.types.first(where: { $0.name == scan.type }) else { continue }
            for (name, value) in scan.truth {
                guard let field = type.field(name), [.identityNumber, .creditCode, .organizationCode, .bankCard].contains(field.shape)
                else { continue }
                let text = scan.lines.map(\.text).joined(separator: "\n"), squeezed = text.replacingOccurrences(of: " ", with: "")
                guard squeezed.contains(value), let last = value.last else { continue }
                let other: Character = last == "7" ? "3" : "7"
                for (isWrong, number) in [(false, value), (true, value.dropLast() + String(other))] {
                    let lines = PrintedLine.lines(of: squeezed.replacingOccurrences(of: value, with: number))
                    let found = reader.read(lines, .init(asOf: DocumentsCommand.today), &work)
                    let issues = found.flatMap(\.issues).filter { $0.severity == .error && $0.code == .checkDigit }
                    let isFlagged =
                        found.contains { document in document.fields.contains { $0.value == number && !$0.isValid } } && !issues.isEmpty
                    if isWrong { wrong += 1; flaggedWrong += isFlagged ? 1 : 0 } else { right += 1; flaggedRight += isFlagged ? 1 : 0 }
                }
            }
        }
        let missed = 100 * Double(flaggedRight) / Double(max(1, right))
        return Row(
            what: "wrong check digits flagged / right ones flagged", bar: "100 % / ≤ 0.5 %",
            measured: "\(flaggedWrong) of \(wrong) / \(formatted(missed, 2)) % of \(right)", holds: flaggedWrong == wrong && missed <= 0.5)
    }

    private func latency(_ score: FieldScore) -> Row {
        Row(what: "text → fields, median", bar: "≤ 300 µs", measured: "\(formatted(score.median, 0)) µs", holds: score.median <= 300)
    }

    private func garbage() -> Row {
        var work = reader.makeWorkspace(), worst = 0.0
        for piece in ["姓名：张三\n", "9x8y7z ", "营业执照\n名称", "年月日1"] {
            let text = String(String(repeating: piece, count: 200_000 / piece.utf8.count + 1).prefix(200_000))
            let lines = PrintedLine.lines(of: text)
            var best = Double.infinity
            for _ in 0..<3 {
                let start = nanoseconds()
                _ = reader.read(lines, .init(asOf: DocumentsCommand.today), &work)
                best = min(best, Double(nanoseconds() - start) / 1e6)
            }
            worst = max(worst, best)
            if best > 20 { FileHandle.standardError.write(Data("\(piece.debugDescription): \(formatted(best)) ms\n".utf8)) }
        }
        return Row(
            what: "200 kB of garbage, the worst of four kinds", bar: "≤ 20 ms", measured: "\(formatted(worst)) ms", holds: worst <= 20)
    }
}
