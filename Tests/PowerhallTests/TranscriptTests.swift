import Dialogue
import Foundation
import FrontOffice
import JSONText
import MiddleOffice
import PowerDomain
import Testing
import TestSupport

/// A conversation as a file tells it: `客户>` and `客服>` lines, `@clock`, `@language`, `@region` at the head;
/// `…` in a reply stands for any text; `证件>` before a message is the OCR text of a paper, its lines parted by ` / `; further lines of a reply are indented.
struct Transcript: Sendable, CustomTestStringConvertible {
    struct Exchange: Sendable {
        var message: String
        var reply: String
        /// OCR text that comes with the message.
        var paper: String?
    }

    let name: String
    var day = "2026-11-24"
    var language: String?
    var region: String?
    var exchanges: [Exchange] = []
    var testDescription: String { name }

    static let all = Checkout.files(in: "Transcripts").filter { $0.name.hasSuffix(".txt") }.map { Transcript(name: $0.name, text: $0.text) }

    init(name: String, text: String) {
        self.name = name
        var paper: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) {
            if line.hasPrefix("@clock ") {
                day = String(line.dropFirst(7).prefix(10))
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
}

@Suite("Conversations")
struct TranscriptTests {
    @Test("a conversation goes as its transcript says, in process and over the lines", arguments: Transcript.all)
    func conversationGoesAsWritten(transcript: Transcript) async throws {
        let day = try #require(CalendarDay(transcript.day))
        let hall = try Checkout.hall(on: day)
        let (session, _) = await hall.open(
            language: transcript.language.flatMap(Language.init(rawValue:)), region: transcript.region.flatMap(Region.init(rawValue:)))
        let lines = try LineDoor(hall: Checkout.hall(on: day), transcript)
        try await lines.open()
        #expect(!transcript.exchanges.isEmpty)
        for exchange in transcript.exchanges {
            let reply = try await hall.send(exchange.message, attachments: exchange.paper.map { [.text($0, type: nil)] } ?? [], to: session)
                .answer.text
            #expect(matches(reply, exchange.reply), "客户> \(exchange.message)\n客服> \(reply)")
            #expect(try await lines.send(exchange.message, exchange.paper) == ShownText.clean(reply))
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
