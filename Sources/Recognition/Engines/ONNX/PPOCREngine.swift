/// Reads pictures in this process with the PP-OCRv4 networks (Chinese and English) on ONNX Runtime.
package final class PPOCREngine: OCREngine {
    package static let name = "ppocr"

    /// Where the parts lie that are not built with the product: paths of the runtime's library and of three model files.
    package struct Parts: Sendable {
        package let library, detection, direction, recognition: String

        package init(library: String, detection: String, direction: String, recognition: String) {
            self.library = library
            self.detection = detection
            self.direction = direction
            self.recognition = recognition
        }
    }

    private let detector: TextDetector
    private let classifier: DirectionClassifier
    private let recognizer: TextRecognizer

    /// Lines read with less confidence are left out.
    private static let leastConfidence = 0.5
    /// Lines read with less confidence than this may stand on their head and are looked at again.
    private static let doubtfulConfidence = 0.8
    /// So many of the widest lines are asked for their direction before anything is read.
    private static let probes = 3

    /// Loads the library and the networks: the process then takes 80 MB, and up to 270 MB while it reads. `threads` work on one network at a time.
    ///
    /// Errors: `.missingPart` names the file that is missing, `.engine` what the runtime said.
    package init(
        parts: Parts, threads: Int = 1, settings: PPOCRSettings = PPOCRSettings(), clock: InferenceClock? = nil
    ) throws(RecognitionError) {
        let runtime = try OnnxRuntime(library: parts.library)
        func session(_ model: String) throws(RecognitionError) -> OnnxSession {
            try OnnxSession(model: model, runtime: runtime, threads: threads, clock: clock)
        }
        detector = TextDetector(session: try session(parts.detection), settings: settings.detection)
        classifier = DirectionClassifier(session: try session(parts.direction))
        recognizer = try TextRecognizer(session: try session(parts.recognition), settings: settings.recognition)
    }

    package func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine] {
        let page = PreparedPage(picture)
        let quads = LineAssembly.inReadingOrder(try detector.quads(in: page.picture))
        var crops = quads.map(TextCrop.init(of:))
        if try isOnItsHead(crops, in: page.picture) {
            for index in crops.indices { crops[index].quad = crops[index].quad.turnedHalf }
        }
        var readings = try recognizer.read(crops, in: page.picture)
        try readDoubtfulAgain(&readings, crops, in: page.picture)
        return zip(quads, readings).compactMap { quad, reading in
            guard reading.confidence >= Self.leastConfidence else { return nil }
            return RecognizedLine(
                text: reading.text, quad: page.quadInOriginal(quad).coordinates, page: 1, confidence: reading.confidence)
        }
    }

    /// Whether most lines of the page stand on their head. A few of the widest are asked first, and the others only if most of
    /// these do; a single line proves nothing, since some numbers (95598) read well either way up.
    private func isOnItsHead(_ crops: [TextCrop], in picture: Picture) throws(RecognitionError) -> Bool {
        func mostAre(_ crops: [TextCrop]) throws(RecognitionError) -> Bool {
            let answers = try classifier.areOnTheirHead(crops, in: picture)
            return 2 * answers.count(where: { $0 }) > answers.count
        }
        let widest = crops.sorted { $0.inputWidth > $1.inputWidth }.prefix(Self.probes)
        guard try mostAre(Array(widest)) else { return false }
        return try mostAre(crops)
    }

    /// Reads lines of low confidence a second time, turned, if their direction says so and the text becomes surer.
    private func readDoubtfulAgain(
        _ readings: inout [TextRecognizer.Reading], _ crops: [TextCrop], in picture: Picture
    ) throws(RecognitionError) {
        let doubtful = crops.indices.filter { readings[$0].confidence < Self.doubtfulConfidence }
        let areOnHead = try classifier.areOnTheirHead(doubtful.map { crops[$0] }, in: picture)
        let turned = zip(doubtful, areOnHead).filter(\.1).map(\.0)
        let again = try recognizer.read(
            turned.map { index in
                var crop = crops[index]
                crop.quad = crop.quad.turnedHalf
                return crop
            }, in: picture)
        for (index, reading) in zip(turned, again) where reading.confidence > readings[index].confidence {
            readings[index] = reading
        }
    }
}
