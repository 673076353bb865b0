import ArgumentParser
import Dialogue
import Documents
import Foundation
import FrontOffice
import JSONText
import Knowledge
import MiddleOffice
import PowerDomain
import Recognition

/// `powerhall recognize`.
struct RecognizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recognize", abstract: "Reads pictures of papers (JPEG, PNG, TIFF, PDF): text, type, fields and issues.")

    @OptionGroup var common: CommonOptions
    @Option(help: "The type, where it is known.") var type: String?
    @Option(help: "ppocr or tesseract. Default: ppocr if its parts are there.") var engine: String?
    @Option(help: "Draws boxes, fields and issues over the scan: a .png or .svg file. One IMAGE only.") var overlay: String?
    @Argument(help: "Pictures.") var images: [String]

    mutating func validate() throws {
        if let overlay {
            guard images.count == 1 else { throw ValidationError("--overlay takes one IMAGE, not \(images.count)") }
            guard overlay.hasSuffix(".png") || overlay.hasSuffix(".svg") else {
                throw ValidationError("--overlay must end in .png or .svg, not '\(overlay)'")
            }
        }
    }

    func run() async throws {
        Signals.ignoreBrokenPipes()
        let base = try ActiveKnowledge.load(common), surroundings = Surroundings.system(common)
        let pictures = PictureDesk(folder: common.pretrainedFolder)
        let folders = common.folders
        let desk = DocumentDesk(load: { try ActiveKnowledge.loadDocuments(folders) }, pictures: pictures, surroundings: surroundings)
        let language = common.givenLanguage ?? .zhHans
        var worst: ExitCode?
        for (index, path) in images.enumerated() {
            if images.count > 1, isatty(STDERR_FILENO) == 1 { say("\u{1B}[1A\u{1B}[K\(index + 1)/\(images.count) \(path)") }
            guard let data = FileManager.default.contents(atPath: path) else {
                say("powerhall: there is no file '\(path)'")
                worst = .noInput
                continue
            }
            do throws(DocumentError) {
                let found = try await desk.recognize(Array(data), type: type, engine: engine)
                let equipment = try await desk.equipment()
                try print(found, equipment, base.book, language)
                if let overlay { try await draw(found, equipment, base.book, language, over: Array(data), to: overlay, pictures) }
            } catch {
                worst = report(error, path, base.book, language)
            }
        }
        await pictures.stop()
        if let worst { throw worst }
    }

    private func print(_ found: [KeptDocument], _ equipment: DocumentDesk.Equipment, _ book: ReplyBook, _ language: Language)
        throws(DocumentError)
    {
        let bytes: [UInt8]
        if isatty(STDOUT_FILENO) == 1 {
            bytes = Array(DocumentTable(types: equipment.reader.types, book: book, language: language).text(found.map(\.document)).utf8)
        } else {
            let shape = DocumentShape(
                types: equipment.reader.types, speaker: DocumentSpeaker(book: book), language: language,
                isMasked: common.givenRole == .customer)
            var writer = JSONWriter()
            writer.write(shape.json(found))
            writer.endLine()
            bytes = writer.bytes
        }
        try? BlockWriter(descriptor: STDOUT_FILENO).write(bytes)
    }

    private func report(_ error: DocumentError, _ path: String, _ book: ReplyBook, _ language: Language) -> ExitCode {
        let words = DocumentSpeaker(book: book).words(error, language)
        switch error {
        case .picture(.missingPart(let part)): say("powerhall: \(path): \(words) (missing: \(part); `make pretrained` fetches it)")
        case .unwritable(let file): say("powerhall: cannot write '\(file)'")
        default: say("powerhall: \(path): \(words)")
        }
        switch error {
        case .noPictures, .unavailable, .picture(.missingPart), .picture(.engine): return .missingService
        case .unwritable: return .cannotWrite
        default: return .badData
        }
    }

    // MARK: Overlay

    /// Each field's lines framed, named and coloured by its issues.
    private func draw(
        _ found: [KeptDocument], _ equipment: DocumentDesk.Equipment, _ book: ReplyBook, _ language: Language, over picture: [UInt8],
        to path: String,
        _ pictures: PictureDesk
    ) async throws(DocumentError) {
        let speaker = DocumentSpeaker(book: book)
        guard let seen = found.first?.ocr else { return }
        var marks: [OverlayMark] = []
        for kept in found {
            guard let type = equipment.reader.types.first(where: { $0.name == kept.document.type }) else { continue }
            for field in kept.document.fields {
                let issues = kept.document.issues.filter { $0.field == field.name }
                let severity: OverlayMark.Severity =
                    issues.contains { $0.severity == .error } ? .error : issues.contains { $0.severity == .warning } ? .warning : .field
                for line in field.lines where seen.lines.indices.contains(line) && seen.lines[line].page == 1 {
                    let words =
                        [speaker.title(of: field.name, type, language) + " " + field.value]
                        + issues.map { speaker.message($0, type, language) }
                    marks.append(
                        OverlayMark(quad: seen.lines[line].quad.map(Float.init), label: words.joined(separator: " · "), severity: severity))
                }
            }
        }
        var bytes = try await pictures.draw(path.hasSuffix(".png") ? marks : [], over: picture, page: 1)
        if path.hasSuffix(".svg") {
            // The upright page as a PNG inside the SVG: any kind of picture can be shown so.
            guard let header = try? PictureHeader(of: bytes),
                let svg = Overlay.svg(of: bytes, page: PageSize(width: header.width, height: header.height), marks: marks)
            else { throw .picture(.notAPicture) }
            bytes = Array(svg.utf8)
        }
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            throw .unwritable(path)
        }
    }
}
