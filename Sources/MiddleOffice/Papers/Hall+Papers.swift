internal import Dialogue
internal import Documents
internal import LanguageUnderstanding
internal import PowerDomain

// Papers in a conversation: read back, compared, corrected, deleted, counted against what a business needs.

extension Hall {
    /// What papers add to a turn.
    struct PaperTurn {
        var text = ""
        /// The documents read or corrected in this turn.
        var documents: [KeptDocument] = []
        /// Whether the message is answered by this alone.
        var isWhole = false
    }

    /// A document of any open session, by its id.
    package func document(_ id: String) -> KeptDocument? {
        for session in openSessions { if let found = session.papers.documents.first(where: { $0.id == id }) { return found } }
        return nil
    }

    /// Puts a corrected document in place of the one with its id; false if no session has it.
    package func replace(_ document: KeptDocument) -> Bool {
        for var session in openSessions {
            guard let at = session.papers.documents.firstIndex(where: { $0.id == document.id }) else { continue }
            session.papers.documents[at] = document
            put(session)
            return true
        }
        return false
    }

    /// Reads what came with a message.
    func read(_ attachments: [Attachment]) async -> [ReadPaper] {
        var read: [ReadPaper] = []
        for attachment in attachments {
            do throws(DocumentError) {
                switch attachment {
                case .text(let text, let type): read.append(.documents(try await desk.read(PrintedLine.lines(of: text), type: type)))
                case .picture(let bytes, let type): read.append(.documents(try await desk.recognize(bytes, type: type, engine: nil)))
                }
            } catch {
                read.append(.failed(error))
            }
        }
        return read
    }

    /// What the papers of this turn, or a word about earlier ones, are answered with; nil if it is not about papers.
    func paperTurn(
        _ message: String, _ read: [ReadPaper], _ understanding: Understanding, _ equipment: DocumentDesk.Equipment,
        _ session: inout Session
    ) -> PaperTurn? {
        let language = session.state.fixedLanguage ?? (message.isEmpty ? session.state.language : understanding.language)
        let isBusiness = understanding.decision == .accept && equipment.papers.business[understanding.intent] != nil
        guard read.isEmpty else { return handedIn(read, message, equipment, language, &session) }
        guard !session.papers.documents.isEmpty else {
            guard CorrectionReader.isDeletion(FoldedMessage.of(message)) else { return nil }
            return PaperTurn(text: book.text(.documentNone, language), isWhole: true)
        }
        if let corrected = correction(message, equipment, language, &session) { return corrected }
        guard isBusiness else { return nil }
        let lines = speaker.papers(for: understanding.intent, having: session.papers.types, in: equipment.papers, language)
        return lines.isEmpty ? nil : PaperTurn(text: lines.joined(separator: "\n"))
    }

    private func handedIn(
        _ read: [ReadPaper], _ message: String, _ equipment: DocumentDesk.Equipment, _ language: Language, _ session: inout Session
    ) -> PaperTurn {
        var lines: [String] = [], turn = PaperTurn()
        for item in read {
            switch item {
            case .failed(let error): lines.append(speaker.words(error, language))
            case .documents(let documents):
                for kept in documents {
                    turn.documents.append(kept)
                    guard let type = equipment.reader.types.first(where: { $0.name == kept.document.type }) else {
                        lines.append(book.text(.documentUnknown, language))
                        continue
                    }
                    lines.append(speaker.describe(kept.document, type, language))
                    lines += compared(kept.document, type, equipment, language, session)
                    session.papers.documents.append(kept)
                }
            }
        }
        if session.papers.types.contains(where: { $0 != Document.unknownType }) {
            if let business = session.papers.business, equipment.papers.business[business] != nil {
                lines += speaker.papers(for: business, having: session.papers.types, in: equipment.papers, language)
            } else if !session.papers.isPrivacyTold {
                lines.append(book.text(.papersWhich, language))
            }
            if !session.papers.isPrivacyTold {
                lines.append(book.text(.documentCorrectHint, language))
                lines.append(book.text(.documentPrivacy, language))
                session.papers.isPrivacyTold = true
            }
        }
        turn.text = lines.joined(separator: "\n")
        turn.isWhole = message.isEmpty
        return turn
    }

    /// The new paper against the last one: whether both name the same holder.
    private func compared(
        _ document: Document, _ type: DocumentType, _ equipment: DocumentDesk.Equipment, _ language: Language, _ session: Session
    ) -> [String] {
        guard let last = session.papers.documents.last?.document, last.type != document.type || document.type == Document.unknownType,
            let other = equipment.reader.types.first(where: { $0.name == last.type }),
            let holders = DocumentComparison.holders(of: document, and: last)
        else { return [] }
        let titles = ["title": speaker.title(type, language), "other_title": speaker.title(other, language)]
        if holders.isSame { return [book.text(.documentSame, language, titles)] }
        let values = [
            "field": speaker.title(of: holders.first.name, type, language),
            "value": DocumentSpeaker.masked(holders.first.value, holders.first.name, type),
            "other_field": speaker.title(of: holders.second.name, other, language),
            "other": DocumentSpeaker.masked(holders.second.value, holders.second.name, other),
        ]
        return [book.text(.documentDiffers, language, values.merging(titles) { first, _ in first })]
    }

    // MARK: Corrections

    /// Guesses at a number whose check fails before a new picture is asked for, SERVICE §4.
    private static let guesses = 3

    private func correction(
        _ message: String, _ equipment: DocumentDesk.Equipment, _ language: Language, _ session: inout Session
    ) -> PaperTurn? {
        // The last paper that has what is spoken of; one with a number that fails comes first.
        let order = session.papers.documents.indices.reversed().sorted { one, other in
            session.papers.documents[one].hasFailingNumber && !session.papers.documents[other].hasFailingNumber
        }
        for at in order {
            let kept = session.papers.documents[at]
            guard let type = equipment.reader.types.first(where: { $0.name == kept.document.type }) else { continue }
            switch CorrectionReader(document: kept.document, type: type).wish(in: message) {
            case nil: continue
            case .deleteAll:
                session.papers = SessionPapers()
                session.forgetPapers()
                return PaperTurn(text: book.text(.documentDeleted, language), isWhole: true)
            case .unclear:
                let names = kept.document.fields.prefix(6).map { speaker.title(of: $0.name, type, language) }.joined(
                    separator: language == .en ? ", " : "、")
                return PaperTurn(text: book.text(.documentCorrectWhich, language, ["fields": names]), isWhole: true)
            case .correct(let field, let value):
                return correct(field, value, at, type, equipment, language, &session)
            }
        }
        return nil
    }

    private func correct(
        _ field: String, _ value: String, _ at: Int, _ type: DocumentType, _ equipment: DocumentDesk.Equipment, _ language: Language,
        _ session: inout Session
    ) -> PaperTurn {
        var kept = session.papers.documents[at]
        let title = speaker.title(of: field, type, language)
        guard let changed = equipment.reader.corrected(kept.document, field: field, value: value, asOf: surroundings.today()) else {
            return PaperTurn(text: book.text(.documentStillWrong, language, ["field": title, "value": value]), isWhole: true)
        }
        kept.document = changed
        let reading = changed.reading(field), isNumber = Self.hasCheck(type.field(field))
        if isNumber { kept.guesses[field, default: 0] += 1 }
        session.papers.documents[at] = kept
        let values = ["field": title, "value": reading.map { DocumentSpeaker.masked($0.value, field, type) } ?? value]
        let key: ReplyBook.Key
        if isNumber, kept.guesses[field] ?? 0 >= Self.guesses {
            key = .documentNewPicture
        } else if reading?.isValid == false {
            key = .documentStillWrong
        } else {
            key = isNumber ? .documentCorrectedNumber : .documentCorrected
        }
        var lines = [book.text(key, language, values)]
        lines += changed.issues.filter { $0.severity == .error && $0.field != field }.prefix(2).map { speaker.message($0, type, language) }
        return PaperTurn(text: lines.joined(separator: "\n"), documents: [kept], isWhole: true)
    }

    private static func hasCheck(_ field: FieldType?) -> Bool {
        switch field?.shape {
        case .identityNumber, .creditCode, .organizationCode, .bankCard, .lowerMachineLine: true
        default: false
        }
    }
}
