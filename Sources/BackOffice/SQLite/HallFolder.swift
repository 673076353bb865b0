internal import Foundation
internal import Glibc
package import PowerDomain
internal import Synchronization

/// The folder that holds the hall's state, locked for this process until it is released. Only its owner can read it.
package final class HallFolder: Sendable {
    package let path: String
    /// The open file that carries the lock; nil once released.
    private let lock: Mutex<Int32?>

    /// Makes the folder where it is missing. `folderInUse` if another process has it.
    package init(_ path: String) throws(StoreFailure) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .notWritable
        }
        let descriptor = Glibc.open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFailure(errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            Glibc.close(descriptor)
            throw code == EWOULDBLOCK ? .folderInUse : StoreFailure(errno: code)
        }
        lock = Mutex(descriptor)
    }

    deinit { release() }

    /// Lets others have the folder. The end of the process does it too, however it comes.
    package func release() {
        lock.withLock { descriptor in
            guard let open = descriptor else { return }
            // A child that is just being started may hold a copy of the descriptor.
            flock(open, LOCK_UN)
            Glibc.close(open)
            descriptor = nil
        }
    }

    /// The database.
    package var database: String { path + "/hall.sqlite" }

    /// A restored database that only has to be put in place.
    var pending: String { path + "/hall.restored" }

    /// Where a restored database is prepared.
    var draft: String { path + "/hall.draft" }

    /// Puts a restored database in the place of the old one. Done again if it was cut off: as long as the restored file is
    /// there under its own name, what lies in its place does not count.
    func finishRestoring() throws(StoreFailure) {
        guard access(pending, F_OK) == 0 else { return }
        for leftover in [database + "-wal", database + "-shm"] where unlink(leftover) != 0 && errno != ENOENT {
            throw StoreFailure(errno: errno)
        }
        try Self.syncFolder(path)
        guard rename(pending, database) == 0 else { throw StoreFailure(errno: errno) }
        try Self.syncFolder(path)
    }

    /// Makes the file where it is missing, for its owner only.
    func prepareDatabase() throws(StoreFailure) {
        let descriptor = Glibc.open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFailure(errno: errno) }
        Glibc.close(descriptor)
        try Self.syncFolder(path)
    }

    /// Makes names in a folder durable.
    static func syncFolder(_ path: String) throws(StoreFailure) { try sync(path, O_RDONLY | O_DIRECTORY) }

    /// Makes a file durable.
    static func syncFile(_ path: String) throws(StoreFailure) { try sync(path, O_RDWR) }

    private static func sync(_ path: String, _ flags: Int32) throws(StoreFailure) {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFailure(errno: errno) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreFailure(errno: errno) }
    }
}

extension StoreFailure {
    /// What a system call reported.
    init(errno code: Int32) {
        self =
            switch code {
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case EACCES, EPERM, EROFS, ENOTDIR, EISDIR: .notWritable
            case ENOENT: .notFound
            default: .inputOutput(code: code)
            }
    }
}
