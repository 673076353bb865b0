internal import PowerDomain

/// Cards, passports, bills and receipts: figures that must fit one another.
struct FigureChecks {
    let document: Document
    let asOf: CalendarDay

    func run(_ check: CrossCheck) -> [Issue] {
        switch check {
        case .bankFitsBIN: bank()
        case .cardLengthFitsBIN: cardLength()
        case .mrzMatchesPrint: machineLine()
        case .readingRises: readings()
        case .kwhIsDifference: energy()
        case .amountEqualsWords: amount()
        default: []
        }
    }

    /// Tables of issuers are incomplete: what they do not hold is an unknown issuer, never a fault.
    private func bank() -> [Issue] {
        guard let card = document.value("card_number") else { return [] }
        guard let issuer = IssuingBank(cardNumber: card) else { return [Issue(.unknownIssuer, field: "card_number", severity: .info)] }
        guard let printed = document.value("bank_name"), !printed.contains(issuer.name), !issuer.name.contains(printed) else { return [] }
        return [.mismatch("bank_name", "card_number")]
    }

    private func cardLength() -> [Issue] {
        guard let card = document.value("card_number"), let issuer = IssuingBank(cardNumber: card), issuer.cardLength != card.count else {
            return []
        }
        return [Issue(.length, field: "card_number", severity: .warning)]
    }

    /// Printed fields against the machine-readable lines, ICAO Doc 9303 part 4.
    private func machineLine() -> [Issue] {
        guard let lower = document.value("mrz2"), let upper = document.value("mrz1"),
            let zone = try? MachineReadableZone(upperLine: upper, lowerLine: lower, today: asOf)
        else { return [] }
        var issues: [Issue] = []
        if let number = document.value("passport_no"), number != zone.number {
            issues.append(.mismatch("passport_no", "mrz2", severity: .error))
        }
        if let birth = document.day("birth_date"), birth != zone.birth { issues.append(.mismatch("birth_date", "mrz2", severity: .error)) }
        if let end = document.day("valid_to"), end != zone.expiry { issues.append(.mismatch("valid_to", "mrz2", severity: .error)) }
        if let sex = document.value("sex").flatMap({ Sex(printed: $0) }), let other = zone.sex, sex != other {
            issues.append(.mismatch("sex", "mrz2"))
        }
        return issues
    }

    private func readings() -> [Issue] {
        guard let last = document.number("last_reading"), let this = document.number("this_reading"), this < last else { return [] }
        return [Issue(.order, field: "last_reading", severity: .warning, details: ["with": "this_reading"])]
    }

    /// The difference of the readings times the multiplier of the meter, which is a whole number.
    private func energy() -> [Issue] {
        guard let last = document.number("last_reading"), let this = document.number("this_reading"), let kwh = document.number("kwh"),
            this > last
        else {
            return []
        }
        let multiplier = kwh / (this - last), nearest = multiplier.rounded()
        guard nearest < 1 || abs(kwh - nearest * (this - last)) > max(0.6, 0.002 * kwh) else { return [] }
        return [.mismatch("kwh", "this_reading")]
    }

    private func amount() -> [Issue] {
        guard let figures = document.value("amount").flatMap({ PrintedAmount($0)?.fen }),
            let words = document.value("amount_cn").flatMap({ ChineseAmount($0)?.fen }),
            figures != words
        else { return [] }
        return [.mismatch("amount", "amount_cn", severity: .error)]
    }
}
