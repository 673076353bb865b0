import Foundation
import Knowledge
import TextAnalysis
import Testing
import TestSupport

@Suite("Training and versions")
struct TrainingTests {
    @Test("the same data give the same bytes")
    func trainingIsDeterministic() {
        let again = Checkout.training.run()
        #expect(again.weights == Checkout.product.weights)
        #expect(again.knowledge == Checkout.product.knowledge)
        #expect(again.card == Checkout.product.card)
    }

    @Test("the model takes at most 4 MB")
    func modelIsSmall() {
        #expect(Checkout.product.weights.count <= 4_000_000)
    }

    @Test("a version is written whole, made active, loaded again, and damage is refused")
    func versionsAreKept() throws {
        try Scratch.use { folder in
            let models = ModelFolder(models: folder, name: "intents"), product = Checkout.product
            try models.write(product.version, weights: product.weights, knowledge: product.knowledge, card: product.card)
            #expect(models.active() == product.version)
            #expect(models.versions() == [product.version])
            #expect(try models.load(product.version).fingerprint == Checkout.source.fingerprint)
            let weights = "\(models.path)/\(product.version)/\(ModelFolder.weightsFile)"
            try Data(product.weights.dropLast(1000)).write(to: URL(fileURLWithPath: weights))
            #expect(throws: KnowledgeBase.LoadError.self) { try models.load(product.version) }
            var bytes = product.weights
            bytes[bytes.count / 2] ^= 1
            try Data(bytes).write(to: URL(fileURLWithPath: weights))
            #expect(throws: KnowledgeBase.LoadError.model(.checksum)) { try models.load(product.version) }
        }
    }

    @Test("weights and knowledge of different data are not put together")
    func mixedVersionsAreRefused() throws {
        let other = ModelTrainer(plan: Checkout.training.plan, lexicon: .empty)
            .train(Array(Checkout.training.samples.prefix(400)), fingerprint: "other")
        #expect(throws: KnowledgeBase.LoadError.self) {
            try KnowledgeBase(version: "x", knowledge: Checkout.product.knowledge, weights: ModelBytes(other))
        }
    }

    @Test("the fingerprint changes with any file")
    func fingerprintFollowsTheData() throws {
        try Scratch.use { folder in
            let intents = folder + "/intents", models = folder + "/models"
            try FileManager.default.createDirectory(atPath: intents, withIntermediateDirectories: true)
            try FileManager.default.createDirectory(atPath: models, withIntermediateDirectories: true)
            let folders = KnowledgeFolders(intents: intents, models: models)
            try "a: 1\n".write(toFile: intents + "/a.yaml", atomically: true, encoding: .utf8)
            let first = folders.fingerprint()
            #expect(folders.fingerprint() == first)
            try "a: 2\n".write(toFile: intents + "/a.yaml", atomically: true, encoding: .utf8)
            let second = folders.fingerprint()
            try "b: 1\n".write(toFile: models + "/b.yaml", atomically: true, encoding: .utf8)
            #expect(Set([first, second, folders.fingerprint()]).count == 3)
        }
    }
}
