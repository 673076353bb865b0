import ArgumentParser
import Foundation
import Knowledge
import MiddleOffice
import PowerDomain
import TextAnalysis

/// The knowledge that a run works with; a stale version is noticed and made anew.
enum ActiveKnowledge {
    static let model = "intents"

    static func load(_ common: CommonOptions) throws -> KnowledgeBase {
        let folders = common.folders, isIntentsGiven = common.isIntentsGiven
        let folder = ModelFolder(models: folders.models, name: model)
        guard FileManager.default.fileExists(atPath: folders.models) else {
            throw fail(.noInput, "there is no folder '\(folders.models)'; name one with --models")
        }
        let hasSources = FileManager.default.fileExists(atPath: folders.intents)
        if !hasSources, isIntentsGiven { throw fail(.noInput, "there is no folder '\(folders.intents)'; name one with --intents") }
        guard hasSources else {
            guard let active = folder.active() else {
                throw fail(
                    .noInput,
                    "no data in '\(folders.intents)' and no trained model in '\(folder.path)'; name them with --intents and --models")
            }
            return try load(active, folder)
        }
        let fingerprint = folders.fingerprint()
        let version = ModelFolder.version(of: fingerprint)
        if folder.active() == version, let base = try? folder.load(version), base.fingerprint == fingerprint { return base }
        say("The model does not belong to the data in \(folders.intents); training anew.")
        try train(folders)
        return try load(version, folder)
    }

    private static func load(_ version: String, _ folder: ModelFolder) throws -> KnowledgeBase {
        do throws(KnowledgeBase.LoadError) {
            return try folder.load(version)
        } catch {
            switch error {
            case .missing(let path): throw fail(.noInput, "'\(path)' is missing; run `powerhall train`")
            case .damaged(let path): throw fail(.badData, "'\(path)' is damaged; run `powerhall train`")
            case .model(let reason):
                throw fail(.badData, "the weights of version \(version) cannot be used (\(reason)); run `powerhall train`")
            }
        }
    }

    /// Trains and writes a version; data that cannot be read end it with their findings.
    @discardableResult
    static func train(_ folders: KnowledgeFolders) throws -> IntentTraining.Product {
        for folder in [folders.intents, folders.models] where !FileManager.default.fileExists(atPath: folder) {
            throw fail(.noInput, "there is no folder '\(folder)'")
        }
        let source = KnowledgeSource(folders)
        let errors = source.findings.filter { $0.severity == .error }
        guard errors.isEmpty else {
            for finding in errors.prefix(20) { say("\(finding)") }
            throw fail(.badData, "\(errors.count) errors in the data; `powerhall lint` lists them all")
        }
        let bar = ProgressBar("训练 training")
        let product = IntentTraining(source).run { bar.show($0) }
        do {
            try ModelFolder(models: folders.models, name: model)
                .write(product.version, weights: product.weights, knowledge: product.knowledge, card: product.card)
        } catch {
            throw fail(.cannotWrite, "cannot write below '\(folders.models)/trained': \(error.localizedDescription)")
        }
        return product
    }

    // MARK: Documents

    static let documentModel = "document_types"

    /// What papers are read with; trained anew if the data have changed.
    static func loadDocuments(_ folders: KnowledgeFolders) throws -> DocumentDesk.Equipment {
        let place = DocumentFolder(models: folders.models), folder = ModelFolder(models: folders.models, name: documentModel)
        let fingerprint = place.fingerprint(), version = ModelFolder.version(of: fingerprint)
        var base: DocumentBase?
        if folder.active() == version { base = try? folder.loadDocuments(version) }
        if base?.fingerprint != fingerprint { base = try trainDocuments(folders).base() }
        guard let base else { throw fail(.noInput, "no document types in '\(folders.models)/documents'") }
        let regions = (try? String(contentsOfFile: place.regionFile, encoding: .utf8)).flatMap { try? RegionCodes(tsv: $0) }
        return DocumentDesk.Equipment(reader: base.reader(regions), papers: base.papers)
    }

    /// Trains and writes the model of document types.
    @discardableResult
    static func trainDocuments(_ folders: KnowledgeFolders) throws -> DocumentTraining.Product {
        let source = DocumentSource(models: folders.models)
        let errors = source.findings.filter { $0.severity == .error }
        guard errors.isEmpty else {
            for finding in errors.prefix(20) { say("\(finding)") }
            throw fail(.badData, "\(errors.count) errors in the document types; `powerhall lint` lists them all")
        }
        let product = DocumentTraining(source).run()
        do {
            try ModelFolder(models: folders.models, name: documentModel)
                .write(product.version, weights: product.weights, knowledge: product.knowledge, card: product.card)
        } catch {
            throw fail(.cannotWrite, "cannot write below '\(folders.models)/trained': \(error.localizedDescription)")
        }
        return product
    }

    /// The desk that reads papers for the hall: loaded with the first paper.
    static func desk(_ common: CommonOptions, _ surroundings: Surroundings) -> DocumentDesk {
        let folders = common.folders, pictures = PictureDesk(folder: common.pretrainedFolder)
        return DocumentDesk(load: { try loadDocuments(folders) }, pictures: pictures, surroundings: surroundings)
    }
}
