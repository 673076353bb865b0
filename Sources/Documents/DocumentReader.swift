package import PowerDomain
package import TextAnalysis

/// Reads documents from the lines of any OCR engine: lines → types → fields → checks.
///
/// Immutable and shared; what a call needs besides is a `Workspace` of the calling thread.
package struct DocumentReader: Sendable {
    package let types: [DocumentType]
    package let regions: RegionCodes?
    let index: LabelIndex
    let evidence: TypeEvidence
    let values: [ValueModel]
    let classifier: TextClassifier?

    /// `classifier`: tells documents from other texts and types from one another; without it only the evidence counts.
    package init(types: [DocumentType], regions: RegionCodes?, classifier: TextClassifier?) {
        self.types = types
        self.regions = regions
        self.classifier = classifier
        index = LabelIndex(types)
        evidence = TypeEvidence(types, index)
        values = types.map { ValueModel($0.fields.map(\.values) + [$0.surroundings]) }
    }

    /// Memory that is reused from text to text.
    package struct Workspace: ~Copyable {
        let matcher = PatternMatcher()
        var text = FoldedText()
        var scoring: TextClassifier.Workspace?

        init(_ classifier: TextClassifier?) { scoring = classifier?.makeWorkspace() }
    }

    package func makeWorkspace() -> Workspace { Workspace(classifier) }

    /// What a call wants besides the lines.
    package struct Request: Sendable {
        /// What counts as today.
        package var asOf: CalendarDay
        /// The type, where it is known; nil to find out.
        package var type: String?

        package init(asOf: CalendarDay, type: String? = nil) {
            self.asOf = asOf
            self.type = type
        }
    }

    /// The documents in `lines`, in reading order; one `unknown` if there is none.
    package func read(_ lines: [PrintedLine], _ request: Request, _ work: inout Workspace) -> [Document] {
        let whole = PageText(lines)
        let page = whole.keeping(NoiseFilter.kept(whole, labelPieces: index.pieces))
        let found = proposals(of: page, request, &work).compactMap { proposal -> Document? in
            let document = document(proposal.segment, page, lines.count, request, work.matcher)
            let isGiven = request.type != nil
            return isGiven || TypeChooser.accepts(proposal, document) ? document : nil
        }
        return found.isEmpty ? [.unknown(lines.count)] : found
    }

    private func proposals(of page: PageText, _ request: Request, _ work: inout Workspace) -> [TypeChooser.Proposal] {
        guard !page.isEmpty else { return [] }
        if let wanted = request.type, let type = types.firstIndex(where: { $0.name == wanted }) {
            return [
                TypeChooser.Proposal(segment: Segmenter.Segment(lines: page.lines.indices, type: type, weight: 10, margin: 10), inScope: 1)
            ]
        }
        return TypeChooser(reader: self).proposals(page, evidence.witnesses(page, index.hits(in: page)), &work)
    }

    private func document(
        _ segment: Segmenter.Segment, _ page: PageText, _ lineCount: Int, _ request: Request, _ matcher: PatternMatcher
    ) -> Document {
        let part = segment.lines == page.lines.indices ? page : page.keeping(Array(segment.lines))
        let definition = types[segment.type]
        let shapes = ShapeReader(page: part, matcher: matcher, regions: regions)
        let extractor = FieldExtractor(
            definition, type: segment.type, index: index, page: part, hits: index.hits(in: part), shapes: shapes,
            values: values[segment.type])
        let fields = FieldWriter(extractor: extractor).fields()
        let first = part.sources.first ?? 0, last = part.sources.last ?? 0
        var document = Document(
            type: definition.name, typeConfidence: Double(min(0.99, 0.5 + segment.margin / 12)), fields: fields, issues: [],
            lines: first..<min(lineCount, last + 1))
        Derivation(definition: definition, asOf: request.asOf).complete(&document)
        document.issues = DocumentChecks(definition: definition, regions: regions, asOf: request.asOf).issues(&document)
        return document
    }
}

extension Document {
    static func unknown(_ lineCount: Int) -> Document {
        Document(type: unknownType, typeConfidence: 0.9, fields: [], issues: [], lines: 0..<lineCount)
    }
}
