internal import Foundation
internal import Yams

/// A YAML file with its lines: values are read with the place where they stand, what is wrong becomes a finding.
final class YAMLFile {
    /// Path below the checkout, for findings.
    let path: String
    let root: Node.Mapping
    private(set) var findings: [Finding] = []
    /// Authors by line: a comment `# by NAME` holds for the lines below it, up to the next one.
    private let authorMarks: [(line: Int, author: String)]

    /// Nil if the file cannot be read as a mapping; `problem` then says why.
    init?(_ text: String, path: String, problem: inout Finding?) {
        self.path = path
        do {
            guard let mapping = try compose(yaml: text)?.mapping else {
                problem = Finding(path, 1, "the file holds no mapping (key: value)")
                return nil
            }
            root = mapping
        } catch let error as YamlError {
            problem = Self.finding(error, path)
            return nil
        } catch {
            problem = Finding(path, 1, "not readable as YAML: \(error)")
            return nil
        }
        authorMarks = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let trimmed = line.drop { $0 == " " }
            guard trimmed.hasPrefix("# by ") else { return nil }
            return (index + 1, String(trimmed.dropFirst(5).prefix { $0 != " " && $0 != "," && $0 != ":" }))
        }
    }

    private static func finding(_ error: YamlError, _ path: String) -> Finding {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            Finding(path, mark.line, "not readable as YAML: \(problem) (column \(mark.column))")
        case .duplicatedKeysInMapping(let duplicates, _):
            Finding(path, 1, "the key \(duplicates.map { "\($0)" }.joined(separator: ", ")) stands twice")
        default:
            Finding(path, 1, "not readable as YAML: \(error)")
        }
    }

    // MARK: Findings

    func line(_ node: Node?) -> Int { node?.mark?.line ?? 1 }

    func report(_ message: String, at node: Node? = nil, severity: Finding.Severity = .error) {
        findings.append(Finding(path, line(node), message, severity: severity))
    }

    /// Reports every key that is not among `known`.
    func expectKeys(_ mapping: Node.Mapping, _ known: Set<String>, in place: String) {
        for key in mapping.keys {
            guard let name = key.string, !known.contains(name) else { continue }
            report("unknown key '\(name)' in \(place); known are \(known.sorted().joined(separator: ", "))", at: key)
        }
    }

    // MARK: Values

    func string(_ mapping: Node.Mapping, _ key: String, required: Bool = true) -> String? {
        guard let node = mapping[key] else {
            if required { report("the key '\(key)' is missing") }
            return nil
        }
        // Scalars are texts here, whatever YAML would make of them: 0800 keeps its zero.
        guard let text = node.scalar?.string else {
            report("'\(key)' must be a text", at: node)
            return nil
        }
        return text
    }

    func strings(_ mapping: Node.Mapping, _ key: String) -> [(text: String, node: Node)] {
        guard let node = mapping[key] else { return [] }
        guard let sequence = node.sequence else {
            report("'\(key)' must be a list", at: node)
            return []
        }
        return sequence.compactMap { item in
            guard let text = item.scalar?.string else { report("an item of '\(key)' is no text", at: item); return nil }
            return (text, item)
        }
    }

    func mapping(_ parent: Node.Mapping, _ key: String, required: Bool = false) -> Node.Mapping? {
        guard let node = parent[key] else {
            if required { report("the key '\(key)' is missing") }
            return nil
        }
        guard let mapping = node.mapping else { report("'\(key)' must be a mapping", at: node); return nil }
        return mapping
    }

    func author(atLine line: Int) -> String {
        var low = 0, high = authorMarks.count
        while low < high {
            let middle = (low + high) / 2
            if authorMarks[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? "" : authorMarks[low - 1].author
    }
}
