import Foundation
import Testing
import TestSupport

@Suite("The direction of the targets")
struct ArchitectureTests {
    /// What each target may import besides the toolchain's own modules, read from Package.swift's description.
    private static func targets() throws -> [(name: String, path: String, dependencies: Set<String>)] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "swift", "package", "--package-path", Checkout.root, "--scratch-path", Checkout.root + "/.build-describe", "describe", "--type",
            "json",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let description = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(description["targets"] as? [[String: Any]]).compactMap { target in
            guard let name = target["name"] as? String, let path = target["path"] as? String, path.hasPrefix("Sources/") else { return nil }
            let own = target["target_dependencies"] as? [String] ?? [], products = target["product_dependencies"] as? [String] ?? []
            return (name, path, Set(own + products))
        }
    }

    private static let toolchain: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Darwin", "Musl",
    ]

    @Test("no source imports a target that its own does not declare")
    func importsAreDeclared() throws {
        let targets = try Self.targets()
        #expect(targets.count >= 11)
        var undeclared: [String] = []
        for target in targets {
            for (file, modules) in try Self.imports(in: Checkout.root + "/" + target.path) {
                for module in modules where !target.dependencies.contains(module) && !Self.toolchain.contains(module) {
                    undeclared.append("\(target.name)/\(file) imports \(module)")
                }
            }
        }
        #expect(undeclared == [])
    }

    @Test("Dialogue and everything below it neither reads files nor knows Foundation")
    func lowerTargetsArePure() throws {
        for target in ["PowerDomain", "TextAnalysis", "LanguageUnderstanding", "Dialogue", "MiddleOffice", "JSONText"] {
            for (file, modules) in try Self.imports(in: Checkout.root + "/Sources/" + target) {
                #expect(!modules.contains("Foundation"), "\(target)/\(file)")
            }
        }
    }

    @Test("the four offices do not import each other")
    func officesStandSideBySide() throws {
        let offices = ["MiddleOffice", "BackOffice", "Recognition", "Knowledge"]
        for office in offices {
            for (file, modules) in try Self.imports(in: Checkout.root + "/Sources/" + office) {
                #expect(modules.isDisjoint(with: Set(offices).subtracting([office])), "\(office)/\(file)")
            }
        }
    }

    private static func imports(in folder: String) throws -> [(file: String, modules: Set<String>)] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        var found: [(file: String, modules: Set<String>)] = []
        while let name = walk.nextObject() as? String {
            guard name.hasSuffix(".swift") else { continue }
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            let modules = text.split(separator: "\n").compactMap { line -> String? in
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 2, words.indices.contains(place + 1),
                    words[..<place].allSatisfy({ ["package", "internal", "private", "@testable", "@preconcurrency"].contains($0) })
                else { return nil }
                return String(words[place + 1])
            }
            found.append((name, Set(modules)))
        }
        return found
    }
}
