internal import TextAnalysis

/// Which documents a text may hold: the evidence of its words and the n-gram classifier together.
struct TypeChooser {
    let reader: DocumentReader

    /// A document that the text may hold, and how likely it is one of a known type at all.
    struct Proposal {
        let segment: Segmenter.Segment
        /// From the n-gram classifier, from 0 to 1.
        let inScope: Float
    }

    func proposals(
        _ page: PageText, _ witnesses: [[TypeEvidence.Witness]], _ work: inout DocumentReader.Workspace
    ) -> [Proposal] {
        let segments = Segmenter(typeCount: reader.types.count).segments(witnesses)
        guard let classifier = reader.classifier else { return segments.map { Proposal(segment: $0, inScope: 0.7) } }
        return segments.map { segment in
            let (guesses, inScope) = classify(page, segment.lines, classifier, &work)
            return Proposal(segment: choose(segment, guesses, classifier, witnesses), inScope: inScope)
        }
    }

    private func classify(
        _ page: PageText, _ lines: Range<Int>, _ classifier: TextClassifier, _ work: inout DocumentReader.Workspace
    ) -> (guesses: [TextClassifier.Guess], inScope: Float) {
        var text = ""
        for line in lines {
            text += page.spaced(page.lines[line])
            text += "\n"
        }
        work.text.assign(text)
        guard var scoring = work.scoring.take() else { return ([], 1) }
        let evidence = classifier.score(work.text, &scoring)
        let guesses = classifier.best(3, scoring), inScope = classifier.calibration.inScope(evidence)
        work.scoring = scoring
        return (guesses, inScope)
    }

    /// The classifier chooses among types for which there is evidence; the evidence decides where it is clear.
    private func choose(
        _ segment: Segmenter.Segment, _ guesses: [TextClassifier.Guess], _ classifier: TextClassifier, _ witnesses: [[TypeEvidence.Witness]]
    ) -> Segmenter.Segment {
        var sums = [Float](repeating: 0, count: reader.types.count), seen: Set<Int> = []
        for line in segment.lines {
            for witness in witnesses[line] where seen.insert(witness.word << 8 | witness.type).inserted {
                sums[witness.type] += witness.weight
            }
        }
        var best = segment.type, bestScore = -Float.infinity, second = -Float.infinity
        for (type, sum) in sums.enumerated() {
            let name = reader.types[type].name
            let score = sum + 4 * (guesses.first { classifier.labels[$0.label] == name }?.probability ?? 0)
            if score > bestScore { second = bestScore; bestScore = score; best = type } else if score > second { second = score }
        }
        return Segmenter.Segment(lines: segment.lines, type: best, weight: sums[best], margin: bestScore - second)
    }

    /// Whether a proposal is a document: what was read from it counts beside its words, since a mention of a paper has
    /// its words and a blank form has its labels, but neither has its values.
    static func accepts(_ proposal: Proposal, _ document: Document) -> Bool {
        let read = document.fields.filter { !$0.isDerived }, firm = read.filter { $0.confidence >= 0.6 }.count
        guard !read.isEmpty else { return false }
        let weight = proposal.segment.weight
        guard proposal.inScope >= Limit.doubt || weight >= Limit.plainWords && firm >= Limit.plainFields else { return false }
        return 4 * proposal.inScope + 0.3 * min(weight, 10) + 0.4 * Float(min(firm, 5)) + 0.1 * Float(min(read.count, 8)) >= Limit.total
    }

    /// Chosen on the samples of the type files and the texts that are no document.
    private enum Limit {
        static let doubt: Float = 0.02
        static let plainWords: Float = 14
        static let plainFields = 6
        static let total: Float = 3.5
    }
}
