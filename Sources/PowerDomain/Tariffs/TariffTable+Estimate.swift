extension TariffTable {
    /// Reckons a bill under the rules of its day, with the alternatives that the customer could choose.
    ///
    /// Throws `invalidValue` for what the rules need and the question lacks, `notOnRecord` where a rule is missing.
    package func estimate(_ question: BillQuestion) throws(TariffError) -> BillEstimate {
        let rules = inForce(in: question.region, on: question.ruleDay)
        var calculation = BillCalculation(question, rules)
        try calculation.run()
        return BillEstimate(
            lines: calculation.lines, shares: calculation.shares, sources: calculation.sources,
            alternatives: alternatives(to: question, rules))
    }

    private func alternatives(to question: BillQuestion, _ rules: RulesInForce) -> [BillEstimate.Alternative] {
        guard question.category == .resident || question.category == .lowIncome else { return [] }
        var choices: [(BillEstimate.Alternative.Label, BillQuestion)] = []
        let household = rules.rule(.largeHousehold)?.terms.largeHousehold
        if let size = question.householdSize, let household, household.extra(for: size) > .zero {
            var without = question
            without.householdSize = nil
            choices.append((.without, without))
        }
        if question.split != nil {
            var tierOnly = question
            tierOnly.split = nil
            choices.append((.tierOnly, tierOnly))
        }
        if let size = question.householdSize, let household, household.offersSharedMeter(to: size) {
            var shared = question
            shared.category = .sharedMeter
            shared.split = nil
            shared.freeEnergy = question.freeEnergy ?? (question.category == .lowIncome ? rules.rule(.lowIncome)?.terms.freeEnergy : nil)
            choices.append((.sharedMeter, shared))
        }
        return choices.compactMap { label, choice in
            var calculation = BillCalculation(choice, rules)
            // A choice whose price is not on record cannot be compared, so it is not offered.
            do throws(TariffError) { try calculation.run() } catch { return nil }
            let bill = BillEstimate(lines: calculation.lines, shares: [], sources: calculation.sources, alternatives: [])
            return BillEstimate.Alternative(label: label, total: bill.total, lines: bill.lines, sources: bill.sources)
        }
    }
}
