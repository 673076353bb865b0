import Foundation
import Recognition

/// Parts that not every machine has.
enum Parts {
    /// The folder of the fetched parts: POWERHALL_PRETRAINED, or `.pretrained` beside the package's manifest.
    private static let folder =
        ProcessInfo.processInfo.environment["POWERHALL_PRETRAINED"]
        .map { URL(fileURLWithPath: $0) } ?? root.appendingPathComponent(".pretrained")

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let pdfium = PretrainedParts(in: folder.path).paths["pdfium"]

    static let hasTesseract = (try? TesseractEngine()) != nil

    /// A program that is built beside the tests.
    static func program(_ name: String) -> String {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name).path
    }
}
