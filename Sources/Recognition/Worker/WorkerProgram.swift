/// The program that is started as a worker: normally this one again, with its hidden subcommand.
package struct WorkerProgram: Sendable, Equatable {
    package let path: String
    /// Arguments after the program's name.
    package let arguments: [String]

    /// `/proc/self/exe` is the running program itself, even if its file has been replaced since it started.
    package init(path: String = "/proc/self/exe", arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }
}
