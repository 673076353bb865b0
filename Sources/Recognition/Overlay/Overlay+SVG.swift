internal import FoundationEssentials

extension Overlay {
    /// The scan itself with its marks and their labels over it. Attributes only, no style and no script, so that it
    /// shows under a strict content security policy (`img-src data:` is needed).
    ///
    /// - Parameters:
    ///   - file: a JPEG or PNG that stands upright; for any other page its PNG, from `encode`.
    ///   - page: size of the upright page, whose pixels the quads count.
    /// - Returns: nil if a browser could not show `file` the way the quads see it (a PDF, a TIFF, a turned JPEG).
    package static func svg(of file: [UInt8], page: PageSize, marks: [OverlayMark]) -> String? {
        guard let header = try? PictureHeader(of: file), header.orientation == 1, header.kind == .jpeg || header.kind == .png
        else { return nil }
        let size = max(12, min(page.width, page.height) / 45)
        var lines = [
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(page.width) \#(page.height)" "#
                + #"font-family="sans-serif" font-size="\#(size)">"#,
            #"<image width="\#(page.width)" height="\#(page.height)" preserveAspectRatio="none" "#
                + #"href="data:image/\#(header.kind.rawValue);base64,\#(Data(file).base64EncodedString())"/>"#,
        ]
        lines += marks.map { group($0, size) }
        return (lines + ["</svg>"]).joined(separator: "\n")
    }

    /// The polygon and, above its first corner, the label on a ground of its own outline, readable over any scan.
    private static func group(_ mark: OverlayMark, _ size: Int) -> String {
        let colour = mark.severity.hexadecimal
        let points = stride(from: 0, to: 8, by: 2).map { "\(number(mark.quad[$0])),\(number(mark.quad[$0 + 1]))" }
        let y = max(mark.quad[1] - Float(size) / 4, Float(size))
        return #"<g fill="\#(colour)" stroke="\#(colour)"><polygon points="\#(points.joined(separator: " "))" "#
            + #"fill-opacity="0.08" stroke-width="\#(max(1, size / 8))"/><text x="\#(number(mark.quad[0]))" y="\#(number(y))" "#
            + #"stroke="white" stroke-width="\#(max(2, size / 5))" paint-order="stroke">\#(escaped(mark.label))</text></g>"#
    }

    /// One decimal; a coordinate that is none becomes 0.
    private static func number(_ value: Float) -> String {
        guard value.isFinite, abs(value) < 1e6 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    /// Labels may hold what a stranger's picture said: markup is escaped, controls and direction marks are left out.
    private static func escaped(_ text: String) -> String {
        var kept = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": kept += "&amp;"
            case "<": kept += "&lt;"
            case ">": kept += "&gt;"
            case "\"": kept += "&quot;"
            default:
                let isShown = ![.control, .format, .surrogate, .unassigned, .privateUse].contains(scalar.properties.generalCategory)
                if isShown, scalar.value & 0xFFFE != 0xFFFE { kept.unicodeScalars.append(scalar) }
            }
        }
        return kept
    }
}
