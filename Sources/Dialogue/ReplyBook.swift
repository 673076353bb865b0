package import PowerDomain

/// Everything that the hall says: the replies of the intents, shared wording, safety words, and the figures in them.
package struct ReplyBook: Sendable {
    /// What belongs to one intent.
    package struct IntentReplies: Sendable {
        package let title: Wording
        package let reply: Wording
        /// Where the answer depends on the region.
        package let byRegion: [Region: Wording]
        package let quickReplies: Choices

        package init(title: Wording, reply: Wording, byRegion: [Region: Wording], quickReplies: Choices) {
            self.title = title
            self.reply = reply
            self.byRegion = byRegion
            self.quickReplies = quickReplies
        }
    }

    /// Shared wording by what it is for.
    package enum Key: String, CaseIterable, Sendable {
        case dangerPlace = "danger_place", detailNoted = "detail_noted", choiceUnknown = "choice_unknown"
        case opening, clarify, clarifyOther = "clarify_other", dangerQuestion = "danger_question", anger
        case humanNow = "human_now", humanOffer = "human_offer", help, also
        case tooLong = "too_long", attachmentsUnavailable = "attachments_unavailable", sessionReset = "session_reset"
        case goodbye, languageSet = "language_set", unknownCommand = "unknown_command", internalError = "error_internal"
        case tooMany = "too_many", minor, secretOffered = "secret_offered", numberAlone = "number_alone"
        case sourceHead = "source_head", source, sourceUndated = "source_undated", sourceJoin = "source_join"
        case uploadNoFile = "upload_no_file", documentRead = "document_read", documentUnknown = "document_unknown", documentPrivacy =
            "document_privacy"
        case documentCorrectHint = "document_correct_hint", documentAllWell = "document_all_well"
        case documentCorrected = "document_corrected", documentCorrectedNumber = "document_corrected_number"
        case documentStillWrong = "document_still_wrong", documentNewPicture = "document_new_picture"
        case documentCorrectWhich = "document_correct_which", documentDeleted = "document_deleted"
        case documentNone = "document_none", documentDiffers = "document_differs", documentSame = "document_same"
        case papersMissing = "papers_missing", papersComplete = "papers_complete", papersUnchecked = "papers_unchecked"
        case papersWhich = "papers_which", pictureUnreadable = "picture_unreadable", pictureTooLarge = "picture_too_large"
        case pictureTooSmall = "picture_too_small", pictureUnavailable = "picture_unavailable"
        case pictureBlank = "picture_blank", issueCheckDigit = "issue_check_digit", issueLength = "issue_length"
        case issueAlphabet = "issue_alphabet", issueDate = "issue_date", issuePrefix = "issue_prefix"
        case issueRepaired = "issue_repaired", issueMissing = "issue_missing", issueMismatch = "issue_mismatch"
        case issueOrder = "issue_order", issueExpired = "issue_expired", issueUnusualTerm = "issue_unusual_term"
        case issueUnknownRegion = "issue_unknown_region", issueUnlikelyRegion = "issue_unlikely_region"
        case issueUnknownIssuer = "issue_unknown_issuer", issueUnusual = "issue_unusual"
        case tariffEstimate = "tariff_estimate", tariffTier = "tariff_tier", tariffLine = "tariff_line"
        case tariffLabelEnergy = "tariff_label_energy", tariffLabelTier = "tariff_label_tier"
        case tariffLabelPeriod = "tariff_label_period", tariffLabelFree = "tariff_label_free"
        case tariffLabelLate = "tariff_label_late", tariffAssumedYear = "tariff_assumed_year"
        case tariffNotOnRecord = "tariff_not_on_record", tariffInvalid = "tariff_invalid"
        case sessionUnknown = "session_unknown", invalidValue = "invalid_value", unavailable, unauthorised, conflict
    }

    package let intents: [String: IntentReplies]
    /// Replies to what is not ours, by kind.
    package let outside: [String: Wording]
    package let shared: [Key: Wording]
    /// The first words in a danger, by case.
    package let safety: [String: Wording]
    /// How a value with its unit is written: `{value} 度`.
    package let units: [String: Wording]
    package let figures: FigureBook
    /// Which region a city belongs to, by its Chinese name.
    package let regionOfCity: [String: Region]

    package init(
        intents: [String: IntentReplies], outside: [String: Wording], shared: [Key: Wording], safety: [String: Wording],
        units: [String: Wording], figures: FigureBook, regionOfCity: [String: Region]
    ) {
        self.intents = intents
        self.outside = outside
        self.shared = shared
        self.safety = safety
        self.units = units
        self.figures = figures
        self.regionOfCity = regionOfCity
    }

    package func text(_ key: Key, _ language: Language, _ values: [String: String] = [:]) -> String {
        values.reduce(shared[key]?.text(in: language) ?? "") { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// A template with its figures in place, and the sources of those that it names.
    package func render(_ template: String, _ language: Language, on day: CalendarDay) -> (text: String, sources: [Figure.Source]) {
        var text = "", sources: [Figure.Source] = [], rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let reference = rest[rest.index(after: open)..<close]
            let parts = reference.split(separator: "|")
            if let name = parts.first, let figure = figures.figure(name, on: day) {
                let value = figure.value.text(in: language)
                let form = units[figure.unit]?.text(in: language) ?? "{value}"
                text += parts.count > 1 ? value : form.replacing("{value}", with: value)
                if !sources.contains(figure.source) { sources.append(figure.source) }
            } else {
                text += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return (text + rest, sources)
    }

    /// The last line of an answer: since when its figures hold, by which document.
    package func sourceLine(_ sources: [Figure.Source], _ language: Language) -> String? {
        guard !sources.isEmpty else { return nil }
        let items = sources.map { source in
            source.validFrom.map { text(.source, language, ["document": source.document, "since": $0]) }
                ?? text(.sourceUndated, language, ["document": source.document])
        }
        return text(.sourceHead, language, ["sources": items.joined(separator: text(.sourceJoin, language))])
    }
}
