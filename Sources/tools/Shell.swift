import ArgumentParser
import Foundation

/// What a command prints when it is given `input`; an exit code other than 0 is an error.
func shell(_ command: String, _ arguments: [String], input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    let source = FileManager.default.temporaryDirectory.appendingPathComponent("powerhall-tools-input")
    try Data(input.utf8).write(to: source)
    defer { try? FileManager.default.removeItem(at: source) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        throw ValidationError("\(command) ended with \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self)
}

extension Array {
    func chunked(by size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
