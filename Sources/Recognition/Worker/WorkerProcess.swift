internal import CConfinement
internal import Glibc

/// One living worker process and the socket to it. Ending it, also by letting go of it, leaves no zombie.
final class WorkerProcess {
    let identifier: pid_t
    /// Files that were sent to it.
    var files = 0
    let stream: FrameStream
    private let memory: ResidentMemory

    /// Replies, drawings included, are at most this long.
    private static let longestReply = 64 << 20

    /// Starts the program with a socket as its standard input; everything else that is open here stays closed there.
    init(_ program: WorkerProgram) throws(RecognitionError) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .workerLost }
        defer { close(ends[1]) }
        guard let identifier = Self.spawn(program, input: ends[1]) else {
            close(ends[0])
            throw .missingPart(program.path)
        }
        self.identifier = identifier
        stream = FrameStream(socket: ends[0], longest: Self.longestReply)
        memory = ResidentMemory(of: "\(identifier)")
    }

    deinit {
        close(stream.socket)
        kill(identifier, SIGKILL)
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    }

    /// Whether the process still runs. One that has ended stays as it is until `deinit` takes its status.
    var isAlive: Bool {
        var state = siginfo_t()
        let found = waitid(P_PID, id_t(identifier), &state, WEXITED | WNOHANG | WNOWAIT)
        return found == 0 && state.si_signo == 0
    }

    /// Bytes of resident memory now, libraries included.
    var residentMemory: Int { memory.bytes }

    private static func spawn(_ program: WorkerProgram, input: Int32) -> pid_t? {
        // Its own group: Ctrl-C in the terminal is for the program.
        var arguments = ([program.path] + program.arguments).map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var environment = Self.environment.map { strdup($0) } + [nil]
        defer { for variable in environment { free(variable) } }
        let identifier = cc_spawn(program.path, &arguments, &environment, input)
        return identifier > 0 ? identifier : nil
    }

    /// The worker gets no secrets of the program's environment, and one thread a library.
    private static var environment: [String] {
        let names = ["PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "LANG", "LC_ALL", "TZ"]
        let kept: [String] = names.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
        return kept + ["OMP_THREAD_LIMIT=1", "OMP_NUM_THREADS=1", "MALLOC_ARENA_MAX=1", "SWIFT_BACKTRACE=enable=no"]
    }
}
