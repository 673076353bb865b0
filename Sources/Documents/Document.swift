/// A paper that was recognised: its type, what it says, and what is wrong with it.
package struct Document: Hashable, Sendable {
    /// `unknown` for a text that is no document of a known type.
    package var type: String
    /// From 0 to 1.
    package var typeConfidence: Double
    /// In the order of the type's file.
    package var fields: [FieldReading]
    package var issues: [Issue]
    /// Lines of the input that it was read from.
    package var lines: Range<Int>

    package static let unknownType = "unknown"

    package init(type: String, typeConfidence: Double, fields: [FieldReading], issues: [Issue], lines: Range<Int>) {
        self.type = type
        self.typeConfidence = typeConfidence
        self.fields = fields
        self.issues = issues
        self.lines = lines
    }

    package func value(_ field: String) -> String? { fields.first { $0.name == field }?.value }
    package func reading(_ field: String) -> FieldReading? { fields.first { $0.name == field } }
}

/// One field as it was read.
package struct FieldReading: Hashable, Sendable {
    package let name: String
    /// In the value form of its kind: dates as 2026-11-24, amounts as plain decimals.
    package var value: String
    /// As it was printed, without white space.
    package var raw: String
    /// From 0 to 1.
    package var confidence: Double
    /// Whether its check, if it has one, holds.
    package var isValid: Bool
    /// Whether a look-alike was set right, the check proving it.
    package var isRepaired = false
    /// Whether it was worked out from other fields.
    package var isDerived = false
    /// Whether the customer corrected it.
    package var isCorrected = false
    /// What the reading rested on.
    package var evidence: [String] = []
    /// The lines of the input that it was read from.
    package var lines: [Int] = []

    package init(name: String, value: String, raw: String, confidence: Double, isValid: Bool) {
        self.name = name
        self.value = value
        self.raw = raw
        self.confidence = confidence
        self.isValid = isValid
    }
}

/// Something that is wrong or worth a look.
package struct Issue: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable { case error, warning, info }

    /// The field concerned, nil for the whole document.
    package let field: String?
    /// The stable word for programs.
    package let code: Code
    package let severity: Severity
    /// What the wording needs besides: names of fields, dates.
    package let details: [String: String]

    package init(_ code: Code, field: String? = nil, severity: Severity, details: [String: String] = [:]) {
        self.field = field
        self.code = code
        self.severity = severity
        self.details = details
    }

    package enum Code: String, CaseIterable, Hashable, Sendable {
        case checkDigit = "check_digit", length, alphabet, date, prefix
        case repaired, missing, mismatch, order, expired, unusualTerm = "unusual_term"
        case unknownRegion = "unknown_region", unlikelyRegion = "unlikely_region", unknownIssuer = "unknown_issuer"
        case unusual
    }
}
