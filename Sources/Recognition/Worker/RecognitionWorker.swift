/// Reads pictures from strangers in processes of their own, so that a decoder's fault, a bomb or a picture without end
/// costs one answer and nothing else.
///
/// Requests wait for a free process in the order in which they came.
package actor RecognitionWorker {
    private let choice: EngineChoice
    private let pictureLimits: PictureLimits
    private let limits: WorkerLimits
    private let lines: [WorkerLine]
    private var free: [WorkerLine]
    private var waiting: [CheckedContinuation<WorkerLine, Never>] = []

    /// Nothing is started before the first picture.
    package init(
        program: WorkerProgram, choice: EngineChoice, pictureLimits: PictureLimits = .standard,
        limits: WorkerLimits = .standard, processes: Int = 1
    ) {
        precondition(processes > 0)
        self.choice = choice
        self.pictureLimits = pictureLimits
        self.limits = limits
        lines = (1...processes).map { WorkerLine(program, limits, number: $0) }
        free = lines.reversed()
    }

    /// The text of a JPEG, PNG, TIFF or PDF. All pages, or an error.
    package func recognize(_ file: [UInt8]) async throws(RecognitionError) -> Recognition {
        var pages: [PageSize] = [], lines: [RecognizedLine] = []
        for reply in try await ask(.read, file) {
            switch reply {
            case .page(let size, let found):
                pages.append(size)
                lines += found
            case .finished(let unread): return Recognition(pages: pages, lines: lines, unreadPages: unread)
            case .failed(let error): throw error
            case .drawing: break
            }
        }
        throw .workerLost
    }

    /// Page `page` (from 1) of a file with `marks` drawn over it, as a PNG.
    package func draw(_ marks: [OverlayMark], over file: [UInt8], page: Int = 1) async throws(RecognitionError) -> [UInt8] {
        switch try await ask(.draw(page: page, marks: marks), file).last {
        case .drawing(let bytes)?: return bytes
        case .failed(let error)?: throw error
        default: throw .workerLost
        }
    }

    /// Ends the processes; the next picture starts one again.
    package func stop() async {
        for line in lines { await line.stop() }
    }

    /// For tests: the processes that wait for the next file.
    var processIdentifiers: [Int32] {
        get async {
            var found: [Int32] = []
            for line in lines { if let identifier = await line.processIdentifier { found.append(identifier) } }
            return found
        }
    }

    private func ask(_ task: WorkerRequest.Task, _ file: [UInt8]) async throws(RecognitionError) -> [WorkerReply] {
        guard file.count <= limits.fileSize else { throw .memoryLimit }
        // Cheap, and done here so that nonsense does not queue: no decoder is involved.
        let header = try PictureHeader(of: file)
        if header.kind != .pdf { try pictureLimits.check(width: header.width, height: header.height) }
        let request = WorkerRequest(
            task: task, choice: choice, limits: pictureLimits, memory: limits.memory, reservedMemory: limits.reservedMemory,
            file: file)
        let line = await take()
        let replies = await line.exchange(request.encoded)
        giveBack(line)
        return try replies.get()
    }

    private func take() async -> WorkerLine {
        if let line = free.popLast() { return line }
        return await withCheckedContinuation { waiting.append($0) }
    }

    private func giveBack(_ line: WorkerLine) {
        if waiting.isEmpty { free.append(line) } else { waiting.removeFirst().resume(returning: line) }
    }
}
