import Foundation
import Synchronization

/// SIGTERM: what is in hand is finished and written, then the process ends with 0.
enum Termination {
    /// 0: waiting for input, 1: answering, 2: answering and asked to end.
    private static let state = Atomic<Int>(0)

    static func install() {
        signal(SIGTERM) { _ in Termination.request() }
        // A reader that does not read must not keep the process alive: 5 s after SIGTERM it ends all the same.
        signal(SIGALRM) { _ in _exit(0) }
    }

    private static func request() {
        // Nothing is in hand while the process waits for input, so it may end at once.
        if state.compareExchange(expected: 1, desired: 2, ordering: .sequentiallyConsistent).exchanged {
            alarm(4)
            return
        }
        _exit(0)
    }

    static func begin() { state.store(1, ordering: .sequentiallyConsistent) }

    static func end() {
        if !state.compareExchange(expected: 1, desired: 0, ordering: .sequentiallyConsistent).exchanged { _exit(0) }
    }
}
