internal import PowerDomain
internal import TextAnalysis

// Numbers of identity, companies, cards, permits: found by form, proved by their check.

extension ShapeReader {
    /// Runs of characters that may belong to a code, `joint` being signs that may stand inside.
    private func runs(_ span: Range<Int>, letters: Bool, joint: ScalarBits? = nil) -> [Range<Int>] {
        var runs: [Range<Int>] = [], index = span.lowerBound
        while index < span.upperBound {
            guard isCode(index, letters) else { index += 1; continue }
            var end = index
            while end < span.upperBound,
                isCode(end, letters) || (joint?.contains(key(end)) ?? false) && end + 1 < span.upperBound && isCode(end + 1, letters)
            {
                end += 1
            }
            runs.append(index..<end)
            index = end
        }
        return runs
    }

    private func isCode(_ index: Int, _ letters: Bool) -> Bool {
        let scalar = key(index)
        return scalar.isDigit || (letters && (scalar.isLetter || scalar == 0x7C || scalar == 0xD7 || scalar == 0x2A))
    }

    func identityNumber(_ span: Range<Int>) -> ShapeReading? {
        for run in runs(span, letters: true) {
            let text = page.plain(run)
            guard run.count == 18 || run.count == 15 else { continue }
            let isOld = run.count == 15
            if let number = CivilNumber(text.uppercased()) {
                let holds = isOld || IdentityNumberCheck().flaw(in: number.characters) == nil
                return ShapeReading(value: number.characters, span: run, score: holds && !isOld ? 4 : isOld ? 2.6 : 3.4, isValid: holds)
            }
            if !isOld, let repaired = LookAlikeRepair(shape: .identityNumber, rule: IdentityNumberCheck()).repaired(text) {
                return ShapeReading(value: repaired, span: run, score: 3.8, isRepaired: true)
            }
            if count(run, { $0.isDigit }) >= run.count - 2 {
                return ShapeReading(value: text.uppercased(), span: run, score: 1.6, isValid: false)
            }
        }
        // A number from which a digit was lost or to which one was added is still the number that was printed.
        for run in runs(span, letters: true) where (16...20).contains(run.count) && count(run, { $0.isDigit }) >= run.count - 2 {
            return ShapeReading(value: page.plain(run).uppercased(), span: run, score: 0.6, isValid: false)
        }
        return nil
    }

    func creditCode(_ span: Range<Int>) -> ShapeReading? {
        for run in runs(span, letters: true) {
            let text = page.plain(run).uppercased()
            if run.count == 18 {
                if CreditCode(text) != nil {
                    let holds = CreditCodeCheck().flaw(in: text) == nil
                    return ShapeReading(value: text, span: run, score: holds ? 4 : 3.4, isValid: holds)
                }
                if let repaired = LookAlikeRepair(shape: .creditCode, rule: CreditCodeCheck()).repaired(text) {
                    return ShapeReading(value: repaired, span: run, score: 3.8, isRepaired: true)
                }
                if count(run, { $0.isDigit }) >= 10 { return ShapeReading(value: text, span: run, score: 1.5, isValid: false) }
            }
            if run.count == 15, count(run, { $0.isDigit }) == 15 { return ShapeReading(value: text, span: run, score: 1.6) }
        }
        for run in runs(span, letters: true) where (17...19).contains(run.count) && count(run, { $0.isDigit }) >= 10 {
            return ShapeReading(value: page.plain(run).uppercased(), span: run, score: 0.6, isValid: false)
        }
        return nil
    }

    private static let hyphen = ScalarBits("-")

    func organizationCode(_ span: Range<Int>) -> ShapeReading? {
        for run in runs(span, letters: true, joint: Self.hyphen) where run.count == 9 || run.count == 10 {
            let text = page.plain(run).uppercased()
            guard run.count == 9 || key(run.upperBound - 2) == 0x2D else { continue }
            guard count(run, { $0.isDigit }) >= 5 else { continue }
            if OrganizationCodeCheck().flaw(in: text) == nil { return ShapeReading(value: text, span: run, score: 4) }
            let shape: CodeShape = run.count == 9 ? .organizationCode : .printedOrganizationCode
            if let repaired = LookAlikeRepair(shape: shape, rule: OrganizationCodeCheck()).repaired(text) {
                return ShapeReading(value: repaired, span: run, score: 3.6, isRepaired: true)
            }
            return ShapeReading(value: text, span: run, score: run.count == 10 ? 3.3 : 1, isValid: false)
        }
        return nil
    }

    func bankCard(_ span: Range<Int>) -> ShapeReading? {
        for run in runs(span, letters: false) where (15...20).contains(run.count) {
            let text = page.plain(run), holds = BankCardCheck().flaw(in: text) == nil
            return ShapeReading(value: text, span: run, score: holds ? 4 : (16...19).contains(run.count) ? 3.4 : 2.6, isValid: holds)
        }
        for run in runs(span, letters: true) where (16...19).contains(run.count) && count(run, { $0.isDigit }) >= run.count - 3 {
            let shape = CodeShape.bankCard(run.count)
            guard let repaired = LookAlikeRepair(shape: shape, rule: BankCardCheck()).repaired(page.plain(run)) else { continue }
            return ShapeReading(value: repaired, span: run, score: 3.6, isRepaired: true)
        }
        return nil
    }

    func phone(_ span: Range<Int>) -> ShapeReading? {
        for run in runs(span, letters: false, joint: Self.hyphen) {
            let text = page.plain(run).filter { $0 != "-" }
            if MobilePhoneCheck().flaw(in: text) == nil { return ShapeReading(value: text, span: run, score: 3.4) }
        }
        for run in runs(span, letters: false, joint: Self.hyphen) where (10...13).contains(run.count) {
            return ShapeReading(value: page.plain(run), span: run, score: 1, isValid: key(run.lowerBound) == 0x30)
        }
        return nil
    }

    /// What the field's own pattern matches.
    func code(_ span: Range<Int>, _ field: FieldType) -> ShapeReading? {
        guard let pattern = field.pattern else { return text(span) }
        var bytes: [UInt8] = [], starts: [Int] = []
        for index in span {
            starts.append(bytes.count)
            if let scalar = Unicode.Scalar(page.glyphs[index].plain) { bytes += Array(String(scalar).utf8) }
        }
        let matched: Range<Int>? = bytes.withUnsafeBufferPointer { buffer in
            guard let first = matcher.firstMatch(of: pattern, in: buffer)?.range, !first.isEmpty else { return nil }
            guard field.repeats else { return first }
            var last = first
            while let next = matcher.firstMatch(of: pattern, in: buffer, from: last.upperBound)?.range, !next.isEmpty { last = next }
            return first.lowerBound..<last.upperBound
        }
        guard let matched else { return nil }
        let start = starts.firstIndex(of: matched.lowerBound) ?? 0
        let end = starts.firstIndex(of: matched.upperBound) ?? starts.count
        let found = span.lowerBound + start..<span.lowerBound + end
        let isWhole = found.count + 2 >= span.count
        // A longer match says more: two digits may be anything.
        let weight: Float = found.count >= 6 ? 3.3 : found.count >= 5 ? 2.6 : found.count >= 3 ? 1.7 : 0.8
        let value = codeValue(found, field)
        guard let check = field.check.flatMap({ name in CheckRules.all.first { $0.name == name } }), !value.contains("*") else {
            return ShapeReading(value: value, span: found, score: isWhole ? weight : weight - 0.4)
        }
        let holds = check.init().flaw(in: value) == nil
        return ShapeReading(value: value, span: found, score: (isWhole ? weight : weight - 0.4) + (holds ? 0.6 : -0.6), isValid: holds)
    }

    private func codeValue(_ span: Range<Int>, _ field: FieldType) -> String {
        let text = page.text(span)
        switch field.name {
        case "reading":
            let plain = page.plain(span), whole = plain.prefix { $0 != "." }.drop { $0 == "0" }
            return (whole.isEmpty ? "0" : whole) + String(plain.drop { $0 != "." })
        case "voltage", "current": return page.plain(span).replacing("x", with: "×").replacing("X", with: "×").replacing("*", with: "×")
        case "constant":
            return page.plain(span).replacing("/kwh", with: "/kWh").replacing("/KWh", with: "/kWh").replacing("/KWH", with: "/kWh")
        default: return text.unicodeScalars.allSatisfy(\.isASCII) ? text : text
        }
    }

    func upperMachineLine(_ span: Range<Int>) -> ShapeReading? {
        guard span.count >= 30, count(span, { $0 == 0x3C }) >= 6, key(span.lowerBound) == 0x70 else { return nil }
        return ShapeReading(value: page.plain(span).uppercased(), span: span, score: 4, isValid: span.count == 44)
    }

    func lowerMachineLine(_ span: Range<Int>) -> ShapeReading? {
        let fillers = count(span) { $0 == 0x3C }
        guard span.count >= 30, span.count <= 50, count(span, { $0.isDigit }) >= 12, fillers >= 1 || span.count >= 42 else { return nil }
        guard count(span, { $0.isHan }) == 0, key(span.lowerBound + 1) != 0x3C else { return nil }
        let printed = page.plain(span).uppercased(), aligned = MachineReadableZone.aligned(printed)
        let holds = MachineReadableZoneCheck().flaw(in: aligned) == nil
        return ShapeReading(value: aligned, span: span, score: 4, isValid: holds, isRepaired: aligned != printed && holds)
    }
}
