import MiddleOffice
import Recognition

/// Reads pictures for the hall in worker processes of this program.
struct PictureDesk: PictureReading {
    /// Where the fetched models and libraries lie.
    let folder: String
    private let workers: Workers

    init(folder: String) {
        self.folder = folder
        workers = Workers(folder: folder)
    }

    /// Names of the engines, the better one first.
    static let engines = ["ppocr", "tesseract"]

    func read(_ picture: [UInt8], engine: String?) async throws(DocumentError) -> SeenPicture {
        if let engine, !Self.engines.contains(engine) { throw .picture(.unknownEngine(engine)) }
        let name = engine ?? (PretrainedParts(in: folder).canReadPictures ? "ppocr" : "tesseract")
        if name == "ppocr", let part = PretrainedParts(in: folder).missing.first(where: { $0 != "pdfium" }) {
            throw .picture(.missingPart(part))
        }
        do throws(RecognitionError) {
            let seen = try await workers.worker(name).recognize(picture)
            return SeenPicture(
                engine: name,
                lines: seen.lines.map {
                    SeenPicture.Line(text: $0.text, quad: $0.quad.map(Double.init), page: $0.page, confidence: $0.confidence)
                })
        } catch {
            throw .picture(Self.fault(error))
        }
    }

    func missingParts() async -> [String] { PretrainedParts(in: folder).missing.sorted() }

    /// The picture with marks drawn over one page, as a PNG.
    func draw(_ marks: [OverlayMark], over picture: [UInt8], page: Int) async throws(DocumentError) -> [UInt8] {
        do throws(RecognitionError) {
            return try await workers.worker("tesseract").draw(marks, over: picture, page: page)
        } catch {
            throw .picture(Self.fault(error))
        }
    }

    func stop() async { await workers.stop() }

    private static func fault(_ error: RecognitionError) -> PictureFault {
        switch error {
        case .missingPart(let part): .missingPart(part)
        case .engine, .workerLost: .engine
        case .notAPicture: .notAPicture
        case .unsupported(let what): .unsupported(what)
        case .truncated: .truncated
        case .tooLarge(let width, let height): .tooLarge(width: width, height: height)
        case .tooSmall(let width, let height): .tooSmall(width: width, height: height)
        case .timeLimit: .timeLimit
        case .memoryLimit: .memoryLimit
        }
    }

    /// One worker for each engine, started with its first picture.
    private actor Workers {
        private let folder: String
        private var started: [String: RecognitionWorker] = [:]

        init(folder: String) { self.folder = folder }

        func worker(_ engine: String) -> RecognitionWorker {
            if let worker = started[engine] { return worker }
            let worker = RecognitionWorker(
                program: WorkerProgram(arguments: [RecognitionWorkerCommand.name]),
                choice: EngineChoice(engine: engine, parts: PretrainedParts(in: folder).paths))
            started[engine] = worker
            return worker
        }

        func stop() async { for worker in started.values { await worker.stop() } }
    }
}

extension PretrainedParts {
    /// Whether the engine that needs fetched parts can work; PDFs may still be out of reach.
    var canReadPictures: Bool { missing.allSatisfy { $0 == "pdfium" } }
}
