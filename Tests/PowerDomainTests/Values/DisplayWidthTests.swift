import PowerDomain
import Testing

@Suite("Columns of a terminal")
struct DisplayWidthTests {
    @Test(
        "Chinese characters and full-width signs take two columns, marks none",
        arguments: [("abc", 3), ("第一档", 6), ("１２，。", 8), ("e\u{301}", 1), ("度 kWh", 6), ("", 0), ("𠮷", 2), ("한", 2), ("é–", 2)])
    func width(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

    @Test("padding counts columns, not characters")
    func padding() {
        #expect(DisplayWidth.padded("电价", to: 6) == "电价  ")
        #expect(DisplayWidth.rightAligned("度", to: 4) == "  度")
        #expect(DisplayWidth.padded("电价表", to: 2) == "电价表")
    }
}
