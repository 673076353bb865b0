/// One thing to show over a scan: where it stands, what it is, how bad it is.
package struct OverlayMark: Sendable, Equatable {
    package enum Severity: String, Sendable, CaseIterable {
        /// A field that was read.
        case field
        case warning
        case error

        /// Red, green, blue of its lines.
        var colour: (UInt8, UInt8, UInt8) {
            switch self {
            case .field: (0, 122, 61)
            case .warning: (201, 110, 0)
            case .error: (200, 0, 30)
            }
        }

        /// The same for SVG.
        var hexadecimal: String {
            let (red, green, blue) = colour
            return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    /// x1, y1 … x4, y4: the corners clockwise from the top left, in pixels of the upright page.
    package let quad: [Float]
    /// Name of a field or words of an issue.
    package let label: String
    package let severity: Severity

    /// `quad` must hold eight numbers.
    package init(quad: [Float], label: String, severity: Severity) {
        precondition(quad.count == 8)
        self.quad = quad
        self.label = label
        self.severity = severity
    }
}
