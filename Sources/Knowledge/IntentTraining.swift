internal import Dialogue
internal import JSONText
internal import LanguageUnderstanding
internal import PowerDomain
package import TextAnalysis

/// Trains the intent model from the data: which sentences, with which settings.
package struct IntentTraining {
    package let source: KnowledgeSource
    package let plan: TrainingPlan

    package init(_ source: KnowledgeSource) {
        self.source = source
        plan = Self.plan
    }

    /// The settings, chosen by cross-validation over authors (`make bench`); the card of each version lists them.
    package static let plan = TrainingPlan(
        views: FeatureViews(characters: 2, words: 2, pinyin: 2, concepts: 2, pinyinWeight: 0.7, conceptWeight: 1),
        background: IntentClassifier.outOfScope,
        detectors: [
            .init(
                name: IntentClassifier.dangerDetectorName,
                positives: [IntentClassifier.electricShock, IntentClassifier.hazardReport]),
            .init(name: "oos/unserved", positives: ["oos/unserved"]),
            .init(name: "oos/other_utility", positives: ["oos/other_utility"]),
        ],
        cost: 2, evenness: 0.5, epochs: 12, minimumDocuments: 2, maximumFeatures: 36_000, backgroundIsNegative: true,
        falseRejects: 0.012, falseDoubts: 0.04, folds: 6)

    /// All sentences that are trained on, with their authors.
    package var samples: [TrainingSample] {
        var samples: [TrainingSample] = []
        for intent in source.intents {
            let isOutside = intent.id == IntentClassifier.outOfScope
            let label = intent.isServed ? intent.id : IntentClassifier.outOfScope
            let kind = isOutside ? "oos/near_miss" : intent.isServed ? nil : "oos/unserved"
            for example in intent.examples {
                samples.append(TrainingSample(text: example.text, label: label, kind: kind, author: example.author))
            }
            for item in intent.kinds {
                for example in item.examples {
                    samples.append(TrainingSample(text: example.text, label: label, kind: "oos/\(item.name)", author: example.author))
                }
            }
        }
        return samples
    }

    /// Titles of the intents in all languages: trained on, not calibrated on.
    package var supplement: [TrainingSample] {
        source.served.flatMap { intent in
            Set(intent.titles.values).union([intent.title]).sorted().map { TrainingSample(text: $0, label: intent.id) }
        }
    }

    /// A version: its weights, its compiled knowledge and its card.
    package struct Product: Sendable {
        package let version: String
        package let weights: [UInt8]
        package let knowledge: [UInt8]
        package let card: String

        /// The knowledge that a run would load from this version's files.
        package func base() throws(KnowledgeBase.LoadError) -> KnowledgeBase {
            try KnowledgeBase(version: version, knowledge: knowledge, weights: ModelBytes(weights))
        }
    }

    package func run(onProgress: @escaping (Double) -> Void = { _ in }) -> Product {
        var trainer = ModelTrainer(plan: plan, lexicon: ConceptLexicon(source.lexicon))
        trainer.onProgress = onProgress
        let samples = samples
        let (weights, heldOut) = trainer.trainScoring(samples, supplement: supplement, fingerprint: source.fingerprint)
        var writer = JSONWriter()
        writer.write(CompiledKnowledge.json(source))
        return Product(
            version: ModelFolder.version(of: source.fingerprint), weights: weights, knowledge: writer.bytes,
            card: ModelCard(training: self, samples: samples, heldOut: heldOut, size: weights.count).yaml)
    }
}

/// Describes a version for people: data, settings, and scores on authors that the scoring model had not seen.
struct ModelCard {
    let training: IntentTraining
    let samples: [TrainingSample]
    let heldOut: Scorecard
    let size: Int

    var yaml: String {
        let plan = training.plan, views = plan.views
        let byLanguage = Dictionary(grouping: training.source.intents.flatMap(\.examples), by: \.language).mapValues(\.count)
        var lines = [
            "# Written by `powerhall train`; do not edit. Scores: every author's lines by a model that has not seen that author.",
            "model: intents",
            "version: \(ModelFolder.version(of: training.source.fingerprint))",
            "format: \(CompiledKnowledge.format)",
            "fingerprint: '\(training.source.fingerprint)'",
            "bytes: \(size)",
            "data:",
            "  intents: \(training.source.served.count)",
            "  sentences: \(samples.count)",
            "  out_of_scope: \(samples.count { $0.label == plan.background })",
            "  authors: \(Set(samples.map(\.author)).subtracting([""]).count)",
            "  by_language: {\(byLanguage.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}",
            "settings:",
            "  views: {characters: \(views.characters), words: \(views.words), pinyin: \(views.pinyin), concepts: \(views.concepts)}",
            "  view_weights: {words: \(views.wordWeight), pinyin: \(views.pinyinWeight), concepts: \(views.conceptWeight)}",
            "  cost: \(plan.cost)",
            "  evenness: \(plan.evenness)",
            "  epochs: \(plan.epochs)",
            "  minimum_documents: \(plan.minimumDocuments)",
            "  maximum_features: \(plan.maximumFeatures)",
            "  folds_by_author: \(plan.folds)",
            "scores:",
        ]
        func add(_ name: String, _ value: Double) { lines.append("  \(name): \(Self.rounded(value))") }
        add("accuracy", heldOut.accuracy)
        add("top3", heldOut.top3)
        add("macro_f1", heldOut.macroF1)
        add("accuracy_decided", heldOut.accuracyDecided)
        add("calibration_error", heldOut.calibrationError)
        if let outside = heldOut.outOfScope {
            add("oos_auroc", outside.auroc)
            add("oos_recall", outside.recall)
            add("oos_false_rejects", outside.falseRejects)
            add("oos_recall_at_5_percent", outside.recallAt5Percent)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func rounded(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
