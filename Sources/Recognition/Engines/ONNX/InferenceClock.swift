/// Adds up the time that networks run, for benchmarks. The clock itself is passed in.
package final class InferenceClock {
    private let now: () -> UInt64
    private var started: UInt64 = 0
    /// Nanoseconds inside networks since this clock was made.
    package private(set) var total: UInt64 = 0
    /// Runs of a network since this clock was made.
    package private(set) var runs = 0

    /// `now` gives nanoseconds of any clock that never goes back.
    package init(now: @escaping () -> UInt64) {
        self.now = now
    }

    func start() {
        started = now()
    }

    func stop() {
        total += now() - started
        runs += 1
    }
}
