import ArgumentParser
import Foundation
import FrontOffice
import Knowledge
import Logging
import MiddleOffice

/// `powerhall serve`: the line protocol on standard input and output.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "The line protocol (JSON-RPC 2.0, one object a line) on stdin/stdout.")

    @OptionGroup var common: CommonOptions
    @Option(help: "Messages a minute for each session in the role customer; staff and admin have no limit.") var rate = 60

    mutating func validate() throws {
        guard rate > 0 else { throw ValidationError("--rate must be at least 1") }
    }

    func run() async throws {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        Signals.ignoreBrokenPipes()
        Termination.install()
        let base = try ActiveKnowledge.load(common)
        let role = common.givenRole ?? .admin
        let limits = Hall.Limits(perMinute: role == .customer ? rate : nil)
        let surroundings = Surroundings.system(common)
        let hall = Hall(
            base, surroundings: surroundings, desk: ActiveKnowledge.desk(common, surroundings), models: common.folders.models,
            limits: limits)
        let regions = base.regionNames.filter { $0.key != "national" }.sorted { $0.key < $1.key }.map {
            RegionRecord(id: $0.key, name: $0.value, notOnRecord: base.notOnRecord[$0.key] ?? [])
        }
        let server = Connection.Server(
            version: Version.current, modelVersion: base.version, modelFingerprint: base.fingerprint, regions: regions,
            perMinute: rate, documentsFolder: common.documentsFolder)
        try await serve(Connection(hall: hall, server: server, role: role))
    }

    private func serve(_ connection: Connection) async throws {
        var reader = BlockReader(descriptor: STDIN_FILENO)
        let writer = BlockWriter(descriptor: STDOUT_FILENO)
        do {
            while let block = try reader.next() {
                Termination.begin()
                try writer.write(await connection.answer(block))
                Termination.end()
                if await connection.isShutDown { return }
            }
            try writer.write(await connection.finish())
        } catch {
            // The other side went away: there is nobody to tell.
            throw ExitCode.ioError
        }
    }
}
