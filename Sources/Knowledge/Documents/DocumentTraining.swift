internal import Documents
internal import JSONText
package import TextAnalysis

/// Trains the classifier of document types from the samples in their files: the platform's second model.
package struct DocumentTraining {
    package let source: DocumentSource

    package init(_ source: DocumentSource) { self.source = source }

    /// The settings, chosen by cross-validation over authors.
    static let plan = TrainingPlan(
        views: FeatureViews(characters: 2, words: 1, pinyin: 0, concepts: 0, pinyinWeight: 0, conceptWeight: 0),
        background: Document.unknownType, detectors: [], cost: 2, evenness: 0.3, epochs: 12, minimumDocuments: 2, maximumFeatures: 12_000,
        backgroundIsNegative: true, falseRejects: 0.005, falseDoubts: 0.01, folds: 4)

    /// All samples. Each type is mostly one author's, so that parts are dealt out of each: neighbours, which may share a
    /// layout, stay together.
    package var samples: [TrainingSample] {
        var samples: [TrainingSample] = []
        func part(_ index: Int) -> String { "part\(index / 2 % Self.plan.folds)" }
        for type in source.types {
            for (index, sample) in type.samples.enumerated() {
                samples.append(TrainingSample(text: sample.text, label: type.name, author: part(index)))
            }
        }
        for (index, other) in source.others.enumerated() {
            samples.append(
                TrainingSample(
                    text: other.text, label: Document.unknownType, kind: Document.unknownType + "/" + other.kind, author: part(index)))
        }
        return samples
    }

    package struct Product: Sendable {
        package let version: String
        package let weights: [UInt8]
        package let knowledge: [UInt8]
        package let card: String

        package func base() throws(KnowledgeBase.LoadError) -> DocumentBase {
            try DocumentBase(version: version, knowledge: knowledge, weights: ModelBytes(weights))
        }
    }

    package func run() -> Product {
        let trainer = ModelTrainer(plan: Self.plan, lexicon: .empty)
        let samples = samples
        let (weights, heldOut) = trainer.trainScoring(samples, fingerprint: source.fingerprint)
        var writer = JSONWriter()
        writer.write(CompiledDocuments.json(source))
        return Product(
            version: ModelFolder.version(of: source.fingerprint), weights: weights, knowledge: writer.bytes,
            card: card(samples, heldOut, weights.count))
    }

    private func card(_ samples: [TrainingSample], _ heldOut: Scorecard, _ size: Int) -> String {
        var lines = [
            "# Written by `powerhall train`; do not edit. Scores: each author's samples by a model that has not seen that author.",
            "model: document_types", "version: \(ModelFolder.version(of: source.fingerprint))", "format: \(CompiledDocuments.format)",
            "fingerprint: '\(source.fingerprint)'", "bytes: \(size)", "data:", "  types: \(source.types.count)",
            "  samples: \(samples.count)",
            "  other_texts: \(source.others.count)", "scores:", "  accuracy: \(ModelCard.rounded(heldOut.accuracy))",
        ]
        if let outside = heldOut.outOfScope {
            lines.append("  unknown_auroc: \(ModelCard.rounded(outside.auroc))")
            lines.append("  unknown_recall: \(ModelCard.rounded(outside.recall))")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
