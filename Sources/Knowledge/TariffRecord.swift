package import PowerDomain

/// All files of `models/tariffs` together: the rules, the worked bills, and what is wrong in them.
package struct TariffRecord: Sendable {
    package let table: TariffTable
    package let examples: [WorkedBill]
    package private(set) var findings: [Finding] = []

    /// From the files' texts; `path` is the place below the checkout.
    package init(files: [(path: String, text: String)]) {
        var chapters: [TariffTable.Chapter] = [], examples: [WorkedBill] = [], findings: [Finding] = []
        for (path, text) in files {
            var problem: Finding?
            let file = YAMLFile(text, path: path, problem: &problem)
            if let problem { findings.append(problem) }
            guard let file else { continue }
            let schedules = TariffScheduleFile(file: file)
            if let chapter = schedules.chapter() { chapters.append(chapter) }
            examples += schedules.examples()
            findings += file.findings
        }
        table = TariffTable(chapters)
        self.examples = examples
        self.findings = findings + Self.check(table, chapters, examples)
    }

    /// Every region has worked bills, the rules come to the same as all of them, and price lists agree with the tiers.
    private static func check(_ table: TariffTable, _ chapters: [TariffTable.Chapter], _ examples: [WorkedBill]) -> [Finding] {
        let proved = Set(examples.compactMap { $0.question["region"] })
        let unproved = chapters.filter { $0.name != TariffTable.national && !proved.contains($0.name) }
        return unproved.map { Finding(place($0), 0, "there is no worked bill under 'examples'") }
            + chapters.flatMap { prices(of: $0, in: table) } + examples.compactMap { $0.finding(in: table) }
    }

    /// A list that prints a price for each tier must say the base price plus the increments in force.
    private static func prices(of chapter: TariffTable.Chapter, in table: TariffTable) -> [Finding] {
        guard let region = Region(rawValue: chapter.name) else { return [] }
        return (chapter.rules[.residentPrice] ?? []).compactMap { rule in
            guard let base = rule.terms.price, let day = rule.begins,
                let tiers = table.inForce(in: region, on: day).rule(.residentTier)?.terms.tiers
            else { return nil }
            let expected = tiers.increments.map { base + $0 }
            guard rule.terms.tierPrices != expected else { return nil }
            let printed = rule.terms.tierPrices.map(\.description).joined(separator: ", ")
            let reckoned = expected.map(\.description).joined(separator: ", ")
            return Finding(place(chapter), 0, "the prices \(printed) are not the base price plus the increments, \(reckoned)")
        }
    }

    private static func place(_ chapter: TariffTable.Chapter) -> String { "models/tariffs/\(chapter.name).yaml" }
}
