import Foundation
import Recognition
import Testing

@Suite("Pretrained parts")
struct PretrainedPartsTests {
    @Test("parts that are there have a path, the others are named")
    func some() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parts-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appendingPathComponent("pdfium"), withIntermediateDirectories: true)
        try Data([1]).write(to: folder.appendingPathComponent("pdfium/libpdfium.so"))
        let parts = PretrainedParts(in: folder.path)
        #expect(parts.paths == ["pdfium": folder.path + "/pdfium/libpdfium.so"])
        #expect(parts.missing == ["onnxruntime", "detection", "direction", "recognition"])
    }
}
