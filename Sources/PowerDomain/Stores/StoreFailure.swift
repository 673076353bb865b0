/// Why a store did not do what was asked. Nothing was written where one is thrown, and none of the words are a customer's.
package enum StoreFailure: Error, Hashable, Sendable {
    /// Another process works on the data folder: try later (exit code 75).
    case folderInUse
    /// The disk is full: nothing was kept, try again when there is room.
    case diskFull
    /// Reading or writing failed; the code is SQLite's or the system's.
    case inputOutput(code: Int32)
    /// The file is no database of ours or is damaged; restore a backup.
    case damaged
    /// A newer program wrote the file.
    case newerFormat
    /// The folder or the file may not be written.
    case notWritable
    /// There is no such file.
    case notFound
    /// The key is taken.
    case duplicate
    /// The row was changed by somebody else, or is gone.
    case outdated
    /// The store was closed, or its thread has gone.
    case closed
    /// Anything else, with SQLite's code.
    case other(code: Int32)

    /// Whether trying again may help.
    package var isTemporary: Bool {
        switch self {
        case .folderInUse, .diskFull, .inputOutput, .outdated: true
        case .damaged, .newerFormat, .notWritable, .notFound, .duplicate, .closed, .other: false
        }
    }
}
