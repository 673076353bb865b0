/// Tells text that stands on its head from upright text: PP-OCR direction network v2.
final class DirectionClassifier {
    private let session: OnnxSession
    private let input = PlanarInput()

    /// Width of the network's input; wider text is squeezed into it.
    private static let inputWidth = 192
    private static let batch = 6
    /// How sure the network must be before text is turned.
    private static let certainty: Float = 0.9

    init(session: OnnxSession) {
        self.session = session
    }

    /// For each crop whether it stands on its head.
    func areOnTheirHead(_ crops: [TextCrop], in picture: Picture) throws(RecognitionError) -> [Bool] {
        var answers: [Bool] = []
        while answers.count < crops.count {
            let batch = crops[answers.count..<min(answers.count + Self.batch, crops.count)]
            answers += try classify(batch, in: picture)
        }
        return answers
    }

    private func classify(_ batch: ArraySlice<TextCrop>, in picture: Picture) throws(RecognitionError) -> [Bool] {
        let size = 3 * TextCrop.inputHeight * Self.inputWidth
        input.clear(count: batch.count * size)
        for (place, crop) in batch.enumerated() {
            crop.write(
                to: input.buffer.baseAddress! + place * size, columns: min(crop.inputWidth, Self.inputWidth),
                stride: Self.inputWidth, from: picture)
        }
        let count = batch.count
        return try session.run(input.buffer, shape: [count, 3, TextCrop.inputHeight, Self.inputWidth]) {
            values, shape throws(RecognitionError) in
            guard shape == [count, 2] else { throw .engine("direction output of an unexpected shape") }
            return (0..<count).map { values[2 * $0 + 1] > Self.certainty }
        }
    }
}
