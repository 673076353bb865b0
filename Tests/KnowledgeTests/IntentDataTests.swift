import Dialogue
import Foundation
import Knowledge
import LanguageUnderstanding
import PowerDomain
import Testing
import TestSupport

@Suite("The data of the checkout")
struct IntentDataTests {
    @Test("lint finds nothing in intents/ and models/")
    func lintIsClean() {
        var lint = Lint(Checkout.source)
        #expect(lint.run().map(\.description) == [])
    }

    @Test("every sentence under tests has its intent, unless it is a known failure", arguments: Checkout.source.intents.map(\.id))
    func sentencesHaveTheirIntent(id: String) throws {
        let classifier = try Checkout.base().classifier
        var work = classifier.makeWorkspace()
        let request = IntentClassifier.Request(today: try #require(CalendarDay("2026-11-24")))
        let served = Set(Checkout.source.served.map(\.id) + [IntentClassifier.outOfScope])
        for test in Checkout.source.intents.first(where: { $0.id == id })?.tests ?? [] where served.contains(test.intent) {
            let understood = classifier.understand(test.text, request, &work)
            let isRight = understood.intent == test.intent
            if KnownFailures.sentences.contains(test.text) {
                #expect(!isRight, "'\(test.text)' passes now; take it out of intents/known_failures.yaml")
            } else {
                #expect(isRight, "'\(test.text)' must be \(test.intent), is \(understood.intent) (\(understood.decision.rawValue))")
            }
        }
    }

    @Test("every intent and its examples survive a round trip through the compiled knowledge")
    func compiledKnowledgeIsWhole() throws {
        let base = try Checkout.base()
        #expect(Set(base.book.intents.keys) == Set(Checkout.source.served.map(\.id)))
        #expect(base.fingerprint == Checkout.source.fingerprint)
        for intent in Checkout.source.served {
            for language in Language.allCases {
                #expect(base.book.intents[intent.id]?.reply.text(in: language) == intent.replies[language])
            }
        }
    }

    @Test("held-out scores hold the thresholds of models/thresholds.yaml", arguments: Thresholds.all)
    func scoresHold(threshold: Thresholds.Threshold) throws {
        let card = Checkout.product.card
        let line = try #require(card.split(separator: "\n").first { $0.hasPrefix("  \(threshold.score): ") })
        let value = try #require(Double(line.split(separator: " ").last ?? ""))
        #expect(value >= threshold.least, "\(threshold.score)")
    }
}

/// Sentences of `intents/known_failures.yaml`.
enum KnownFailures {
    static let sentences: Set<String> = {
        let text = (try? String(contentsOfFile: Checkout.root + "/intents/known_failures.yaml", encoding: .utf8)) ?? ""
        return Set(
            text.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { line in
                var sentence = line.dropFirst(4).trimmingCharacters(in: .whitespaces)
                if sentence.hasPrefix("'"), sentence.hasSuffix("'") {
                    sentence = String(sentence.dropFirst().dropLast()).replacingOccurrences(of: "''", with: "'")
                }
                return sentence
            })
    }()
}

/// The numbers below which the suite fails.
enum Thresholds {
    struct Threshold: Sendable, CustomTestStringConvertible {
        let score: String
        let least: Double
        var testDescription: String { score }
    }

    static let all: [Threshold] = {
        let text = (try? String(contentsOfFile: Checkout.root + "/models/thresholds.yaml", encoding: .utf8)) ?? ""
        let block = text.split(separator: "\n").drop { $0 != "intents:" }.dropFirst().prefix { $0.hasPrefix("  ") }
        return block.compactMap { line in
            let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
            return parts.count == 2 ? Double(parts[1]).map { Threshold(score: parts[0], least: $0) } : nil
        }
    }()
}
