import CTestPictures
import Testing

@testable import Recognition

#if canImport(Glibc)
    import Glibc
#endif

@Suite("The worker process", .timeLimit(.minutes(2)))
struct RecognitionWorkerTests {
    private let program = WorkerProgram(path: Parts.program("recworker"), arguments: [])

    private func worker(_ engine: String, processes: Int = 1, _ change: (inout WorkerLimits) -> Void = { _ in }) -> RecognitionWorker {
        var limits = WorkerLimits.standard
        change(&limits)
        return RecognitionWorker(program: program, choice: EngineChoice(engine: engine), limits: limits, processes: processes)
    }

    /// The identifier of the process that read it.
    private func reader(_ recognition: Recognition) throws -> Substring {
        try #require(recognition.lines.first?.text.split(separator: " ").last)
    }

    @Test("pages and lines come back in order")
    func pages() async throws {
        let dark = Picture(width: 20, height: 16, pixels: [UInt8](repeating: 10, count: 960))
        let found = try await worker("mean").recognize(Pictures.tiff(dark, pages: 22))
        #expect(found.pages == Array(repeating: PageSize(width: 20, height: 16), count: 20))
        #expect(found.unreadPages == 2)
        #expect(found.lines.map(\.page) == Array(1...20))
        #expect(found.lines[0].text.hasPrefix("20x16 10 "))
        #expect(found.lines[1].text.hasPrefix("20x16 15 "))
    }

    @Test("one process serves picture after picture")
    func reuse() async throws {
        let worker = worker("mean")
        let first = try await worker.recognize(Pictures.grey(50)), second = try await worker.recognize(Pictures.grey(50))
        #expect(first == second)
    }

    @Test("after a number of files the process is replaced")
    func recycling() async throws {
        let worker = worker("mean") { $0.filesPerProcess = 2 }
        var readers: [Substring] = []
        for _ in 0..<4 { readers.append(try reader(try await worker.recognize(Pictures.grey(50)))) }
        #expect(readers[0] == readers[1])
        #expect(readers[1] != readers[2])
        #expect(readers[2] == readers[3])
    }

    @Test("a process that has grown is replaced before it is too large")
    func growth() async throws {
        let worker = worker("hoarder") { $0.restingMemory = 150 << 20 }
        var readers: Set<Substring> = []
        for _ in 0..<12 { readers.insert(try reader(try await worker.recognize(Pictures.grey(50)))) }
        #expect(readers.count >= 3)
    }

    @Test("a broken file costs an answer, not the process")
    func brokenFile() async throws {
        let worker = worker("mean")
        let whole = Pictures.jpeg(Pictures.quarters())
        let first = try await worker.recognize(whole)
        await #expect(throws: RecognitionError.truncated) { try await worker.recognize(Array(whole[..<(whole.count - 40)])) }
        #expect(try await worker.recognize(whole) == first)
    }

    @Test("a picture over its time is given up, the next one is read")
    func time() async throws {
        let worker = worker("sleeper") { $0.timeForPage = .milliseconds(300) }
        await #expect(throws: RecognitionError.timeLimit) { try await worker.recognize(Pictures.grey(50)) }
        #expect(await worker.processIdentifiers == [])
    }

    @Test("a picture over its memory is given up")
    func memory() async throws {
        let worker = worker("greedy") { $0.memory = 120 << 20 }
        await #expect(throws: RecognitionError.memoryLimit) { try await worker.recognize(Pictures.grey(50)) }
    }

    @Test("memory that the system refuses is told as the memory limit")
    func refusedMemory() async throws {
        let worker = worker("greedy") {
            $0.memory = 100 << 20
            $0.reservedMemory = 100 << 20
        }
        await #expect(throws: RecognitionError.memoryLimit) { try await worker.recognize(Pictures.grey(50)) }
    }

    @Test("a crash is told, and the next call has a fresh process")
    func crash() async throws {
        let worker = worker("crasher")
        await #expect(throws: RecognitionError.workerLost) { try await worker.recognize(Pictures.grey(0)) }
        #expect(try await worker.recognize(Pictures.grey(255)).pages.count == 1)
    }

    @Test("a process killed in the middle of a picture is told")
    func killedInTheMiddle() async throws {
        let worker = worker("victim")
        await #expect(throws: RecognitionError.workerLost) { try await worker.recognize(Pictures.grey(50)) }
        await #expect(throws: RecognitionError.workerLost) { try await worker.recognize(Pictures.grey(50)) }
    }

    @Test("a process killed while it waits is replaced unseen")
    func killedAtRest() async throws {
        let worker = worker("mean")
        let before = try reader(try await worker.recognize(Pictures.grey(50)))
        for identifier in await worker.processIdentifiers {
            kill(identifier, SIGKILL)
            var state = siginfo_t()
            waitid(P_PID, id_t(identifier), &state, WEXITED | WNOWAIT)
        }
        #expect(try reader(try await worker.recognize(Pictures.grey(50))) != before)
    }

    @Test("a library that prints disturbs nothing")
    func printing() async throws {
        #expect(try await worker("chatty").recognize(Pictures.grey(50)).lines == [])
    }

    @Test("a program that is not there is a missing part")
    func missingProgram() async {
        let worker = RecognitionWorker(
            program: WorkerProgram(path: "/nowhere/reader", arguments: []), choice: EngineChoice(engine: "mean"))
        await #expect(throws: RecognitionError.missingPart("/nowhere/reader")) { try await worker.recognize(Pictures.grey(50)) }
    }

    @Test("an unknown engine is a missing part")
    func unknownEngine() async {
        await #expect(throws: RecognitionError.missingPart("nobody")) { try await worker("nobody").recognize(Pictures.grey(50)) }
    }

    @Test("several processes read at once, and all callers are answered")
    func parallel() async throws {
        let worker = worker("mean", processes: 2)
        let file = Pictures.grey(50)
        let readers = try await withThrowingTaskGroup(of: Recognition.self) { group in
            for _ in 0..<12 { group.addTask { try await worker.recognize(file) } }
            return try await group.reduce(into: Set<Substring>()) { $0.insert(try reader($1)) }
        }
        #expect((1...2).contains(readers.count))
    }

    @Test("a page with marks comes back as a PNG")
    func drawing() async throws {
        let mark = OverlayMark(quad: [4, 4, 28, 4, 28, 20, 4, 20], label: "name", severity: .error)
        let bytes = try await worker("mean").draw([mark], over: Pictures.jpeg(Pictures.quarters()))
        let page = try #require(PictureDecoder().pages(of: bytes).first)
        #expect(page.colour(28, 12) == [200, 0, 30])
        await #expect(throws: RecognitionError.unsupported("page 2")) {
            try await worker("mean").draw([mark], over: Pictures.jpeg(Pictures.quarters()), page: 2)
        }
    }

    @Test("a large page is read at half its size and its boxes are those of the whole")
    func halved() async throws {
        let found = try await worker("mean").recognize(Pictures.taken(ct_black_png(6000, 3000, 0, 0)))
        #expect(found.pages == [PageSize(width: 6000, height: 3000)])
        #expect(found.lines.first?.text.hasPrefix("3000x1500 0 ") == true)
        #expect(found.lines.first?.quad == [0, 0, 2, 0, 2, 2, 0, 2])
    }
}
