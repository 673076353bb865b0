internal import Documents

/// The papers of one session, and what they are for.
struct SessionPapers {
    var documents: [KeptDocument] = []
    /// The business that the customer named last and that needs papers.
    var business: String?
    /// Whether purpose and deletion were told.
    var isPrivacyTold = false

    /// Types of the papers that are known ones.
    var types: [String] { documents.map(\.document.type) }
}

/// What came of one attachment.
enum ReadPaper {
    case documents([KeptDocument])
    case failed(DocumentError)
}
