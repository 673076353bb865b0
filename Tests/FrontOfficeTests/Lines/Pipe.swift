import Glibc

/// The two ends of a pipe.
struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SetUpFailed() }
        (reading, writing) = (ends[0], ends[1])
    }

    struct SetUpFailed: Error {}

    func makeNonBlocking() {
        for end in [reading, writing] { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
    }

    func closeReading() { close(reading) }
    func closeWriting() { close(writing) }
}

/// A thread of its own: a blocking call must not hold one of the few threads that tests share.
final class BesideThread {
    private final class Work {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    private var thread = pthread_t()

    init(_ body: @escaping @Sendable () -> Void) {
        pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, Unmanaged.passRetained(Work(body)).toOpaque())
    }

    func join() { pthread_join(thread, nil) }
}
