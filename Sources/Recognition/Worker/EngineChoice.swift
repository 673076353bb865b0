/// Which engine reads, and where its parts lie.
package struct EngineChoice: Sendable, Hashable {
    /// The engine's name, such as `tesseract`.
    package let engine: String
    /// Paths and settings by name. `pdfium` is used by the decoder, the rest by the engine.
    package let parts: [String: String]

    package init(engine: String, parts: [String: String] = [:]) {
        self.engine = engine
        self.parts = parts
    }
}

extension EngineChoice {
    /// Loads the engine. One line an engine here is all that another one takes.
    ///
    /// - ppocr: parts `onnxruntime`, `detection`, `direction`, `recognition`.
    /// - tesseract: parts `library`, `models` and `languages`, each with a default.
    /// - Throws: `missingPart` for an unknown engine, or as the engine does.
    package func makeEngine() throws(RecognitionError) -> any OCREngine {
        switch engine {
        case PPOCREngine.name:
            try PPOCREngine(
                parts: PPOCREngine.Parts(
                    library: parts["onnxruntime"] ?? "", detection: parts["detection"] ?? "", direction: parts["direction"] ?? "",
                    recognition: parts["recognition"] ?? ""))
        case TesseractEngine.name:
            try TesseractEngine(
                library: parts["library"] ?? TesseractEngine.library, models: parts["models"],
                languages: parts["languages"] ?? TesseractEngine.languages)
        default: throw .missingPart(engine)
        }
    }
}
