import ArgumentParser
import Foundation
import JSONText
import TextAnalysis

/// 100,000 hostile lines to the line server.
struct HostileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hostile", abstract: "Sends hostile lines to `serve` and counts the answers.")
    @OptionGroup var checkout: Checkout
    @Option(help: "How many lines.") var count = 100_000

    func run() throws { print(try Hostile(count: count).run(checkout.program).measured) }
}

/// The lines: whole requests bent in every way, each with the number of answers that it must get.
struct Hostile {
    private var lines = Data()
    private var expected = 0

    init(count: Int) {
        var random = FixedSequence(seed: 7)
        for number in 0..<count {
            let (line, answers) = Self.line(number, &random)
            lines.append(line)
            lines.append(0x0A)
            expected += answers
        }
        lines.append(Data("{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"ping\"}\n".utf8))
        expected += 1
    }

    /// One bent line and how many answer lines it must bring.
    private static func line(_ number: Int, _ random: inout FixedSequence) -> (Data, Int) {
        let good = "{\"jsonrpc\":\"2.0\",\"id\":\(number),\"method\":\"intent.classify\",\"params\":{\"text\":\"我家没电了\"}}"
        func text(_ text: String) -> (Data, Int) { (Data(text.utf8), 1) }
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return (Data(good.utf8.prefix(Int.random(in: 1..<good.utf8.count, using: &random))), 1)
        case 1:
            var bytes = Array(good.utf8)
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x80...0xFF, using: &random)
            return (Data(bytes), 1)
        case 2: return text(String(repeating: "[", count: Int.random(in: 65...3000, using: &random)))
        case 3: return text("{\"jsonrpc\":\"2.0\",\"id\":\(number),\"id\":1,\"method\":\"ping\"}")
        case 4: return text("{\"jsonrpc\":\"2.0\",\"id\":\(number),\"method\":\"chat.send\",\"params\":{\"session\":7,\"text\":[]}}")
        case 5:
            return text(
                "{\"jsonrpc\":\"2.0\",\"id\":\(number),\"method\":\"intent.classify\",\"params\":{\"text\":\"\\u0000\\u202e\\ud83d\\ude00\\u200b停电\"}}"
            )
        case 6:
            return text(
                "{\"jsonrpc\":\"2.0\",\"id\":\(number),\"method\":\"intent.classify\",\"params\":{\"text\":\"\(String(repeating: "电", count: 4100))\"}}"
            )
        case 7: return text("{\"jsonrpc\":\"2.0\",\"id\":1e400,\"method\":\"\\ud800\"}")
        case 8: return text("{\"jsonrpc\":\"2.0\",\"id\":\(number),\"method\":\"../../etc/passwd\",\"params\":{\"role\":\"admin\"}}")
        case 9: return (Data((0..<Int.random(in: 1...200, using: &random)).map { _ in UInt8.random(in: 0x21...0xFF, using: &random) }), 1)
        case 10: return (Data("{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}".utf8), 0)
        case 11: return text("[{\"jsonrpc\":\"2.0\",\"id\":\(number),\"method\":\"ping\"},[],7,{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}]")
        case 12:
            return text(
                "{\"jsonrpc\":\"2.0\",\"id\":\(number),\"method\":\"chat.open\",\"params\":{\"language\":\"\(String(repeating: "x", count: 500))\"}}"
            )
        default: return text(good)
        }
    }

    struct Result {
        let lines: Int
        let answers: Int
        let expected: Int
        let unreadable: Int
        let status: Int32
        let peakKilobytes: Int
        var holds: Bool { answers == expected && unreadable == 0 && status == 0 && peakKilobytes < 128 * 1024 }
        var measured: String {
            "\(lines) lines: \(answers) answers of \(expected), \(unreadable) lines on stdout that are no JSON-RPC, exit \(status), \(peakKilobytes / 1024) MB"
        }
    }

    func run(_ program: String) throws -> Result {
        let run = try ChildRun.run(program, ["serve"], input: lines)
        var unreadable = 0, answers = 0
        for line in run.output.split(separator: 0x0A) {
            answers += 1
            let document = try? JSONReader.read(Array(line)[...])
            let isAnswer = document?.value["jsonrpc"]?.string == "2.0" || document?.value.array != nil
            if !isAnswer { unreadable += 1 }
        }
        return Result(
            lines: lines.count { $0 == 0x0A }, answers: answers, expected: expected, unreadable: unreadable, status: run.status,
            peakKilobytes: run.peakKilobytes)
    }
}
