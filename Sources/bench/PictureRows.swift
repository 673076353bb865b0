import Foundation
import JSONText
import Recognition

/// The picture engine on scans outside the project, beside the Python one where that is installed.
struct PictureRows {
    /// Every n-th scan is read: a few dozen say enough and take a minute.
    private static let step = 6

    func rows() throws -> [Row] {
        guard let path = Outside.documents else { return [] }
        let parts = PretrainedParts(in: ".pretrained")
        guard parts.missing.allSatisfy({ $0 == "pdfium" }) else {
            return [Row(what: "pictures", bar: "", measured: "skipped: `make pretrained` has not been run", holds: nil)]
        }
        let printed = try Self.printed(path), folder = path + "/samples/images"
        let names = printed.keys.sorted().enumerated().filter { $0.offset % Self.step == 0 }.map(\.element)
        let own = try Self.own(names, folder, parts, printed)
        var rows = [
            Row(
                what: "pictures, \(names.count) scans: characters of the printed pieces", bar: "within 0.3 points of the Python engine",
                measured: "\(formatted(own.accuracy * 100, 2)) %", holds: nil),
            Row(
                what: "share of its time outside inference", bar: "≤ 3 %", measured: "\(formatted(own.outside * 100, 1)) %",
                holds: own.outside <= 0.03),
            Row(what: "peak memory of a process that reads", bar: "≤ 300 MB", measured: "\(own.peak) MB", holds: own.peak <= 300),
        ]
        if let peer = try Self.peer(names, folder, printed) {
            rows[0].measuredBeside(" against \(formatted(peer.accuracy * 100, 2)) %", holds: own.accuracy >= peer.accuracy - 0.003)
            rows.append(
                Row(
                    what: "time of a scan against the Python engine, one thread each", bar: "≤ 1.0",
                    measured:
                        "\(formatted(own.seconds / peer.seconds, 2)) (\(formatted(own.seconds, 2)) s to \(formatted(peer.seconds, 2)) s)",
                    holds: own.seconds <= peer.seconds))
        }
        return rows
    }

    struct Reading {
        var accuracy = 0.0, seconds = 0.0, outside = 0.0
        var peak = 0
    }

    /// Pieces that are printed on each scan.
    private static func printed(_ path: String) throws -> [String: [String]] {
        let text = try String(contentsOfFile: path + "/samples/samples.jsonl", encoding: .utf8)
        var pieces: [String: [String]] = [:]
        for line in text.split(separator: "\n") {
            guard let json = try? JSONReader.read(Array(line.utf8)[...]).value, let image = json["image"]?.string else { continue }
            let name = image.split(separator: "/").last.map(String.init) ?? image
            pieces[name] = (json["printed"]?.object?.members ?? []).flatMap { ($0.value.array ?? []).compactMap(\.string) }
        }
        return pieces
    }

    private static func own(_ names: [String], _ folder: String, _ parts: PretrainedParts, _ printed: [String: [String]]) throws -> Reading
    {
        let clock = InferenceClock(now: nanoseconds)
        let engine = try PPOCREngine(
            parts: PPOCREngine.Parts(
                library: parts.paths["onnxruntime"] ?? "", detection: parts.paths["detection"] ?? "",
                direction: parts.paths["direction"] ?? "",
                recognition: parts.paths["recognition"] ?? ""), clock: clock)
        let decoder = PictureDecoder(limits: .standard, pdfium: nil)
        var accuracy = CharacterAccuracy(), total = 0.0
        for name in names {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            let picture = try decoder.pages(of: Array(data))[0], start = nanoseconds()
            let text = try engine.read(picture).map(\.text).joined(separator: "\n")
            total += Double(nanoseconds() - start) / 1e9
            for piece in printed[name] ?? [] { accuracy.add(piece: piece, in: text) }
        }
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.flatMap { line in Int(line.filter { $0.isNumber }) } ?? 0
        return Reading(
            accuracy: accuracy.value, seconds: total / Double(max(1, names.count)), outside: 1 - Double(clock.total) / 1e9 / total,
            peak: peak / 1024)
    }

    /// The Python engine over the same scans; nil where it is not installed.
    private static func peer(_ names: [String], _ folder: String, _ printed: [String: [String]]) throws -> Reading? {
        guard let python = Outside.python else { return nil }
        let process = Process(), output = Pipe()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["Sources/bench/Peers/pictures.py", folder, String(step)]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        var accuracy = CharacterAccuracy(), total = 0.0, count = 0.0
        for line in data.split(separator: UInt8(ascii: "\n")) {
            guard let json = try? JSONReader.read(Array(line)[...]).value, let name = json["image"]?.string,
                let seconds = json["seconds"]?.double
            else { continue }
            let text = (json["lines"]?.array ?? []).compactMap { $0.array?[1].string }.joined(separator: "\n")
            for piece in printed[name] ?? [] { accuracy.add(piece: piece, in: text) }
            total += seconds
            count += 1
        }
        return count > 0 ? Reading(accuracy: accuracy.value, seconds: total / count) : nil
    }
}

extension Row {
    fileprivate mutating func measuredBeside(_ more: String, holds: Bool) {
        self = Row(what: what, bar: bar, measured: measured + more, holds: holds)
    }
}
