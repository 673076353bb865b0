internal import Dialogue
internal import Foundation
internal import LanguageUnderstanding
package import MiddleOffice
package import PowerDomain

/// The customer's conversation in a terminal; with piped input one turn a line, each reply ended by an empty line.
package struct ChatTerminal {
    private let hall: Hall
    private let language: Language?
    private let region: Region?
    private let editor: LineEditor
    private let isPiped: Bool
    private let output = BlockWriter(descriptor: STDOUT_FILENO)

    package init(hall: Hall, language: Language?, region: Region?, historyPath: String?) {
        self.hall = hall
        self.language = language
        self.region = region
        isPiped = isatty(STDIN_FILENO) != 1
        let isColoured = !isPiped && isatty(STDOUT_FILENO) == 1
        // \u{1} … is not needed: libedit counts the width of plain text only, so the prompt carries no colour.
        editor = LineEditor(prompt: isColoured ? "您> " : "", historyPath: historyPath)
    }

    /// Talks until the input ends or the customer leaves.
    package func run() async throws {
        var (session, opening) = await hall.open(language: language, region: region)
        if !isPiped { try show(opening) }
        while let line = editor.next() {
            let message = line.trimmingCharacters(in: .whitespacesAndNewlines)
            if message.hasPrefix("/") {
                switch try await command(message, session) {
                case .goOn: break
                case .quit: return
                case .startOver:
                    _ = try? await hall.close(session)
                    (session, opening) = await hall.open(language: language, region: region)
                    try show(opening)
                }
            } else if !message.isEmpty || isPiped {
                try await take(message, session)
            }
        }
        if !isPiped { try write("\n") }
    }

    /// Hands in a picture or a file of OCR text; the file is the customer's own to read.
    private func upload(_ path: String, _ session: String, _ spoken: Language) async throws {
        let name = path.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
        let place = name.hasPrefix("~/") ? (ProcessInfo.processInfo.environment["HOME"] ?? "") + name.dropFirst(1) : name
        guard !name.isEmpty, let data = FileManager.default.contents(atPath: place) else {
            try write(hall.book.text(.uploadNoFile, spoken, ["file": name.isEmpty ? "…" : name]) + end)
            return
        }
        let bytes = Array(data), isText = bytes.count < 1 << 20 && !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
        let attachment: Attachment = isText ? .text(String(decoding: bytes, as: UTF8.self), type: nil) : .picture(bytes, type: nil)
        try await take("", session, [attachment])
    }

    private func take(_ message: String, _ session: String, _ attachments: [Attachment] = []) async throws {
        let answer: Answer
        do throws(ServiceError) {
            answer = try await hall.send(message, attachments: attachments, to: session).answer
        } catch {
            let spoken = await hall.language(of: session) ?? .zhHans
            let key: ReplyBook.Key =
                switch error {
                case .textTooLong, .tooManyAttachments: .tooLong
                case .tooMany: .tooMany
                case .unknownSession, .unknownTurn, .sessionClosed: .sessionUnknown
                case .keyReused: .conflict
                }
            try write(hall.book.text(key, spoken) + end)
            return
        }
        try show(answer)
    }

    // MARK: Commands

    private enum Next { case goOn, quit, startOver }

    private func command(_ line: String, _ session: String) async throws -> Next {
        let words = line.dropFirst().split(separator: " ").map(String.init)
        let spoken = await hall.language(of: session) ?? .zhHans
        switch words.first {
        case "quit", "exit", "q":
            if let answer = try? await hall.close(session) { try show(answer) }
            return .quit
        case "reset": return .startOver
        case "help", "?": try write(hall.book.text(.help, spoken) + end)
        case "why": try await explain(session, spoken)
        case "upload": try await upload(line.dropFirst("/upload".count).trimmingCharacters(in: .whitespaces), session, spoken)
        case "lang": try await setLanguage(words.dropFirst().first, session)
        default: try write(hall.book.text(.unknownCommand, spoken, ["command": "/" + (words.first ?? "")]) + end)
        }
        return .goOn
    }

    private func setLanguage(_ name: String?, _ session: String) async throws {
        let aliases: [String: Language] = [
            "zh": .zhHans, "zh-hans": .zhHans, "简体": .zhHans, "普通话": .zhHans, "zh-hant": .zhHant, "繁體": .zhHant, "繁体": .zhHant,
            "yue": .yue, "粤语": .yue, "粵語": .yue, "广东话": .yue, "廣東話": .yue, "en": .en, "english": .en, "英文": .en,
        ]
        guard let name, let language = aliases[name.lowercased()] else {
            try write("/lang zh-Hans 简体中文 · yue 粵語 · zh-Hant 繁體中文 · en English" + end)
            return
        }
        if let answer = try? await hall.setLanguage(language, of: session) { try show(answer) }
    }

    /// The place for what is internal: the layer that decided, its rule or n-grams, probabilities, thresholds.
    private func explain(_ session: String, _ spoken: Language) async throws {
        guard let turn = try? await hall.turn(nil, of: session) else {
            try write(hall.book.text(.help, spoken) + end)
            return
        }
        let explanation = hall.classifier.explain(turn.expanded, turn.understanding)
        var lines = ["\(turn.understanding.intent) · \(turn.understanding.decision.rawValue) · \(explanation.layer)"]
        if let rule = explanation.rule { lines[0] += " · \(rule)" }
        lines.append(
            "in scope \(Self.percent(explanation.inScope)) · margin \(Self.rounded(explanation.margin)) · threshold \(Self.percent(explanation.threshold))"
        )
        lines += explanation.nearest.prefix(3).map { "  \(Self.percent($0.confidence)) \($0.intent)" }
        if !explanation.ngrams.isEmpty {
            lines.append("  " + explanation.ngrams.map { "\($0.text) \(Self.rounded($0.weight))" }.joined(separator: " · "))
        }
        try write(lines.joined(separator: "\n") + end)
    }

    private static func percent(_ share: Float) -> String { "\(Int((share * 100).rounded())) %" }
    private static func rounded(_ value: Float) -> String { "\((value * 100).rounded() / 100)" }

    // MARK: Output

    private var end: String { isPiped ? "\n\n" : "\n" }

    private func show(_ answer: Answer) throws {
        var text = ShownText.clean(answer.text)
        if !isPiped {
            text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n      ")
            text = "客服> " + text
            let isNumbered = answer.quickReplies.allSatisfy { text.contains($0) }
            if !answer.quickReplies.isEmpty, !isNumbered {
                text += answer.quickReplies.enumerated().map { "\n      \($0.offset + 1) \($0.element)" }.joined()
            }
        }
        try write(text + end)
    }

    private func write(_ text: String) throws { try output.write(Array(text.utf8)) }
}
