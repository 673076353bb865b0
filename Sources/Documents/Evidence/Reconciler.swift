internal import PowerDomain

/// On a page without order, values of one shape are told apart by what must hold between them: the later reading is the
/// larger one, a certificate is issued after what it certifies, the identity belongs to the birth.
struct Reconciler {
    let definition: DocumentType
    let candidates: [FieldExtractor.Candidate]

    func reconcile(_ chosen: inout [Int: FieldExtractor.Choice]) {
        fitReadings(&chosen)
        for (less, more) in Self.ascending { order(less, more, &chosen) }
        fitIdentities(&chosen)
        fitAgent(&chosen)
    }

    /// Where a company gives the power, the one identity number is the agent's, and the giver's name is a company's.
    private func fitAgent(_ chosen: inout [Int: FieldExtractor.Choice]) {
        if let name = index("principal_name"), let code = index("principal_uscc"), chosen[code] != nil,
            let company = candidates.filter({ $0.field == name && $0.reading.value.count > 4 && $0.reading.score > 1.5 }).max(by: {
                $0.score < $1.score
            })
        {
            chosen[name] = FieldExtractor.Choice(candidate: company)
        }
        guard let principal = index("principal_id"), let agent = index("agent_id"), let code = index("principal_uscc"), chosen[code] != nil,
            chosen[agent] == nil, let number = chosen[principal]
        else { return }
        chosen[agent] = moved(number, to: agent)
        chosen[principal] = nil
    }

    /// Fields of one shape of which the first is never more than the second.
    private static let ascending = [
        ("last_reading", "this_reading"), ("inner_area", "area"), ("floors", "inner_area"), ("established_date", "issue_date"),
        ("register_date", "issue_date"),
        ("issue_date", "valid_to"), ("monthly_rent", "deposit"), ("members", "monthly_amount"),
    ]

    private func index(_ name: String) -> Int? { definition.fields.firstIndex { $0.name == name } }

    private func order(_ less: String, _ more: String, _ chosen: inout [Int: FieldExtractor.Choice]) {
        guard let first = index(less), let second = index(more), let one = chosen[first], let other = chosen[second],
            definition.fields[first].shape == definition.fields[second].shape,
            Self.isMore(one.candidate.reading.value, other.candidate.reading.value)
        else { return }
        chosen[first] = moved(other, to: first)
        chosen[second] = moved(one, to: second)
    }

    private static func isMore(_ one: String, _ other: String) -> Bool {
        if let a = Double(one), let b = Double(other) { return a > b }
        return one > other
    }

    private func moved(_ choice: FieldExtractor.Choice, to field: Int) -> FieldExtractor.Choice {
        var candidate = choice.candidate
        candidate = FieldExtractor.Candidate(
            field: field, atom: candidate.atom, reading: candidate.reading, link: candidate.link, label: candidate.label)
        return FieldExtractor.Choice(candidate: candidate)
    }

    /// Two readings of which the difference is the energy.
    private func fitReadings(_ chosen: inout [Int: FieldExtractor.Choice]) {
        guard let last = index("last_reading"), let this = index("this_reading"), let energy = index("kwh") else { return }
        func options(_ field: Int) -> [(value: Double, candidate: FieldExtractor.Candidate)] {
            candidates.filter { $0.field == field && $0.reading.score > 0 }.compactMap { item in
                Double(item.reading.value).map { ($0, item) }
            }
        }
        let firsts = options(last), seconds = options(this), differences = options(energy)
        var best: (score: Float, picks: [FieldExtractor.Candidate])?
        for first in firsts {
            for second in seconds where second.value > first.value {
                for difference in differences
                where abs(second.value - first.value - difference.value) < 0.011 && difference.value != first.value {
                    let picks = [first.candidate, second.candidate, difference.candidate], score = picks.reduce(0) { $0 + $1.reading.score }
                    if score > best?.score ?? 0 { best = (score, picks) }
                }
            }
        }
        guard let best else { return }
        let taken = best.picks.map(\.reading.span)
        for (field, choice) in chosen
        where ![last, this, energy].contains(field) && taken.contains(where: { $0.overlaps(choice.candidate.reading.span) }) {
            chosen[field] = nil
        }
        for pick in best.picks { chosen[pick.field] = FieldExtractor.Choice(candidate: pick) }
    }

    /// Each holder's number has the holder's birth in it.
    private func fitIdentities(_ chosen: inout [Int: FieldExtractor.Choice]) {
        guard let firstBirth = index("holder1_birth"), let firstID = index("holder1_id"), let secondID = index("holder2_id"),
            let birth = chosen[firstBirth],
            let one = chosen[firstID], let other = chosen[secondID]
        else { return }
        let wanted = birth.candidate.reading.value
        if CivilNumber(other.candidate.reading.value)?.birth.description == wanted,
            CivilNumber(one.candidate.reading.value)?.birth.description != wanted
        {
            chosen[firstID] = moved(other, to: firstID)
            chosen[secondID] = moved(one, to: secondID)
        }
    }
}
