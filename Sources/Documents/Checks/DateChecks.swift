internal import PowerDomain

/// Days against one another and against today.
struct DateChecks {
    let document: Document
    let asOf: CalendarDay

    func run(_ check: CrossCheck) -> [Issue] {
        switch check {
        case .notExpired: expired("valid_to")
        case .leaseNotOver: expired("lease_to")
        case .datesInOrder:
            ordered("valid_from", "valid_to") + ordered("issue_date", "valid_to") + ordered("birth_date", "valid_from")
                + ordered("lease_from", "lease_to")
        case .establishedBeforeIssue: ordered("established_date", "issue_date")
        case .termOfCard: term()
        case .certYearIsRegisterYear: year()
        default: []
        }
    }

    private func expired(_ field: String) -> [Issue] {
        guard let day = document.day(field), day < asOf else { return [] }
        return [Issue(.expired, field: field, severity: .warning, details: ["date": day.description])]
    }

    private func ordered(_ first: String, _ second: String) -> [Issue] {
        guard let one = document.day(first), let other = document.day(second), one > other else { return [] }
        return [Issue(.order, field: first, severity: .warning, details: ["with": second])]
    }

    /// Identity cards are valid for 5, 10 or 20 years, or for good (居民身份证法 第五条); both ways of counting the last day.
    private func term() -> [Issue] {
        guard let from = document.day("valid_from"), let to = document.day("valid_to") else { return [] }
        let years = to.year - from.year
        let isAnniversary =
            (from.month, from.day) == (to.month, to.day) || to.adding(days: 1).month == from.month && to.adding(days: 1).day == from.day
        let isLeapDay = from.month == 2 && from.day == 29
        guard ![5, 10, 20].contains(years) || !(isAnniversary || isLeapDay) else { return [] }
        return [Issue(.unusualTerm, field: "valid_to", severity: .warning)]
    }

    /// The year in the number of a marriage certificate is that of the registration.
    private func year() -> [Issue] {
        guard let number = document.value("cert_no"), let day = document.day("register_date") else { return [] }
        let parts = number.split(separator: "-")
        guard parts.count == 3, let year = Int(parts[1]), year != day.year else { return [] }
        return [.mismatch("cert_no", "register_date")]
    }
}
