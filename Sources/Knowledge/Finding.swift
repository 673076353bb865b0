/// Something that is wrong in a data file: where, what was found, what was expected.
package struct Finding: Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Hashable, Sendable { case error, warning }

    /// Path below the checkout: `intents/outage/report.yaml`.
    package let file: String
    /// From 1; 0 if the whole file is meant.
    package let line: Int
    package let severity: Severity
    package let message: String

    package init(_ file: String, _ line: Int, _ message: String, severity: Severity = .error) {
        self.file = file
        self.line = line
        self.severity = severity
        self.message = message
    }

    package var description: String { "\(file):\(line): \(severity.rawValue): \(message)" }
}
