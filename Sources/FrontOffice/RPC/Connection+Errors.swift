internal import Dialogue
internal import JSONText
internal import MiddleOffice
internal import PowerDomain

extension Connection {
    /// What went wrong in the hall, in the session's language.
    func rpcError(_ error: ServiceError, session: String?) async -> RPCError {
        var language = Language.zhHans
        if let session, let known = await hall.language(of: session) { language = known }
        let book = hall.book
        switch error {
        case .unknownTurn: return .notFound("There is no such turn in this session.")
        case .unknownSession, .sessionClosed: return .notFound(book.text(.sessionUnknown, language))
        case .textTooLong(let limit), .tooManyAttachments(let limit):
            return .payloadTooLarge(book.text(.tooLong, language), limit: limit)
        case .keyReused: return .conflict(book.text(.conflict, language))
        case .tooMany(let retryAfter): return .tooMany(book.text(.tooMany, language), retryAfter: retryAfter)
        }
    }
}
