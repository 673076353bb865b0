internal import PowerDomain

/// Checks what was read: each value by its rule, fields against one another, days against today.
struct DocumentChecks {
    let definition: DocumentType
    let regions: RegionCodes?
    let asOf: CalendarDay

    /// What is wrong with `document`; fields that fail their own check lose `isValid`.
    func issues(_ document: inout Document) -> [Issue] {
        var issues: [Issue] = []
        for at in document.fields.indices {
            guard let field = definition.field(document.fields[at].name) else { continue }
            let flaw = flaw(of: document.fields[at].value, field)
            if flaw != nil { document.fields[at].isValid = false }
            if let flaw { issues.append(Issue(Self.code(flaw), field: field.name, severity: .error)) }
            if document.fields[at].isRepaired { issues.append(Issue(.repaired, field: field.name, severity: .info)) }
        }
        for field in definition.fields where field.isRequired && document.reading(field.name) == nil {
            issues.append(Issue(.missing, field: field.name, severity: .warning))
        }
        for check in definition.checks { issues += run(check, document) }
        return issues
    }

    private func flaw(of value: String, _ field: FieldType) -> CheckFlaw? {
        switch field.shape {
        case .identityNumber:
            return value.count == 15 ? OldIdentityNumberCheck().flaw(in: value) : IdentityNumberCheck().flaw(in: value)
        case .creditCode: return value.count == 15 ? nil : CreditCodeCheck().flaw(in: value)
        case .organizationCode: return OrganizationCodeCheck().flaw(in: value)
        case .bankCard: return BankCardCheck().flaw(in: value)
        case .lowerMachineLine: return MachineReadableZoneCheck().flaw(in: value)
        default:
            guard let name = field.check, !value.contains("*"), let rule = CheckRules.all.first(where: { $0.name == name }) else {
                return nil
            }
            return rule.init().flaw(in: value)
        }
    }

    private static func code(_ flaw: CheckFlaw) -> Issue.Code {
        switch flaw {
        case .length: .length
        case .alphabet: .alphabet
        case .checkDigit: .checkDigit
        case .date: .date
        case .prefix: .prefix
        }
    }

    private func run(_ check: CrossCheck, _ document: Document) -> [Issue] {
        switch check {
        case .birthMatchesID, .sexMatchesID, .idRegionKnown, .birthsMatchIDs: PersonChecks(document: document, regions: regions).run(check)
        case .termOfCard, .notExpired, .datesInOrder, .establishedBeforeIssue, .leaseNotOver, .certYearIsRegisterYear:
            DateChecks(document: document, asOf: asOf).run(check)
        case .usccHoldsOrgCode, .usccRegionKnown, .usccRegionFitsAddress, .usccClassFitsType:
            CompanyChecks(document: document, regions: regions).run(check)
        case .ownersFitCoOwnership, .unitRegionKnown, .provinceFitsUnit, .innerAreaWithinArea, .permitRegionKnown:
            PropertyChecks(document: document, regions: regions).run(check)
        case .bankFitsBIN, .cardLengthFitsBIN, .mrzMatchesPrint, .readingRises, .kwhIsDifference, .amountEqualsWords:
            FigureChecks(document: document, asOf: asOf).run(check)
        }
    }
}

extension Document {
    func day(_ field: String) -> CalendarDay? { value(field).flatMap { CalendarDay($0) } }
    func number(_ field: String) -> Double? { value(field).flatMap(Double.init) }
}

extension Issue {
    static func mismatch(_ field: String, _ other: String, severity: Severity = .warning) -> Issue {
        Issue(.mismatch, field: field, severity: severity, details: ["with": other])
    }
}
