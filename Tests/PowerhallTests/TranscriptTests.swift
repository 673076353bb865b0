import Dialogue
import Foundation
import FrontOffice
import JSONText
import MiddleOffice
import PowerDomain
import Testing
import TestSupport

/// A conversation as a file tells it: `客户>` and `客服>` lines, `@clock`, `@language`, `@region`, `@account`, `@bill` at the head;
/// `…` in a reply stands for any text; further lines of a reply are indented; `证件>` before a message is the OCR text of a paper, its
/// lines parted by ` / `; `=` lines say what the turn left behind.
/// With POWERHALL_REWRITE_TRANSCRIPTS set a file without replies is filled with what the hall says, for review.
struct Transcript: Sendable, CustomTestStringConvertible {
    struct Exchange: Sendable {
        var message: String
        var reply: String
        /// OCR text that comes with the message.
        var paper: String?
        /// What the turn must leave behind: `flow`, `finished`, `work orders`, `handoff`.
        var outcome: [String] = []
    }

    let name: String
    var day = "2026-11-24"
    var minute = 615
    var accounts: [AccountBook.Account] = []
    private(set) var head: [String] = []
    var language: String?
    var region: String?
    var exchanges: [Exchange] = []
    var testDescription: String { name }

    static let all = Checkout.files(in: "Transcripts").filter { $0.name.hasSuffix(".txt") }.map { Transcript(name: $0.name, text: $0.text) }

    init(name: String, text: String) {
        self.name = name
        var paper: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) {
            if line.hasPrefix("@") || line.hasPrefix("#") { head.append(line) }
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix("@clock ") {
                day = String(line.dropFirst(7).prefix(10))
                let clock = line.dropFirst(18).prefix(5).split(separator: ":").compactMap { Int($0) }
                if clock.count == 2 { minute = clock[0] * 60 + clock[1] }
            } else if line.hasPrefix("@account "), words.count == 4 {
                accounts.append(AccountBook.Account(number: words[1], phone: words[2], identity: words[3]))
            } else if line.hasPrefix("@bill "), words.count >= 5, !accounts.isEmpty {
                let bill = BillFact(
                    period: words[1], kwh: words[2], amount: words[3], due: CalendarDay(words[4]),
                    paid: words.count > 5 ? CalendarDay(words[5]) : nil)
                accounts[accounts.count - 1].bills.append(bill)
            } else if line.hasPrefix("= ") {
                exchanges[exchanges.count - 1].outcome.append(String(line.dropFirst(2)))
            } else if line.hasPrefix("@language ") {
                language = String(line.dropFirst(10))
            } else if line.hasPrefix("@region ") {
                region = String(line.dropFirst(8))
            } else if line.hasPrefix("证件> ") {
                paper = line.dropFirst(4).replacingOccurrences(of: " / ", with: "\n")
            } else if line.hasPrefix("客户>") {
                exchanges.append(Exchange(message: line.dropFirst(3).trimmingCharacters(in: .whitespaces), reply: "", paper: paper))
                paper = nil
            } else if line.hasPrefix("客服> ") {
                exchanges[exchanges.count - 1].reply = String(line.dropFirst(4))
            } else if line.hasPrefix("      ") {
                exchanges[exchanges.count - 1].reply += "\n" + line.dropFirst(6)
            }
        }
    }

    var hall: Hall {
        get throws {
            try Checkout.hall(on: CalendarDay(day) ?? CalendarDay(daysSince1970: 20_781), minute: minute, accounts: AccountBook(accounts))
        }
    }

    /// What a turn leaves behind, as the `=` lines write it.
    static func outcome(_ answer: Answer) -> [String] {
        var lines: [String] = []
        if let flow = answer.flow {
            let isConfirming = flow.asking == "confirm" || flow.asking == "change"
            lines.append("flow: \(flow.flow) \(isConfirming ? "confirming" : "collecting") \(flow.asking ?? "-")\(written(flow.slots))")
        }
        for ended in answer.finished {
            lines.append("finished: \(ended.flow) \(ended.status.rawValue)\(ended.order.map { " " + $0 } ?? "")\(written(ended.slots))")
        }
        for order in answer.orders {
            lines.append("work order: \(order.id) \(order.kind) \(order.priority.rawValue) \(order.due?.description ?? "no limit")")
        }
        if let record = answer.handOff { lines.append("handoff: \(record.reason) \(record.priority.rawValue)") }
        return lines
    }

    private static func written(_ slots: [String: SlotValue]) -> String {
        slots.isEmpty ? "" : " | " + slots.sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }.joined(separator: "; ")
    }

    private static func text(_ value: SlotValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): number
        case .flag(let flag): String(flag)
        case .range(let from, let to): "\(from)…\(to)"
        case .parts(let parts): parts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: ",")
        case .document(let name): name
        }
    }

    func file(_ answers: [Answer]) -> String {
        var lines = head
        for (exchange, answer) in zip(exchanges, answers) {
            lines.append("客户> " + exchange.message)
            lines.append("客服> " + answer.text.replacing("\n", with: "\n      "))
            lines += Self.outcome(answer).map { "= " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

@Suite("Conversations")
struct TranscriptTests {
    @Test("a conversation goes as its transcript says, in process and over the lines", arguments: Transcript.all)
    func conversationGoesAsWritten(transcript: Transcript) async throws {
        let hall = try transcript.hall
        let (session, _) = await hall.open(
            language: transcript.language.flatMap(Language.init(rawValue:)), region: transcript.region.flatMap(Region.init(rawValue:)))
        let lines = try LineDoor(hall: transcript.hall, transcript)
        try await lines.open()
        #expect(!transcript.exchanges.isEmpty)
        let isDraft = transcript.exchanges.allSatisfy { $0.reply.isEmpty }
        let mayWrite = ProcessInfo.processInfo.environment["POWERHALL_REWRITE_TRANSCRIPTS"] != nil
        #expect(!isDraft || mayWrite, "no replies yet: run with POWERHALL_REWRITE_TRANSCRIPTS=1 and review")
        var answers: [Answer] = []
        for exchange in transcript.exchanges {
            let papers: [MiddleOffice.Attachment] = exchange.paper.map { [.text($0, type: nil)] } ?? []
            let answer = try await hall.send(exchange.message, attachments: papers, to: session).answer
            answers.append(answer)
            if isDraft { continue }
            #expect(matches(answer.text, exchange.reply), "客户> \(exchange.message)\n客服> \(answer.text)")
            if !exchange.outcome.isEmpty { #expect(Transcript.outcome(answer) == exchange.outcome, "客户> \(exchange.message)") }
            #expect(try await lines.send(exchange.message, exchange.paper) == ShownText.clean(answer.text))
        }
        if isDraft, mayWrite {
            try transcript.file(answers).write(
                toFile: Checkout.root + "/Tests/Transcripts/" + transcript.name, atomically: true, encoding: .utf8)
        }
    }
}

/// The same conversation through the line protocol.
private final class LineDoor {
    private let connection: Connection
    private let transcript: Transcript
    private var session = ""

    init(hall: Hall, _ transcript: Transcript) throws {
        connection = try Connection(hall: hall, server: Checkout.server(), role: .customer)
        self.transcript = transcript
    }

    func open() async throws {
        var params: [(key: String, value: JSONValue)] = []
        if let language = transcript.language { params.append(("language", .string(language))) }
        if let region = transcript.region { params.append(("region", .string(region))) }
        session = try #require(try await call("chat.open", .object(JSONObject(params)))["session"]?.string)
    }

    func send(_ text: String, _ paper: String?) async throws -> String {
        var params: JSONObject = ["session": .string(session), "text": .string(text)]
        if let paper { params["attachments"] = [["kind": "ocr_text", "text": .string(paper)]] }
        return try #require(try await call("chat.send", .object(params))["reply"]?["text"]?.string)
    }

    private func call(_ method: String, _ params: JSONValue) async throws -> JSONValue {
        let request: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": .string(method), "params": params]
        let answer = await connection.answer(Array((request.text + "\n").utf8))
        return try #require(try JSONReader.read(answer[...]).value["result"])
    }
}
