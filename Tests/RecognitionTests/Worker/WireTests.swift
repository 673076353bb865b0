import Testing

@testable import Recognition

@Suite("Messages to and from the worker")
struct WireTests {
    private static let line = RecognizedLine(text: "户号 0800", quad: [1, 2, 3, 4, 5, 6, 7, 8.5], page: 3, confidence: 0.25)
    private static let errors: [RecognitionError] = [
        .missingPart("x"), .engine("y"), .notAPicture, .unsupported("z"), .truncated, .tooLarge(width: 1, height: 2),
        .tooSmall(width: 3, height: 4), .timeLimit, .memoryLimit, .workerLost,
    ]
    private static let replies: [WorkerReply] =
        [.page(PageSize(width: 9, height: 8), lines: [line, line]), .page(PageSize(width: 1, height: 1), lines: [])]
        + [.finished(unreadPages: 4), .drawing([1, 2, 3])] + errors.map { .failed($0) }

    @Test("every reply comes back as it was", arguments: replies)
    func roundTrip(_ reply: WorkerReply) throws {
        #expect(try WorkerReply(decoding: reply.encoded) == reply)
    }

    @Test("every request comes back as it was")
    func requests() throws {
        let mark = OverlayMark(quad: [1, 2, 3, 4, 5, 6, 7, 8], label: "<姓名>", severity: .warning)
        var limits = PictureLimits()
        limits.maxPages = 3
        for task in [WorkerRequest.Task.read, .draw(page: 2, marks: [mark, mark])] {
            let request = WorkerRequest(
                task: task, choice: EngineChoice(engine: "e", parts: ["b": "2", "a": "1"]), limits: limits, memory: 5,
                reservedMemory: 6, file: [1, 2, 3])
            #expect(try WorkerRequest(decoding: request.encoded) == request)
        }
    }

    @Test("a reply cut off anywhere is a lost worker", arguments: replies)
    func cut(_ reply: WorkerReply) {
        let bytes = reply.encoded
        for count in 0..<bytes.count {
            #expect(throws: RecognitionError.workerLost) { try WorkerReply(decoding: Array(bytes[..<count])) }
        }
    }

    @Test("lengths and numbers that cannot be are refused")
    func nonsense() {
        let huge: [UInt8] = [0] + [UInt8](repeating: 1, count: 16) + [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
        #expect(throws: RecognitionError.workerLost) { try WorkerReply(decoding: huge) }
        let negative: [UInt8] = [2] + [UInt8](repeating: 0xFF, count: 8)
        #expect(throws: RecognitionError.workerLost) { try WorkerReply(decoding: negative) }
    }
}
