package import PowerDomain
package import TextAnalysis

/// A kind of paper: the words that name it, and the fields that are read from it. One file of `models/documents/`.
package struct DocumentType: Sendable {
    package let name: String
    package let title: [Language: String]
    /// Words that a paper of this kind bears as its heading.
    package let titles: [String]
    /// Labels that are printed on it and name nothing that is wanted.
    package let otherLabels: [String]
    package let fields: [FieldType]
    package let checks: [CrossCheck]
    /// Lines of its samples that hold no value: what is printed around the values.
    package let surroundings: [String]

    package init(
        name: String, title: [Language: String], titles: [String], otherLabels: [String], fields: [FieldType], checks: [CrossCheck],
        surroundings: [String] = []
    ) {
        self.name = name
        self.title = title
        self.titles = titles
        self.otherLabels = otherLabels
        self.fields = fields
        self.checks = checks
        self.surroundings = surroundings
    }

    package func field(_ name: String) -> FieldType? { fields.first { $0.name == name } }
}

/// A field of a document type.
package struct FieldType: Sendable {
    package let name: String
    package let title: [Language: String]
    /// Words that are printed beside its value.
    package let labels: [String]
    package let shape: ValueShape
    /// What a `code` looks like; matched in half-width text with capitals kept.
    package let pattern: Pattern?
    /// The values that a `choice` may have.
    package let choices: [String]
    package let isRequired: Bool
    /// Whether its value may run over several lines.
    package let isWrapped: Bool
    /// Whether all matches of its pattern belong to it, not the first alone.
    package let repeats: Bool
    /// The field after whose label its own must stand, where labels repeat.
    package let after: String?
    /// Which of the equal labels on the page is its own, from 1.
    package let occurrence: Int?
    /// Characters at which its value ends: it stands in running text.
    package let ends: String
    /// Units that may be printed after a number.
    package let units: [String]
    /// The check that its value must pass, by name.
    package let check: String?
    /// Values of its samples: what its values are made of.
    package let values: [String]

    package init(
        name: String, title: [Language: String], labels: [String], shape: ValueShape, pattern: Pattern? = nil, choices: [String] = [],
        isRequired: Bool = false, isWrapped: Bool = false, repeats: Bool = false, after: String? = nil, occurrence: Int? = nil,
        ends: String = "", units: [String] = [], check: String? = nil, values: [String] = []
    ) {
        self.name = name
        self.title = title
        self.labels = labels
        self.shape = shape
        self.pattern = pattern
        self.choices = choices
        self.isRequired = isRequired
        self.isWrapped = isWrapped
        self.repeats = repeats
        self.after = after
        self.occurrence = occurrence
        self.ends = ends
        self.units = units
        self.check = check
        self.values = values
    }
}

/// What a value looks like; raw values are those of the files.
package enum ValueShape: String, CaseIterable, Sendable {
    case text, person, party, company, authority, address, place, scope, bank
    case sex, ethnicity, choice
    case date, month
    case periodStart = "period_start", periodEnd = "period_end"
    case number, amount
    case amountInWords = "amount_in_words"
    case identityNumber = "identity_number", creditCode = "credit_code", organizationCode = "organization_code"
    case bankCard = "bank_card", phone, code
    case latinName = "latin_name", upperMachineLine = "mrz1", lowerMachineLine = "mrz2"
}

extension ValueShape {
    /// Whether samples can teach what its values look like.
    package var isTaught: Bool { isWordy || self == .number || self == .code }

    /// Whether values are words.
    var isWordy: Bool {
        switch self {
        case .text, .scope, .person, .party, .company, .authority, .address, .place, .choice: true
        default: false
        }
    }
}
