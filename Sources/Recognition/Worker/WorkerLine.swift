internal import Dispatch

/// One worker process after another, one file at a time. It waits on a thread of its own, never on one of the pool
/// that runs the program's tasks.
actor WorkerLine {
    private let executor: QueueExecutor
    private let program: WorkerProgram
    private let limits: WorkerLimits
    private var process: WorkerProcess?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ program: WorkerProgram, _ limits: WorkerLimits, number: Int) {
        executor = QueueExecutor("recognition.worker.\(number)")
        self.program = program
        self.limits = limits
    }

    /// Sends a request and gathers the replies up to the last one.
    func exchange(_ request: [UInt8]) -> Result<[WorkerReply], RecognitionError> {
        do throws(RecognitionError) {
            let process = try readyProcess()
            process.files += 1
            let replies = try converse(request, with: process)
            // A process that failed is not reused; nor is one that has grown or is old.
            let isWorn = process.files >= limits.filesPerProcess || process.residentMemory > limits.restingMemory
            if isWorn { self.process = nil }
            return .success(replies)
        } catch {
            process = nil
            return .failure(error)
        }
    }

    /// Ends the process.
    func stop() { process = nil }

    /// For tests: the identifier of the process that waits for the next file.
    var processIdentifier: Int32? { process?.identifier }

    private func readyProcess() throws(RecognitionError) -> WorkerProcess {
        if let process, process.isAlive { return process }
        let fresh = try WorkerProcess(program)
        process = fresh
        return fresh
    }

    private func converse(_ request: [UInt8], with process: WorkerProcess) throws(RecognitionError) -> [WorkerReply] {
        let guardian = Guardian(process, limits)
        do throws(RecognitionError) {
            try process.stream.send(request, watch: guardian.check)
            var replies: [WorkerReply] = []
            while true {
                let reply = try WorkerReply(decoding: process.stream.receive(watch: guardian.check))
                replies.append(reply)
                guard case .page = reply else { return replies }
                guardian.startPage()
            }
        } catch {
            // A library that is refused memory often just ends the process.
            throw error == .workerLost && guardian.isHeavy ? .memoryLimit : error
        }
    }
}

/// Looks at a process while it works.
private final class Guardian {
    private let process: WorkerProcess
    private let limits: WorkerLimits
    private let clock = ContinuousClock()
    private var deadline: ContinuousClock.Instant
    /// Whether it was close to its memory limit when it was last looked at.
    private(set) var isHeavy = false

    init(_ process: WorkerProcess, _ limits: WorkerLimits) {
        self.process = process
        self.limits = limits
        deadline = clock.now + limits.timeForPage
    }

    func startPage() { deadline = clock.now + limits.timeForPage }

    func check() throws(RecognitionError) {
        let memory = process.residentMemory
        if memory > limits.memory { throw .memoryLimit }
        if memory > 0 { isHeavy = memory > limits.memory / 5 * 4 }
        if clock.now > deadline { throw .timeLimit }
    }
}

/// Runs the jobs of one actor on one queue.
private final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(_ label: String) { queue = DispatchQueue(label: label) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
