/// A text with its label, for training or for scoring.
package struct TrainingSample: Hashable, Sendable {
    package var text: String
    package var label: String
    /// A finer kind within the label, which a detector may be trained on: `oos/illegal`.
    package var kind: String?
    /// Who wrote it: calibration scores lines of authors that it has not trained on. Empty: nobody in particular.
    package var author: String

    package init(text: String, label: String, kind: String? = nil, author: String = "") {
        self.text = text
        self.label = label
        self.kind = kind
        self.author = author
    }
}

/// What a model is to tell apart and how it is trained. All numbers are chosen by cross-validation.
package struct TrainingPlan: Hashable, Sendable {
    /// A yes-or-no question beside the choice of a label: is this text one of these labels or kinds?
    package struct Detector: Hashable, Sendable {
        package let name: String
        package let positives: Set<String>
        package init(name: String, positives: Set<String>) {
            self.name = name
            self.positives = positives
        }
    }

    package var views: FeatureViews
    /// Label of texts that belong to no other label; decided apart from the choice.
    package var background: String?
    package var detectors: [Detector]
    /// Cost of a margin violation (the C of a linear support vector machine with squared hinge loss).
    package var cost: Float
    /// How much rarer labels count more: 0 not at all, 1 evenly.
    package var evenness: Float
    /// Passes over the data.
    package var epochs: Int
    /// Texts in which a feature must occur.
    package var minimumDocuments: Int
    /// Most features that are kept; the strongest are.
    package var maximumFeatures: Int
    /// Whether texts of the background are counter-examples of the labels.
    package var backgroundIsNegative: Bool
    /// Share of in-scope texts that the threshold of scope may refuse.
    package var falseRejects: Double
    /// Share of in-scope texts that are refused or asked back for want of scope.
    package var falseDoubts: Double
    /// Parts of cross-validation for the calibration.
    package var folds: Int

    /// All settings in one line, the same on every run: part of the fingerprint of what is trained.
    package var summary: String {
        let asked = detectors.map { "\($0.name)=\($0.positives.sorted().joined(separator: ","))" }.joined(separator: ";")
        return "\(views) \(background ?? "-") \(asked) \(cost) \(evenness) \(epochs) \(minimumDocuments) \(maximumFeatures) "
            + "\(backgroundIsNegative) \(falseRejects) \(falseDoubts) \(folds)"
    }

    package init(
        views: FeatureViews, background: String? = nil, detectors: [Detector] = [], cost: Float = 1, evenness: Float = 0.5,
        epochs: Int = 12, minimumDocuments: Int = 2, maximumFeatures: Int = 1 << 20, backgroundIsNegative: Bool = true,
        falseRejects: Double = 0.05, falseDoubts: Double = 0.05, folds: Int = 3
    ) {
        self.views = views
        self.background = background
        self.detectors = detectors
        self.cost = cost
        self.evenness = evenness
        self.epochs = epochs
        self.minimumDocuments = minimumDocuments
        self.maximumFeatures = maximumFeatures
        self.backgroundIsNegative = backgroundIsNegative
        self.falseRejects = falseRejects
        self.falseDoubts = falseDoubts
        self.folds = folds
    }
}
