import Documents
import Foundation
import Knowledge
import Testing
import TestSupport
import TextAnalysis

@Suite("Samples inside the document types")
struct SampleTests {
    /// Counts over the samples of one type; values are compared after folding of width and white space.
    private struct Count {
        var right = 0, given = 0, wanted = 0, types = 0, samples = 0
        var f1: Double { 2 * Double(right) / Double(max(1, given + wanted)) }
    }

    private static func folded(_ value: String) -> [UInt32] { FoldedText(value).scalars.filter { $0 != 0x20 } }

    private static func count(_ type: DocumentTypeSource) throws -> Count {
        var count = Count()
        for sample in type.samples {
            let document = try Harness.document(sample.text)
            count.samples += 1
            if document.type == type.name { count.types += 1 }
            count.given += document.fields.count
            count.wanted += sample.fields.count
            for (name, value) in sample.fields where document.value(name).map(folded) == folded(value) { count.right += 1 }
        }
        return count
    }

    @Test("each type's samples are read as well as models/thresholds.yaml asks", arguments: Checkout.documentSource.types.map(\.name))
    func samples(_ name: String) throws {
        let type = try #require(Checkout.documentSource.types.first { $0.name == name })
        let count = try Self.count(type)
        #expect(count.samples >= 30, "too few samples to say anything")
        #expect(Double(count.types) >= 0.98 * Double(count.samples), "\(count.types) of \(count.samples) are taken for a \(name)")
        #expect(count.f1 >= Thresholds.documents["fields_of_each_type"] ?? 1, "\(name): field F1 \(count.f1)")
    }

    @Test("texts that are no document are none")
    func others() throws {
        let texts = Checkout.documentSource.others
        let accepted = try texts.filter { try Harness.document($0.text).type != Document.unknownType }
        #expect(texts.count >= 300)
        #expect(Double(accepted.count) <= 0.01 * Double(texts.count), "\(accepted.map(\.kind))")
    }

    @Test("the data have no errors")
    func findings() { #expect(Checkout.documentSource.findings.filter { $0.severity == .error }.map(\.description) == []) }

    @Test("training on the same data gives the same bytes")
    func deterministic() {
        let again = DocumentTraining(Checkout.documentSource).run()
        #expect(again.weights == Checkout.documentProduct.weights)
        #expect(again.knowledge == Checkout.documentProduct.knowledge)
    }
}

/// The block `documents` of `models/thresholds.yaml`.
enum Thresholds {
    static let documents: [String: Double] = {
        let text = (try? String(contentsOfFile: Checkout.root + "/models/thresholds.yaml", encoding: .utf8)) ?? ""
        var values: [String: Double] = [:], isInside = false
        for line in text.split(separator: "\n") {
            if !line.hasPrefix(" ") { isInside = line.hasPrefix("documents:") }
            let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
            if isInside, parts.count == 2, let value = Double(parts[1]) { values[parts[0]] = value }
        }
        return values
    }()
}
