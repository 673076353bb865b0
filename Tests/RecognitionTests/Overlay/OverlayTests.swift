import Foundation
import Recognition
import Testing

@Suite("Overlays")
struct OverlayTests {
    private let mark = OverlayMark(quad: [20, 30, 80, 30, 80, 50, 20, 50], label: "name <1> & \"x\"\u{202E}\u{7}", severity: .warning)
    private var paper: Picture { Picture(width: 100, height: 80, pixels: [UInt8](repeating: 255, count: 24_000)) }

    @Test("a PNG shows the page with its marks in the colour of their severity", arguments: OverlayMark.Severity.allCases)
    func png(_ severity: OverlayMark.Severity) throws {
        let mark = OverlayMark(quad: mark.quad, label: "", severity: severity)
        let page = try #require(PictureDecoder().pages(of: Overlay.png(paper, marks: [mark])).first)
        let colours: [OverlayMark.Severity: [UInt8]] = [.field: [0, 122, 61], .warning: [201, 110, 0], .error: [200, 0, 30]]
        #expect(page.colour(80, 40) == colours[severity])
        #expect(page.colour(50, 50) == colours[severity])
        #expect(page.colour(50, 40) == [255, 255, 255])
    }

    @Test("marks outside the page, or nowhere, are cut off")
    func outside() throws {
        let quads: [[Float]] = [
            [-50, -50, 500, -50, 500, 500, -50, 500], [.nan, .infinity, 1e30, -1e30, 0, 0, 0, 0], [99, 79, 99, 79, 99, 79, 99, 79],
        ]
        let marks = quads.map { OverlayMark(quad: $0, label: "", severity: .error) }
        let page = try #require(PictureDecoder().pages(of: Overlay.png(paper, marks: marks)).first)
        #expect((page.width, page.height) == (100, 80))
        #expect(Overlay.svg(of: Pictures.png(paper), page: PageSize(width: 100, height: 80), marks: marks)?.contains("nan") == false)
    }

    @Test("more marks than fit are still drawn")
    func many() throws {
        let small = Picture(width: 16, height: 16, pixels: [UInt8](repeating: 255, count: 768))
        let bytes = try Overlay.png(small, marks: Array(repeating: mark, count: 120))
        #expect(try PictureDecoder().pages(of: bytes).count == 1)
    }

    @Test("an SVG holds the scan, the boxes and the labels, well formed and without markup of strangers")
    func svg() throws {
        let text = try #require(Overlay.svg(of: Pictures.png(paper), page: PageSize(width: 100, height: 80), marks: [mark]))
        #expect(text.contains(#"points="20,30 80,30 80,50 20,50""#))
        #expect(text.contains("name &lt;1&gt; &amp; &quot;x&quot;</text>"))
        #expect(text.contains(##"fill="#c96e00""##))
        let start = try #require(text.range(of: "data:image/png;base64,")?.upperBound)
        let scan = try #require(Data(base64Encoded: String(text[start...].prefix { $0 != "\"" })))
        #expect(Array(scan) == Pictures.png(paper))
        #expect(text.hasPrefix("<svg xmlns=") && text.hasSuffix("</svg>"))
        #expect(!text.contains("style=") && !text.contains("<script"))
    }

    @Test("what a browser would show otherwise is not embedded")
    func notEmbedded() {
        let page = Pictures.quarters(), size = PageSize(width: 32, height: 24)
        #expect(Overlay.svg(of: Pictures.withOrientation(6, Pictures.jpeg(page)), page: size, marks: []) == nil)
        #expect(Overlay.svg(of: Pictures.tiff(page), page: size, marks: []) == nil)
        #expect(Overlay.svg(of: Array("%PDF-1.4".utf8), page: size, marks: []) == nil)
        #expect(Overlay.svg(of: Pictures.jpeg(page), page: size, marks: []) != nil)
    }
}
