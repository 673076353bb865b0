import ArgumentParser
import Foundation

/// A line of a TSV with labelled sentences.
struct LabelledLine {
    let label: String
    let text: String
    let language: String?
    let style: String?

    /// The labels of `a+b`.
    var labels: [String] { label.split(separator: "+").map(String.init) }

    /// Reads a TSV: a header names the columns; without one the first two are label and text.
    static func read(_ path: String) throws -> [LabelledLine] {
        guard let data = FileManager.default.contents(atPath: path) else { throw fail(.noInput, "cannot read '\(path)'") }
        guard let content = String(data: data, encoding: .utf8) else { throw fail(.badData, "'\(path)' is not UTF-8") }
        var columns = (label: 0, text: 1, language: nil as Int?, style: nil as Int?)
        var lines: [LabelledLine] = []
        for (index, row) in content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if index == 0, fields.contains("label"), !fields.contains("text") {
                throw fail(.badData, "\(path):1: the header names no column 'text'")
            }
            if index == 0, let label = fields.firstIndex(of: "label"), let text = fields.firstIndex(of: "text") {
                columns = (label, text, fields.firstIndex(of: "lang"), fields.firstIndex(of: "style"))
                continue
            }
            if row.allSatisfy(\.isWhitespace) { continue }
            guard fields.count > max(columns.label, columns.text) else {
                throw fail(.badData, "\(path):\(index + 1): expected label and text with a tab between them")
            }
            func optional(_ column: Int?) -> String? { column.flatMap { fields.indices.contains($0) ? fields[$0] : nil } }
            lines.append(
                LabelledLine(
                    label: fields[columns.label], text: fields[columns.text], language: optional(columns.language),
                    style: optional(columns.style)))
        }
        return lines
    }

    /// Only lines whose labels are all in the file at `path`.
    static func keep(_ lines: [LabelledLine], _ path: String) throws -> [LabelledLine] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw fail(.noInput, "cannot read '\(path)'") }
        let kept = Set(text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) })
        return lines.filter { $0.labels.allSatisfy(kept.contains) }
    }
}
