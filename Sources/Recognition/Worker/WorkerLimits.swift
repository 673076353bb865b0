/// What one worker process may use before it is ended.
package struct WorkerLimits: Sendable, Equatable {
    /// Resident memory in bytes; beyond it the process is killed and the picture is a `memoryLimit`.
    package var memory = 380 << 20
    /// Bytes that the process may ask the system for, used or not; a library that asks for more gets none.
    package var reservedMemory = 1 << 30
    /// Resident memory in bytes with which a process is replaced after an answer.
    package var restingMemory = 320 << 20
    /// Time for each page; the first one's includes the loading of the engine.
    package var timeForPage = Duration.seconds(10)
    /// Files after which a process is replaced.
    package var filesPerProcess = 200
    /// Bytes of a file; a larger one is a `memoryLimit`.
    package var fileSize = 64 << 20

    package static let standard = WorkerLimits()

    package init() {}
}
