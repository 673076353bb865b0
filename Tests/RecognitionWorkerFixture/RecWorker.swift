import Recognition

#if canImport(Glibc)
    import Glibc
#endif

/// The worker of the tests: Tesseract, and engines that misbehave on purpose.
@main
struct RecWorker {
    static func main() { WorkerChild.run(engine) }

    private static func engine(_ choice: EngineChoice) throws(RecognitionError) -> any OCREngine {
        switch choice.engine {
        case MeanEngine.name: MeanEngine()
        case Sleeper.name: Sleeper()
        case Greedy.name: Greedy()
        case Hoarder.name: Hoarder()
        case Crasher.name: Crasher()
        case Victim.name: Victim()
        case Chatty.name: Chatty()
        default: try choice.makeEngine()
        }
    }
}

/// Tells size, mean colour and its process.
final class MeanEngine: OCREngine {
    static let name = "mean"

    func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine] {
        let sum = picture.pixels.reduce(0) { $0 + Int($1) }
        let text = "\(picture.width)x\(picture.height) \(sum / picture.pixels.count) \(getpid())"
        return [RecognizedLine(text: text, quad: [0, 0, 1, 0, 1, 1, 0, 1], page: 1, confidence: 1)]
    }
}

/// Never comes back.
final class Sleeper: OCREngine {
    static let name = "sleeper"

    func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine] {
        while true { sleep(60) }
    }
}

/// Takes 2 GB, a megabyte at a time.
final class Greedy: OCREngine {
    static let name = "greedy"

    func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine] {
        var blocks: [[UInt8]] = []
        for value in 0..<2048 { blocks.append([UInt8](repeating: UInt8(value & 255), count: 1 << 20)) }
        return [RecognizedLine(text: "\(blocks.count)", quad: [0, 0, 1, 0, 1, 1, 0, 1], page: 1, confidence: 1)]
    }
}

/// Keeps another 40 MB with every picture.
final class Hoarder: OCREngine {
    static let name = "hoarder"
    private var blocks: [[UInt8]] = []

    func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine] {
        blocks.append([UInt8](repeating: UInt8(blocks.count & 255), count: 40 << 20))
        return try MeanEngine().read(picture)
    }
}

/// Dies of its own fault on dark pictures.
final class Crasher: OCREngine {
    static let name = "crasher"

    func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine] {
        if picture.pixels[0] < 128 { abort() }
        return []
    }
}

/// Is killed from outside in the middle of a picture, as the system does where memory is short.
final class Victim: OCREngine {
    static let name = "victim"

    func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine] {
        kill(getpid(), SIGKILL)
        return []
    }
}

/// Prints to where results must not be mixed with anything.
final class Chatty: OCREngine {
    static let name = "chatty"

    func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine] {
        print("hello from a library")
        fflush(nil)
        return []
    }
}
