extension MachineReadableZone {
    /// What could not be read.
    package enum Flaw: Error, Hashable, Sendable { case upperLine, lowerLine(CheckFlaw), birth, expiry }

    /// Reads two printed lines. The years have two digits: the birth is the latest that is not after `today`, the
    /// expiry the one nearest to it.
    package init(upperLine: some StringProtocol, lowerLine: some StringProtocol, today: CalendarDay) throws(Flaw) {
        let upper = Self.codes(upperLine), lower = Array(Self.aligned(lowerLine).utf8)
        let letters = CodeAlphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ<")
        guard upper.count > 5, upper[0] == UInt8(ascii: "P"), upper.allSatisfy(letters.contains) else { throw .upperLine }
        if let flaw = CodeShape.machineReadableLine.flaw(in: lower) { throw .lowerLine(flaw) }
        guard let birth = Self.day(lower[13..<19], { $0 <= today ? -$0.year : Int.max }) else { throw .birth }
        guard let expiry = Self.day(lower[21..<27], { abs($0.daysSince1970 - today.daysSince1970) }) else { throw .expiry }
        let names = Self.names(upper[5...])
        self.init(
            documentCode: Self.text(upper[..<2]), issuer: Self.text(upper[2..<5]), surname: names.surname, givenNames: names.given,
            number: Self.text(lower[..<9]), nationality: Self.text(lower[10..<13]), birth: birth,
            sex: Sex(printed: Self.text(lower[20..<21])), expiry: expiry, personalNumber: Self.text(lower[28..<42]))
    }

    /// The lower line with as many fillers as it must have: engines miscount them, and read some as K, S, C or E. Only
    /// a line whose optional part is empty can be set right; any other is returned with its spaces removed.
    package static func aligned(_ line: some StringProtocol) -> String {
        let codes = codes(line), filler = MachineReadableZoneCheck.filler
        let whole = String(decoding: codes, as: UTF8.self)
        guard codes.count > 30 else { return whole }
        let tail = codes[28...]
        let digits = tail.reversed().prefix { CodeAlphabet.digits.contains($0) }.reversed()
        let fillers = tail.dropLast(digits.count)
        let misread = CodeAlphabet("<KSCE")
        guard (1...2).contains(digits.count), fillers.allSatisfy(misread.contains),
            fillers.count(where: { $0 == filler }) * 2 > fillers.count
        else { return whole }
        let run = Array(repeating: filler, count: 16 - digits.count)
        return String(decoding: codes[..<28] + run + digits, as: UTF8.self)
    }

    /// Surname and given names; after the given names nothing counts, so fillers read as letters do no harm there.
    private static func names(_ codes: ArraySlice<UInt8>) -> (surname: String, given: String) {
        let line = String(decoding: codes, as: UTF8.self)
        var parts: [[Substring]] = [[]]
        for word in line.split(separator: "<", omittingEmptySubsequences: false) {
            if word.isEmpty { parts.append([]) } else { parts[parts.count - 1].append(word) }
        }
        return (parts[0].joined(separator: " "), parts.count > 1 ? parts[1].joined(separator: " ") : "")
    }

    /// YYMMDD in the century for which `distance` is least; nil if the day exists in none.
    private static func day(_ codes: ArraySlice<UInt8>, _ distance: (CalendarDay) -> Int) -> CalendarDay? {
        guard codes.allSatisfy(CodeAlphabet.digits.contains) else { return nil }
        let number = codes.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        let days = [1900, 2000].compactMap {
            CalendarDay(year: $0 + number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        return days.min { distance($0) < distance($1) }
    }

    private static func text(_ codes: ArraySlice<UInt8>) -> String {
        var codes = codes
        while codes.last == MachineReadableZoneCheck.filler { codes.removeLast() }
        return String(decoding: codes, as: UTF8.self).replacing("<", with: " ")
    }

    /// Capitals without spaces; quotation marks and brackets that engines read for fillers are fillers.
    private static func codes(_ line: some StringProtocol) -> [UInt8] {
        line.unicodeScalars.flatMap { scalar -> [UInt8] in
            switch scalar {
            case "«", "《": [MachineReadableZoneCheck.filler, MachineReadableZoneCheck.filler]
            case "‹", "〈": [MachineReadableZoneCheck.filler]
            default: scalar.properties.isWhitespace ? [] : [CodeShape.capital(scalar)]
            }
        }
    }
}
