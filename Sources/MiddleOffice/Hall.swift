package import Dialogue
package import LanguageUnderstanding
package import PowerDomain
internal import TextAnalysis

/// The hall: opens conversations, takes one turn of a session at a time, remembers them in memory.
package actor Hall {
    /// Limits of CONTRACT §2 that the hall itself keeps.
    package struct Limits: Sendable {
        package var textScalars = 4_000
        package var attachments = 20
        /// Messages a minute for each session; nil: no limit.
        package var perMinute: Int?
        /// Sessions kept at most; the longest idle one makes room.
        package var sessions = 20_000
        /// Events kept of one session; older ones go.
        package var events = 2_000

        package init(perMinute: Int? = nil) { self.perMinute = perMinute }
    }

    package nonisolated let classifier: IntentClassifier
    package nonisolated let book: ReplyBook
    package nonisolated let surroundings: Surroundings
    package nonisolated let desk: DocumentDesk
    let speaker: DocumentSpeaker
    /// Guided conversations; empty where the knowledge has none.
    package nonisolated let flows: FlowBook
    private let responder: Responder
    private let registers: Counter.Registers
    package nonisolated let tariffs: TariffDesk
    private let regionNames: [Region: Wording]
    private let limits: Limits
    private var sessions: [String: Session] = [:]
    /// Openings by idempotency key.
    private var opened: [String: (fingerprint: String, session: String, opening: Answer)] = [:]
    private var lastUsed: [String: Int] = [:]
    private var uses = 0
    private var work: IntentClassifier.Workspace
    private var busy: Set<String> = []
    private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

    /// `desk`: what reads papers; without one they are refused with words.
    package init(
        classifier: IntentClassifier, book: ReplyBook, surroundings: Surroundings, desk: DocumentDesk? = nil, limits: Limits = Limits(),
        flows: FlowBook = .empty, regionNames: [Region: Wording] = [:], orders: any WorkOrderService = WorkOrderBook(limits: OrderLimits()),
        accounts: any AccountDirectory = AccountBook(), tariffs: TariffDesk = .closed
    ) {
        self.desk = desk ?? DocumentDesk.closed(surroundings)
        speaker = DocumentSpeaker(book: book)
        self.flows = flows
        self.tariffs = tariffs
        self.regionNames = regionNames
        registers = Counter.Registers(orders: orders, accounts: accounts)
        self.classifier = classifier
        self.book = book
        self.surroundings = surroundings
        self.limits = limits
        responder = Responder(book: book, flows: flows, regionNames: regionNames)
        work = classifier.makeWorkspace()
    }

    /// With a `key` that was used before the same session comes again.
    package func open(
        language: Language?, region: Region?, key: String
    ) throws(ServiceError) -> (session: String, opening: Answer) {
        let fingerprint = "\(language?.rawValue ?? "-")|\(region?.rawValue ?? "-")"
        if let earlier = opened[key], sessions[earlier.session] != nil {
            guard earlier.fingerprint == fingerprint else { throw .keyReused }
            return (earlier.session, earlier.opening)
        }
        let (session, opening) = open(language: language, region: region)
        if opened.count >= limits.sessions { opened = opened.filter { sessions[$0.value.session] != nil } }
        opened[key] = (fingerprint, session, opening)
        return (session, opening)
    }

    /// Opens a conversation; the answer is its first line.
    package func open(language: Language?, region: Region?) -> (session: String, opening: Answer) {
        var session = Session(id: "s_" + surroundings.newName(), state: DialogueState(language: language ?? .zhHans, region: region))
        session.state.fixedLanguage = language
        let opening = responder.opening(&session.state)
        session.record(.opened(sequence: session.nextSequence, opening), limit: limits.events)
        makeRoom()
        store(session)
        return (session.id, opening)
    }

    /// Takes one message. With a `key` that was used before for the same message the first answer comes again.
    package func send(
        _ message: String, attachments: [Attachment] = [], key: String? = nil, to name: String
    ) async throws(ServiceError) -> Turn {
        await enter(name)
        defer { leave(name) }
        var session = try find(name)
        let fingerprint = attachments.map(\.fingerprint).joined(separator: ",") + "|" + message
        if let key, let earlier = session.answered[key] {
            guard earlier.fingerprint == fingerprint else { throw .keyReused }
            return earlier.turn
        }
        guard !session.isClosed else { throw .sessionClosed }
        guard message.unicodeScalars.count <= limits.textScalars else { throw .textTooLong(limit: limits.textScalars) }
        guard session.attachments + attachments.count <= limits.attachments else { throw .tooManyAttachments(limit: limits.attachments) }
        try admit(&session)
        session.attachments += attachments.count
        let read = attachments.isEmpty ? [] : await self.read(attachments)
        let isAboutPapers = !read.isEmpty || !session.papers.documents.isEmpty || CorrectionReader.isDeletion(FoldedMessage.of(message))
        let equipment = isAboutPapers ? try? await desk.equipment() : nil
        let turn = take(message, read, equipment, &session)
        if let key { session.answered[key] = (fingerprint, turn) }
        store(session)
        return turn
    }

    /// What happened in a session after event number `sequence`.
    package func history(of name: String, after sequence: Int) throws(ServiceError) -> [SessionEvent] {
        try find(name).events.filter { $0.sequence > sequence }
    }

    /// A turn of a session, the last one by default.
    package func turn(_ number: Int?, of name: String) throws(ServiceError) -> Turn {
        guard let turn = try find(name).turn(number) else { throw .unknownTurn }
        return turn
    }

    /// Ends a conversation; its history can still be read.
    package func close(_ name: String) throws(ServiceError) -> Answer {
        var session = try find(name)
        let language = session.state.fixedLanguage ?? session.state.language
        if !session.isClosed {
            session.isClosed = true
            session.record(.closed(sequence: session.nextSequence), limit: limits.events)
            store(session)
        }
        return Answer(text: book.text(.goodbye, language), language: language)
    }

    /// Speaks `language` from now on, or follows the customer's again (nil).
    package func setLanguage(_ language: Language?, of name: String) throws(ServiceError) -> Answer {
        var session = try find(name)
        session.state.fixedLanguage = language
        if let language { session.state.language = language }
        store(session)
        return Answer(text: book.text(.languageSet, session.state.language), language: session.state.language)
    }

    /// The language that a session is held in; nil for an unknown session.
    package func language(of name: String) -> Language? {
        sessions[name].map { $0.state.fixedLanguage ?? $0.state.language }
    }

    /// A person takes the conversation over, or gives it back; meanwhile the hall says nothing but words of danger.
    package func setPerson(_ isWithPerson: Bool, of name: String) throws(ServiceError) {
        var session = try find(name)
        session.state.isWithPerson = isWithPerson
        if !isWithPerson { session.state.isHandedOff = false }
        store(session)
    }

    /// Conversations that were handed over, in order.
    package func handOffs() -> [(session: String, record: HandOff)] { registers.handOffs }

    // MARK: One turn

    private func take(
        _ message: String, _ read: [ReadPaper], _ equipment: DocumentDesk.Equipment?, _ session: inout Session
    ) -> Turn {
        let today = surroundings.today()
        let expanded = responder.expand(message, session.state)
        let request = IntentClassifier.Request(today: today, language: session.state.language)
        var understanding = classifier.understand(expanded, request, &work)
        let isEmpty = work.text.isEmpty
        if !flows.flows.isEmpty { understandWithoutDetails(expanded, request, &understanding) }
        if understanding.decision == .accept, !understanding.intent.hasPrefix("dialog.") { session.papers.business = understanding.intent }
        let papers = equipment.flatMap { paperTurn(message, read, understanding, $0, &session) }
        var answer: Answer
        if understanding.danger == nil, papers?.isWhole ?? false || (isEmpty && !read.isEmpty) {
            let language = session.state.fixedLanguage ?? (isEmpty ? session.state.language : understanding.language)
            answer = Answer(text: papers?.text ?? book.text(.attachmentsUnavailable, language), language: language)
        } else {
            let minute = surroundings.minute()
            let counter = Counter(
                registers: registers, session: session.id, now: Moment(day: today, minute: minute), seconds: surroundings.seconds(),
                calculate: { [tariffs, book, regionNames] slots, language in
                    tariffs.answer(slots, language, book, { regionNames[$0]?.text(in: language) ?? $0.rawValue }, on: today)
                })
            answer = responder.answer(understanding, &session.state, on: today, at: minute, message: expanded, desk: counter)
            if let papers {
                answer.text += "\n" + papers.text
            } else if !read.isEmpty {
                answer.text += "\n" + book.text(.attachmentsUnavailable, answer.language)
            }
        }
        session.turns += 1
        var turn = Turn(
            session: session.id, number: session.turns, sequence: session.nextSequence, message: message, expanded: expanded,
            understanding: understanding, answer: answer)
        turn.documents = papers?.documents ?? []
        session.record(.turn(turn), limit: limits.events)
        return turn
    }

    // MARK: One turn of a session at a time

    /// Reading a picture takes a while: other messages of the session wait their turn.
    private func enter(_ name: String) async {
        guard busy.contains(name) else { busy.insert(name); return }
        await withCheckedContinuation { waiting[name, default: []].append($0) }
    }

    private func leave(_ name: String) {
        if let next = waiting[name]?.first {
            waiting[name]?.removeFirst()
            if waiting[name]?.isEmpty ?? false { waiting[name] = nil }
            next.resume()
        } else {
            busy.remove(name)
        }
    }

    // MARK: Understanding

    private static let details: Set<EntityKind> = [
        .address, .phone, .accountNumber, .identityNumber, .creditCode, .bankCard, .email, .person, .company,
    ]

    /// Words that lead to a detail; without it they mean nothing.
    private static let detailCues = [
        "联系电话", "手机号码", "手机号", "电话号码", "电话", "手机", "户号", "地址在", "地址是", "地址", "身份证号码", "身份证号", "身份证", "新户主", "联系人", "my phone is",
        "phone number", "phone",
        "call me on", "address is", "account number", "我叫", "我是", "住在", "住喺", "我住",
    ]

    /// A request with an address and numbers beside it is understood by its words alone where the whole is not clear.
    private func understandWithoutDetails(
        _ message: String, _ request: IntentClassifier.Request, _ understanding: inout Understanding
    ) {
        let details = understanding.entities.filter { Self.details.contains($0.kind) }
        guard !details.isEmpty, understanding.danger == nil, understanding.evidence.layer == .ngrams || understanding.decision == .clarify,
            understanding.decision != .accept || understanding.confidence < 0.9
        else { return }
        let text = FoldedText(message)
        var kept: [UInt32] = []
        for (index, scalar) in text.scalars.enumerated() where !details.contains(where: { $0.range.contains(index) }) {
            kept.append(scalar)
        }
        var words = String(String.UnicodeScalarView(kept.compactMap { Unicode.Scalar($0) }))
        for cue in Self.detailCues { words = words.replacing(cue, with: "") }
        while let last = words.last, ",.;:、。 是".contains(last) { words.removeLast() }
        for mark in [",,", ", ,", ",,"] { words = words.replacing(mark, with: ",") }
        guard words.unicodeScalars.count(where: { $0.properties.isAlphabetic }) >= 3 else { return }
        let bare = classifier.understand(words, request, &work)
        guard bare.decision == .accept, bare.danger == nil, !bare.intent.hasPrefix("dialog.") else { return }
        understanding.intent = bare.intent
        understanding.confidence = bare.confidence
        understanding.decision = .accept
        understanding.alternatives = bare.alternatives
        understanding.intents = bare.intents
        understanding.outsideKind = nil
        understanding.evidence = bare.evidence
    }

    private func admit(_ session: inout Session) throws(ServiceError) {
        guard let perMinute = limits.perMinute, perMinute > 0 else { return }
        let now = surroundings.seconds()
        session.recent.removeAll { $0 <= now - 60 }
        if session.recent.count >= perMinute {
            throw .tooMany(retryAfter: max(1, Int((session.recent[0] + 60 - now).rounded(.up))))
        }
        session.recent.append(now)
    }

    // MARK: Keeping sessions

    var openSessions: [Session] { sessions.values.filter { !$0.papers.documents.isEmpty } }

    /// Keeps a changed session without counting it as used.
    func put(_ session: Session) { sessions[session.id] = session }

    private func find(_ name: String) throws(ServiceError) -> Session {
        guard let session = sessions[name] else { throw .unknownSession }
        return session
    }

    private func store(_ session: Session) {
        uses += 1
        lastUsed[session.id] = uses
        sessions[session.id] = session
    }

    private func makeRoom() {
        guard sessions.count >= limits.sessions else { return }
        // A tenth at a time, so that a full house does not sort at every opening.
        for (name, _) in lastUsed.sorted(by: { $0.value < $1.value }).prefix(max(1, limits.sessions / 10)) {
            sessions[name] = nil
            lastUsed[name] = nil
        }
    }
}
