package import Documents
internal import Foundation
package import PowerDomain
internal import TextAnalysis
internal import Yams

/// All document types as their files describe them, the texts that are none, and the table of regions.
package struct DocumentSource: Sendable {
    package private(set) var types: [DocumentTypeSource] = []
    /// Texts that are no document of a known type, with their kind.
    package private(set) var others: [(kind: String, text: String)] = []
    package private(set) var regions: RegionCodes?
    package private(set) var papers = PaperBook.empty
    package private(set) var findings: [Finding] = []
    package let fingerprint: String

    /// The file of what is no document.
    static let unknownFile = "unknown"

    package init(models: String) {
        let folder = DocumentFolder(models: models)
        fingerprint = folder.fingerprint()
        for (name, path) in folder.files() where name.hasPrefix("models/documents/") {
            guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
                findings.append(Finding(name, 0, "cannot be read as UTF-8"))
                continue
            }
            var problem: Finding?
            let file = YAMLFile(text, path: name, problem: &problem)
            if let problem { findings.append(problem) }
            guard let file else { continue }
            let type = String(name.dropFirst("models/documents/".count).dropLast(".yaml".count))
            if type == Self.unknownFile {
                readOthers(file)
            } else if let source = DocumentTypeFile(file: file).read(expectedName: type) {
                types.append(source)
            }
            findings += file.findings
        }
        types.sort { $0.name < $1.name }
        readPapers(folder)
        readRegions(folder)
    }

    private mutating func readPapers(_ folder: DocumentFolder) {
        guard let data = FileManager.default.contents(atPath: folder.papersFile), let text = String(data: data, encoding: .utf8) else {
            return
        }
        var problem: Finding?
        let file = YAMLFile(text, path: "models/papers.yaml", problem: &problem)
        if let problem { findings.append(problem) }
        guard let file else { return }
        papers = PapersFile(file: file).read(types: Set(types.map(\.name)))
        findings += file.findings
    }

    private mutating func readOthers(_ file: YAMLFile) {
        file.expectKeys(file.root, ["type", "samples"], in: "the texts that are no document")
        for node in file.root["samples"]?.sequence ?? Node.Sequence([]) {
            guard let mapping = node.mapping, let text = file.string(mapping, "text") else { continue }
            others.append((file.string(mapping, "kind", required: false) ?? "", text))
        }
    }

    private mutating func readRegions(_ folder: DocumentFolder) {
        guard let data = FileManager.default.contents(atPath: folder.regionFile), let text = String(data: data, encoding: .utf8) else {
            findings.append(Finding("models/region_codes.tsv", 0, "cannot be read"))
            return
        }
        do throws(RegionCodes.Flaw) {
            regions = try RegionCodes(tsv: text)
        } catch {
            findings.append(Finding("models/region_codes.tsv", 0, "is no table of regions: \(error)"))
        }
    }
}

/// Where the data of document recognition lie.
package struct DocumentFolder: Hashable, Sendable {
    package let models: String
    package init(models: String) { self.models = models }

    package var regionFile: String { models + "/region_codes.tsv" }
    package var papersFile: String { models + "/papers.yaml" }

    /// The files that document knowledge is made of, in ascending order.
    package func files() -> [(name: String, path: String)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: models + "/documents")) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { ("models/documents/" + $0, models + "/documents/" + $0) }
            + [("models/papers.yaml", papersFile), ("models/region_codes.tsv", regionFile)]
    }

    package func fingerprint() -> String {
        var hash = DataFingerprint()
        hash.add(Array("documents \(CompiledDocuments.format) \(DocumentTraining.plan.summary)".utf8))
        for file in files() {
            hash.add(Array(file.name.utf8))
            hash.add(FileManager.default.contents(atPath: file.path) ?? Data())
        }
        return hash.digits
    }
}
