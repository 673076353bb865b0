package import Dialogue
internal import JSONText
package import LanguageUnderstanding
package import PowerDomain
package import TextAnalysis

/// What a run works with: the classifier and the replies of one version.
package struct KnowledgeBase: Sendable {
    package let version: String
    package let fingerprint: String
    package let classifier: IntentClassifier
    package let book: ReplyBook
    package let flows: FlowBook
    package let orderLimits: OrderLimits
    /// Names of the regions that have figures, `national` among them.
    package let regionNames: [String: Wording]
    /// Topics by region for which no source was found.
    package let notOnRecord: [String: [String]]

    /// What `knowledge.json` holds.
    struct Contents: Sendable {
        let fingerprint: String
        let rules: PatternRules
        let lexicon: ConceptLexicon
        let book: ReplyBook
        let flows: FlowBook
        let orderLimits: OrderLimits
        let regionNames: [String: Wording]
        let notOnRecord: [String: [String]]
    }

    package enum LoadError: Error, Hashable, Sendable {
        case missing(String), damaged(String), model(NGramModel.FileError)
    }

    /// From the bytes of a version's two files.
    package init(version: String, knowledge: [UInt8], weights: ModelBytes) throws(LoadError) {
        guard let document = try? JSONReader.read(knowledge[...]), let contents = CompiledKnowledge.read(document.value) else {
            throw .damaged("knowledge of version \(version)")
        }
        try self.init(version: version, contents: contents, model: weights)
    }

    /// Puts the two files of a version together; they must be of the same data.
    init(version: String, contents: Contents, model bytes: ModelBytes) throws(LoadError) {
        let model: NGramModel
        do throws(NGramModel.FileError) { model = try NGramModel(bytes) } catch { throw .model(error) }
        guard model.header.fingerprint == contents.fingerprint else { throw .damaged("weights and knowledge are of different data") }
        self.version = version
        fingerprint = contents.fingerprint
        classifier = IntentClassifier(rules: contents.rules, ngrams: TextClassifier(model: model, lexicon: contents.lexicon))
        book = contents.book
        flows = contents.flows
        orderLimits = contents.orderLimits
        regionNames = contents.regionNames
        notOnRecord = contents.notOnRecord
    }
}
