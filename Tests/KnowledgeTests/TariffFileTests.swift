import PowerDomain
import Testing

@testable import Knowledge

@Suite("Figures that replies quote")
struct TariffFileTests {
    @Test("the reader of quoted figures takes files with schedules and worked bills without a finding", arguments: TariffFiles.all.indices)
    func read(index: Int) throws {
        let (path, text) = TariffFiles.all[index]
        var problem: Finding?
        let file = try #require(YAMLFile(text, path: path, problem: &problem))
        let name = path.split(separator: "/").last?.dropLast(".yaml".count) ?? ""
        let source = try #require(TariffFile(file: file).read(expectedRegion: String(name)))
        #expect(problem == nil && file.findings.isEmpty)
        #expect(!source.blocks.isEmpty && source.blocks.allSatisfy { !$0.figures.isEmpty })
    }
}
