import PowerDomain
import Testing

@Suite("The tiers as a chart in text")
struct TierChartTests {
    private static let words = TierChart.Words(tier: { "第\($0)档" }, above: "以上", unit: "度")

    private static func share(_ number: Int, _ lower: Int, _ upper: Int?, before: Int, _ energy: Int) -> TierShare {
        TierShare(
            number: number, lower: Energy(kilowattHours: lower), upper: upper.map { Energy(kilowattHours: $0) },
            before: Energy(kilowattHours: before), energy: Energy(kilowattHours: energy), increment: .zero)
    }

    @Test("bars are in proportion and begin in one column")
    func bars() {
        let shares = [
            Self.share(1, 0, 260, before: 0, 260), Self.share(2, 260, 600, before: 0, 130), Self.share(3, 600, nil, before: 0, 0),
        ]
        #expect(
            TierChart(shares, words: Self.words).lines(columns: 8) == [
                "第1档  0-260    260 度  ████████",
                "第2档  260-600  130 度  ████",
                "第3档  600以上    0 度",
            ])
    }

    @Test("earlier use is lighter, little use is still seen, and no bar is longer than asked")
    func earlier() {
        let shares = [Self.share(1, 0, 3000, before: 2999, 1), Self.share(2, 3000, nil, before: 0, 1)]
        #expect(
            TierChart(shares, words: Self.words).lines(columns: 5) == [
                "第1档  0-3000    1 度  ░░░░█",
                "第2档  3000以上  1 度  █",
            ])
    }
}
