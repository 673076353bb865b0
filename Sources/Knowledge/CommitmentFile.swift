package import PowerDomain
internal import Yams

/// What `models/commitments.yaml` says.
package struct CommitmentSource: Sendable {
    package let rules: WorkOrderRules
    package let lockout: LockoutRule
}

/// Reads `models/commitments.yaml`.
package struct CommitmentFile {
    private let file: YAMLFile

    init(file: YAMLFile) { self.file = file }

    /// Reads a file's text: its rules, nil if something is missing or wrong, and all that was found.
    package static func read(_ text: String, path: String) -> (source: CommitmentSource?, findings: [Finding]) {
        var problem: Finding?
        guard let file = YAMLFile(text, path: path, problem: &problem) else { return (nil, problem.map { [$0] } ?? []) }
        let source = CommitmentFile(file: file).read()
        let isRight = !file.findings.contains { $0.severity == .error }
        return (isRight ? source : nil, file.findings)
    }

    func read() -> CommitmentSource? {
        let root = file.root
        file.expectKeys(
            root, ["commitments", "holder_check", "incident", "repeated_outage", "rating", "lockout"], in: "the file of commitments")
        var commitments: [ServiceCommitment] = []
        for (key, node) in file.mapping(root, "commitments", required: true) ?? Node.Mapping([]) {
            guard let kind = key.string, let mapping = node.mapping else {
                file.report("a commitment wants kind: {clock: …}", at: node)
                continue
            }
            if let commitment = commitment(kind, mapping) { commitments.append(commitment) }
        }
        let checked = Set(file.strings(root, "holder_check").map(\.text))
        if checked.isEmpty { file.report("'holder_check' names no kind of order") }
        guard let window = figure("incident", "window_minutes"), let count = figure("repeated_outage", "count"),
            let days = figure("repeated_outage", "days"), let lowest = figure("rating", "call_back_below"),
            let rating = file.mapping(root, "rating"), let callBack = file.string(rating, "call_back_kind"), let lockout = lockout()
        else { return nil }
        let rules = WorkOrderRules(
            commitments: commitments, holderChecked: checked, incidents: IncidentRule(windowMinutes: window),
            repeats: RepeatedOutageRule(count: count, days: days), callBackBelow: lowest, callBackKind: callBack)
        return CommitmentSource(rules: rules, lockout: lockout)
    }

    private func commitment(_ kind: String, _ mapping: Node.Mapping) -> ServiceCommitment? {
        file.expectKeys(
            mapping,
            [
                "clock", "arrival_minutes", "hours", "days", "with_external_line", "what", "met_by", "priority", "storm", "source",
                "confidence",
            ], in: "a commitment")
        guard let limit = limit(kind, mapping), let source = file.string(mapping, "source"),
            let confidence = choice(mapping, "confidence", RuleSource.Confidence.self)
        else { return nil }
        let storm = file.string(mapping, "storm", required: false)
        if let storm, storm != "withdrawn" { file.report("'storm' can only be withdrawn", at: mapping["storm"]) }
        return ServiceCommitment(
            kind, limit, what: file.string(mapping, "what", required: false),
            metBy: mapping["met_by"] == nil ? .done : choice(mapping, "met_by", OrderState.self) ?? .done,
            priority: mapping["priority"] == nil ? nil : choice(mapping, "priority", Priority.self), isWithdrawnInStorm: storm != nil,
            source: source, confidence: confidence)
    }

    private func limit(_ kind: String, _ mapping: Node.Mapping) -> ServiceCommitment.Limit? {
        let clock = file.string(mapping, "clock")
        if clock == "working_days", let days = number(mapping, "days") {
            return .workingDays(days, withExternalLine: mapping["with_external_line"] == nil ? nil : number(mapping, "with_external_line"))
        }
        if clock == "always", mapping["hours"] != nil { return number(mapping, "hours").map(ServiceCommitment.Limit.hours) }
        if clock == "always", let minutes = file.mapping(mapping, "arrival_minutes") {
            var limits: [ServiceArea: Int] = [:]
            for (key, _) in minutes {
                guard let name = key.string, let area = ServiceArea(rawValue: name) else {
                    file.report("'arrival_minutes' knows urban, rural and remote", at: key)
                    continue
                }
                limits[area] = number(minutes, name)
            }
            return limits.isEmpty ? nil : .arrival(minutes: limits)
        }
        file.report("\(kind): expected clock: working_days with days, or clock: always with hours or arrival_minutes", at: mapping["clock"])
        return nil
    }

    private func lockout() -> LockoutRule? {
        guard let first = figure("lockout", "account_first"), let minutes = figure("lockout", "account_minutes"),
            let most = figure("lockout", "account_day"), let source = figure("lockout", "source"),
            let sourceMinutes = figure("lockout", "source_minutes")
        else { return nil }
        return LockoutRule(first: first, firstMinutes: minutes, most: most, ofSource: source, sourceMinutes: sourceMinutes)
    }

    /// A number in a mapping of the outermost one.
    private func figure(_ group: String, _ name: String) -> Int? {
        file.mapping(file.root, group, required: true).flatMap { number($0, name) }
    }

    private func number(_ mapping: Node.Mapping, _ name: String) -> Int? {
        guard let text = file.string(mapping, name) else { return nil }
        guard let number = Int(text), number > 0 else {
            file.report("'\(name)' must be a whole number above zero", at: mapping[name])
            return nil
        }
        return number
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ mapping: Node.Mapping, _ name: String, _: Choice.Type
    ) -> Choice? {
        guard let text = file.string(mapping, name) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        file.report("'\(name)' is '\(text)', expected one of \(known)", at: mapping[name])
        return nil
    }
}
