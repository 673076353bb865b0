import ArgumentParser
import Foundation
import JSONText
import Knowledge
import LanguageUnderstanding
import PowerDomain
import TextAnalysis

/// `powerhall evaluate`.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Scores labelled sentences (CONTRACT §1: what is counted).")

    @OptionGroup var common: CommonOptions
    @Argument(help: "TSV files with the columns label and text (a header names them; lang and style are optional).")
    var files: [String] = []
    @Option(name: .customLong("train"), help: "Train on this TSV in memory first (may repeat).") var trainingFiles: [String] = []
    @Option(name: .customLong("cross-validate"), help: "Score intents/ itself in K parts, each by a model without it.")
    var parts: Int?
    @Option(help: "A file of labels, one a line: only lines with these are kept.") var labels: String?
    @Option(name: .customLong("min-accuracy"), help: "End with 1 if the accuracy is below this share.") var minimum: Double?
    @Option(help: "Write the confusion matrix as SVG.") var plot: String?
    @Flag(help: "Print one JSON object.") var json = false
    @Flag(help: "Patterns and n-grams only (there is no other view yet).") var fast = false

    mutating func validate() throws {
        if parts == nil, files.isEmpty { throw ValidationError("name at least one TSV file, or --cross-validate K") }
        if let parts, !(2...50).contains(parts) { throw ValidationError("--cross-validate takes 2 to 50 parts") }
        if let minimum, !(0...1).contains(minimum) { throw ValidationError("--min-accuracy takes a share from 0 to 1") }
    }

    func run() throws {
        let started = Date()
        let scorecard: Scorecard
        if let parts {
            scorecard = crossValidate(parts)
        } else {
            var lines: [LabelledLine] = []
            for file in files { lines += try LabelledLine.read(file) }
            if let labels { lines = try LabelledLine.keep(lines, labels) }
            scorecard = trainingFiles.isEmpty ? try scoreActive(lines) : try scoreTrained(lines)
        }
        let report = EvaluationReport(scorecard: scorecard, seconds: Date().timeIntervalSince(started))
        print(json ? report.json.text : report.table)
        if let plot {
            do { try Data(ConfusionPlot(scorecard).svg.utf8).write(to: URL(fileURLWithPath: plot)) } catch {
                throw fail(.cannotWrite, "cannot write '\(plot)'")
            }
        }
        if let minimum, scorecard.accuracy < minimum {
            throw fail(.checkFailed, "accuracy \(scorecard.accuracy) is below \(minimum)")
        }
    }

    /// Every author's lines by a model that has not seen that author.
    private func crossValidate(_ parts: Int) -> Scorecard {
        let training = IntentTraining(KnowledgeSource(common.folders))
        let trainer = ModelTrainer(plan: training.plan, lexicon: ConceptLexicon(training.source.lexicon))
        let samples = training.samples
        let scores = trainer.crossValidate(samples, supplement: training.supplement, folds: parts)
        let lanes = LaneScheme(training.plan, samples)
        let calibration = Calibrator(plan: training.plan, lanes: lanes).fit(samples, scores)
        return ModelTrainer.scorecard(samples, scores, lanes, calibration, training.plan)
    }

    private func scoreActive(_ lines: [LabelledLine]) throws -> Scorecard {
        let base = try ActiveKnowledge.load(common)
        var work = base.classifier.makeWorkspace()
        let request = IntentClassifier.Request(today: common.today)
        let outcomes = lines.map { line in
            let understanding = base.classifier.understand(line.text, request, &work)
            return Outcome(understanding, line)
        }
        return Scorecard(outcomes, known: Set(base.classifier.ngrams.labels + [IntentClassifier.outOfScope]))
    }

    /// Trains on other lines; orders and cost are chosen by cross-validation on them alone.
    private func scoreTrained(_ lines: [LabelledLine]) throws -> Scorecard {
        var samples: [TrainingSample] = []
        for file in trainingFiles { samples += try LabelledLine.read(file).map { TrainingSample(text: $0.text, label: $0.label) } }
        guard !samples.isEmpty else { throw fail(.badData, "the training files hold no line") }
        let background = samples.contains { $0.label == IntentClassifier.outOfScope } ? IntentClassifier.outOfScope : nil
        let bar = ProgressBar("训练 training")
        let plan = PlanSearch(samples: samples, background: background).best { bar.show($0 * 0.9) }
        let bytes = ModelTrainer(plan: plan, lexicon: .empty).train(samples, fingerprint: "evaluation")
        bar.show(1)
        guard let model = try? NGramModel(ModelBytes(bytes)) else { throw fail(.badData, "too many labels for one model") }
        let classifier = TextClassifier(model: model, lexicon: .empty)
        var work = classifier.makeWorkspace(), folded = FoldedText()
        let outcomes = lines.map { line in
            folded.assign(line.text)
            let inScope = classifier.calibration.inScope(classifier.score(folded, &work))
            let best = classifier.best(3, work), ranking = best.map { classifier.labels[$0.label] }
            let decision: Outcome.Decision =
                background != nil && inScope < classifier.calibration.scopeThreshold
                ? .reject
                : (best.first?.probability ?? 0) < classifier.calibration.clarifyThreshold || inScope < classifier.calibration.scopeDoubt
                    ? .clarify(offered: ranking) : .accept
            return Outcome(
                truth: line.labels, ranking: ranking, confidence: Double(best.first?.probability ?? 0), inScope: Double(inScope),
                decision: decision, found: Array(ranking.prefix(1)), language: line.language, style: line.style)
        }
        say(
            "chosen on the training lines: characters 1–\(plan.views.characters), words 1–\(plan.views.words), pinyin 1–\(plan.views.pinyin), C \(plan.cost)"
        )
        return Scorecard(outcomes, known: Set(classifier.labels + [IntentClassifier.outOfScope]))
    }
}

extension Outcome {
    init(_ understanding: Understanding, _ line: LabelledLine) {
        let isRejected = understanding.intent == IntentClassifier.outOfScope
        let guesses = understanding.alternatives.map(\.intent)
        let ranking = isRejected ? guesses : [understanding.intent] + guesses
        let confidence = isRejected ? understanding.alternatives.first?.confidence ?? 0 : understanding.confidence
        let decision: Decision =
            switch understanding.decision {
            case .accept: .accept
            case .clarify: .clarify(offered: Array(ranking.prefix(3)))
            case .reject: .reject
            }
        self.init(
            truth: line.labels, ranking: ranking, confidence: Double(confidence), inScope: Double(understanding.evidence.inScope),
            decision: decision, found: understanding.intents, language: line.language, style: line.style)
    }
}
