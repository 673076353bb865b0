/// Reads one line of text: PP-OCRv4 recognition, whose model file carries the dictionary of its characters.
final class TextRecognizer {
    /// What was read in a crop.
    struct Reading: Equatable {
        var text: String
        var confidence: Double
    }

    private let session: OnnxSession
    private let decoder: CTCDecoder
    private let settings: PPOCRSettings.Recognition
    private let input = PlanarInput()

    /// Errors: `.engine` if the model carries no dictionary.
    init(session: OnnxSession, settings: PPOCRSettings.Recognition) throws(RecognitionError) {
        guard let dictionary = try session.metadata("character") else { throw .engine("the model carries no dictionary") }
        self.session = session
        self.settings = settings
        decoder = CTCDecoder(dictionary: dictionary)
    }

    /// What stands in each of the crops of `picture`.
    func read(_ crops: [TextCrop], in picture: Picture) throws(RecognitionError) -> [Reading] {
        var readings = [Reading](repeating: Reading(text: "", confidence: 0), count: crops.count)
        for batch in Self.batches(of: crops.map(\.inputWidth), settings: settings) {
            let found = try run(batch.map { crops[$0] }, in: picture)
            for (place, reading) in zip(batch, found) { readings[place] = reading }
        }
        return readings
    }

    /// Places of `widths` put together by like width, the widest of each batch last.
    static func batches(of widths: [Int], settings: PPOCRSettings.Recognition) -> [[Int]] {
        var batches: [[Int]] = []
        for place in widths.indices.sorted(by: { widths[$0] < widths[$1] }) {
            if let last = batches.last, last.count < settings.batch,
                Double(widths[place]) <= settings.padding * Double(widths[last[0]])
            {
                batches[batches.count - 1].append(place)
            } else {
                batches.append([place])
            }
        }
        return batches
    }

    private func run(_ batch: [TextCrop], in picture: Picture) throws(RecognitionError) -> [Reading] {
        let widths = batch.map { min($0.inputWidth, settings.mostWidth) }
        let widest = max(widths.max() ?? 0, settings.leastWidth)
        let stride = (widest + settings.widthStep - 1) / settings.widthStep * settings.widthStep
        let size = 3 * TextCrop.inputHeight * stride
        input.clear(count: batch.count * size)
        for (place, crop) in batch.enumerated() {
            crop.write(to: input.buffer.baseAddress! + place * size, columns: widths[place], stride: stride, from: picture)
        }
        let decoder = decoder
        return try session.run(input.buffer, shape: [batch.count, 3, TextCrop.inputHeight, stride]) {
            values, shape throws(RecognitionError) in
            guard shape.count == 3, shape[0] == batch.count, shape[2] == decoder.classCount else {
                throw .engine("recognition output does not fit the dictionary")
            }
            let length = shape[1] * shape[2]
            return batch.indices.map { place in
                let steps = UnsafeBufferPointer(rebasing: values[(place * length)..<((place + 1) * length)])
                let (text, confidence) = decoder.text(of: steps, steps: shape[1])
                return Reading(text: text, confidence: confidence)
            }
        }
    }
}
