internal import CConfinement
internal import Glibc

/// What the worker forbids itself before it touches a picture.
enum ChildLimits {
    /// No core dumps (they would hold a customer's papers), no files written, no further privileges; and an end as soon as
    /// the program that started it is gone, even in the middle of a picture.
    static func apply() {
        cc_confine()
        var thread = pthread_t()
        pthread_create(&thread, nil, { _ in ChildLimits.waitForHangUp() }, nil)
    }

    /// Asked for nothing, poll still tells when the other end is closed.
    private static func waitForHangUp() -> Never {
        var descriptor = pollfd(fd: 0, events: 0, revents: 0)
        while true {
            let count = poll(&descriptor, 1, -1)
            if count > 0 { _exit(0) }
        }
    }
}
