import Foundation
import FrontOffice
import JSONText
import MiddleOffice
import PowerDomain
import Testing
import TestSupport

/// Wire traffic as a file tells it: `> ` a line of the client, `< ` the line that answers it, `<` alone: no answer.
///
/// An answer must hold every member that the file names; the text `…` matches anything, also inside a text. `@role` at the head.
struct Exchange: Sendable, CustomTestStringConvertible {
    let name: String
    var role = Role.admin
    var steps: [(request: String, answer: String)] = []
    var testDescription: String { name }

    static let all = Checkout.files(in: "Exchanges").filter { $0.name.hasSuffix(".txt") }.map { Exchange(name: $0.name, text: $0.text) }

    init(name: String, text: String) {
        self.name = name
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("@role ") { role = Role(rawValue: String(line.dropFirst(6))) ?? .admin }
            if line.hasPrefix("> ") { steps.append((String(line.dropFirst(2)), "")) }
            if line.hasPrefix("< ") { steps[steps.count - 1].answer = String(line.dropFirst(2)) }
        }
    }
}

@Suite("Wire traffic")
struct ExchangeTests {
    @Test("the server answers as the exchange says", arguments: Exchange.all)
    func serverAnswersAsWritten(exchange: Exchange) async throws {
        let hall = try Checkout.hall(on: try #require(CalendarDay("2026-11-24")))
        let connection = try Connection(hall: hall, server: Checkout.server(), role: exchange.role)
        #expect(!exchange.steps.isEmpty)
        for step in exchange.steps {
            let answer = String(decoding: await connection.answer(Array((step.request + "\n").utf8)), as: UTF8.self)
            if step.answer.isEmpty {
                #expect(answer.isEmpty, "> \(step.request)\n< \(answer)")
                continue
            }
            let expected = try JSONReader.read(step.answer).value,
                found = try JSONReader.read(answer.trimmingCharacters(in: .newlines)).value
            #expect(Self.holds(found, expected), "> \(step.request)\n< \(answer)")
        }
    }

    @Test("every method of the table has an exchange")
    func everyMethodIsExercised() {
        let requests = Exchange.all.flatMap { $0.steps.map(\.request) }.joined()
        for method in Methods.all { #expect(requests.contains("\"\(method.name)\""), "\(method.name)") }
    }

    private static func holds(_ found: JSONValue?, _ expected: JSONValue) -> Bool {
        switch (found, expected) {
        case (_?, .string("…")): true
        case (.string(let text)?, .string(let pattern)): matches(text, pattern)
        case (.object(let object)?, .object(let members)): members.members.allSatisfy { holds(object[$0.key], $0.value) }
        case (.array(let items)?, .array(let wanted)):
            items.count == wanted.count && zip(items, wanted).allSatisfy { holds($0, $1) }
        case (let value?, let wanted): value == wanted
        case (nil, _): false
        }
    }
}
