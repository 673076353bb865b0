internal import CConfinement
internal import Glibc

/// The other end: what the hidden subcommand runs. It reads requests from standard input, a socket, and answers there.
package struct WorkerChild {
    private let make: EngineSource
    private var choice: EngineChoice?
    private var engine: (any OCREngine)?
    private let resident = ResidentMemory(of: "self")
    private let stream = FrameStream(socket: 0, longest: .max)

    /// Loads the engine that was asked for.
    package typealias EngineSource = (EngineChoice) throws(RecognitionError) -> any OCREngine

    /// Serves until the program that started it is gone. Never returns.
    package static func run(_ make: @escaping EngineSource = { choice throws(RecognitionError) in try choice.makeEngine() }) -> Never {
        ChildLimits.apply()
        var child = WorkerChild(make)
        while let bytes = try? child.stream.receive(watch: {}) {
            guard let request = try? WorkerRequest(decoding: bytes) else { break }
            cc_bound_memory(max(request.reservedMemory, 0))
            let end = child.answer(request)
            cc_trim()
            child.send(end)
        }
        _exit(0)
    }

    /// Pixels of a picture that is halved before it is read.
    private static let largePicture = 16_000_000

    private init(_ make: @escaping EngineSource) { self.make = make }

    private mutating func answer(_ request: WorkerRequest) -> WorkerReply {
        do throws(RecognitionError) {
            let decoder = PictureDecoder(limits: request.limits, pdfium: request.choice.parts["pdfium"])
            switch request.task {
            case .read: return try read(request, decoder)
            case .draw(let page, let marks): return try draw(page, marks, request, decoder)
            }
        } catch {
            return .failed(error)
        }
    }

    private mutating func read(_ request: WorkerRequest, _ decoder: PictureDecoder) throws(RecognitionError) -> WorkerReply {
        // The file first: a broken one needs no engine.
        let reader = try decoder.reader(of: request.file)
        var number = 0
        makeRoom(for: reader, memory: request.memory)
        while let picture = try reader.next() {
            number += 1
            let size = PageSize(width: picture.width, height: picture.height)
            send(.page(size, lines: try lines(of: picture, page: number, request.choice)))
            makeRoom(for: reader, memory: request.memory)
        }
        return .finished(unreadPages: reader.unreadPages)
    }

    /// A large picture is read at half its size: letters are still larger than any model looks at them, and the engine
    /// needs the memory more.
    private mutating func lines(of picture: consuming Picture, page: Int, _ choice: EngineChoice) throws(RecognitionError)
        -> [RecognizedLine]
    {
        var scale: Float = 1
        while picture.width * picture.height > Self.largePicture {
            picture = picture.halved()
            scale *= 2
        }
        return try engine(for: choice).read(picture).map { line in
            RecognizedLine(text: line.text, quad: line.quad.map { $0 * scale }, page: page, confidence: line.confidence)
        }
    }

    /// Lets go of the engine if the next picture might not find room beside it: 3 bytes a pixel for the picture,
    /// 4 for what decoders need on the way. It is loaded again after decoding.
    private mutating func makeRoom(for reader: any PageReader, memory: Int) {
        guard engine != nil, reader.pixelsAhead * 7 + resident.bytes > memory else { return }
        engine = nil
        cc_trim()
    }

    private func draw(_ page: Int, _ marks: [OverlayMark], _ request: WorkerRequest, _ decoder: PictureDecoder)
        throws(RecognitionError) -> WorkerReply
    {
        let reader = try decoder.reader(of: request.file)
        var number = 0
        while let picture = try reader.next() {
            number += 1
            if number == page { return .drawing(try Overlay.png(picture, marks: marks)) }
        }
        throw .unsupported("page \(page)")
    }

    /// Kept from picture to picture: its models take longer to load than a picture to read.
    private mutating func engine(for choice: EngineChoice) throws(RecognitionError) -> any OCREngine {
        if let engine, self.choice == choice { return engine }
        engine = nil
        let made = try make(choice)
        self.choice = choice
        engine = made
        return made
    }

    private func send(_ reply: WorkerReply) {
        // Nobody to tell: the loop ends at its next read.
        try? stream.send(reply.encoded, watch: {})
    }
}
