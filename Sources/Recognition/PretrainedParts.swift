#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The fetched parts (`models/pretrained.yaml`) in their folder.
package struct PretrainedParts: Sendable {
    /// Names as in `EngineChoice.parts`, and the files below the folder.
    private static let files = [
        ("onnxruntime", "onnxruntime/libonnxruntime.so"), ("detection", "models/detection.onnx"),
        ("direction", "models/direction.onnx"), ("recognition", "models/recognition.onnx"), ("pdfium", "pdfium/libpdfium.so"),
    ]

    /// Paths of the parts that are there, by name.
    package let paths: [String: String]
    /// Names of the parts that are not.
    package let missing: [String]

    /// Looks which parts lie in `folder`; nothing is loaded.
    package init(in folder: String) {
        let found = Self.files.map { (name: $0.0, path: "\(folder)/\($0.1)") }
        let isThere = found.map { access($0.path, R_OK) == 0 }
        paths = Dictionary(uniqueKeysWithValues: zip(found, isThere).compactMap { $1 ? ($0.name, $0.path) : nil })
        missing = zip(found, isThere).compactMap { $1 ? nil : $0.name }
    }
}
