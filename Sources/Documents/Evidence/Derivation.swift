internal import PowerDomain

/// Completes a document from what it says elsewhere; what is worked out is marked so.
struct Derivation {
    let definition: DocumentType
    let asOf: CalendarDay

    func complete(_ document: inout Document) {
        fromIdentityNumber(&document)
        fromMachineReadableZone(&document)
        fromAmount(&document)
        document.fields.sort { order($0.name) < order($1.name) }
    }

    private func order(_ name: String) -> Int { definition.fields.firstIndex { $0.name == name } ?? 0 }

    private func add(_ name: String, _ value: String, from source: String, _ document: inout Document) {
        guard definition.field(name) != nil, document.reading(name) == nil else { return }
        var reading = FieldReading(name: name, value: value, raw: "", confidence: 0.8, isValid: true)
        reading.isDerived = true
        reading.evidence = ["worked out from \(source)"]
        document.fields.append(reading)
    }

    /// Birth and sex from an identity number whose check holds.
    private func fromIdentityNumber(_ document: inout Document) {
        guard let id = document.reading("id_no"), id.isValid, id.value.count == 18, let number = CivilNumber(id.value) else { return }
        add("birth_date", number.birth.description, from: "id_no", &document)
        add("sex", number.sex.rawValue, from: "id_no", &document)
    }

    private func fromMachineReadableZone(_ document: inout Document) {
        guard definition.field("mrz2") != nil else { return }
        completeLowerLine(&document)
        if let lower = document.reading("mrz2"), lower.isValid,
            let zone = try? MachineReadableZone(
                upperLine: "P<CHNX<<X" + String(repeating: "<", count: 35), lowerLine: lower.value, today: asOf)
        {
            add("passport_no", zone.number, from: "mrz2", &document)
            add("birth_date", zone.birth.description, from: "mrz2", &document)
            add("valid_to", zone.expiry.description, from: "mrz2", &document)
            add("country_code", zone.issuer, from: "mrz2", &document)
            if let sex = zone.sex { add("sex", sex.rawValue, from: "mrz2", &document) }
        }
        completeUpperLine(&document)
    }

    /// The upper line written anew from the printed name, where engines miscount its fillers or lose letters.
    private func completeUpperLine(_ document: inout Document) {
        if let name = document.value("name_latin"), name.contains(", ") {
            let parts = name.split(separator: ",", maxSplits: 1).map { $0.drop { $0 == " " } }
            let zone = upperLine(surname: String(parts[0]), given: String(parts[1]), country: document.value("country_code") ?? "CHN")
            if let at = document.fields.firstIndex(where: { $0.name == "mrz1" }) {
                if document.fields[at].value != zone {
                    document.fields[at].value = zone; document.fields[at].isRepaired = true; document.fields[at].isValid = true
                }
            } else if document.reading("mrz2") != nil {
                add("mrz1", zone, from: "name_latin", &document)
            }
        } else if let line = document.value("mrz1"), document.reading("name_latin") == nil {
            let names = line.dropFirst(5).split(separator: "<").filter { !$0.isEmpty }
            if names.count >= 2 { add("name_latin", "\(names[0]), \(names[1])", from: "mrz1", &document) }
        }
    }

    private func upperLine(surname: String, given: String, country: String) -> String {
        let letters = { (text: String) in String(text.map { $0 == " " ? "<" : $0 }) }
        let names = letters(surname) + "<<" + letters(given)
        return ("P<" + country + names).padded(to: 44)
    }

    /// The lower line written anew from printed fields, where it was misread and exactly fits but for that.
    private func completeLowerLine(_ document: inout Document) {
        guard let at = document.fields.firstIndex(where: { $0.name == "mrz2" }), !document.fields[at].isValid,
            let number = document.value("passport_no"), let birth = document.value("birth_date").flatMap({ CalendarDay($0) }),
            let expiry = document.value("valid_to").flatMap({ CalendarDay($0) }),
            let sex = document.value("sex").flatMap({ Sex(printed: $0) })
        else { return }
        let zone = MachineReadableZone(
            issuer: "CHN", surname: "X", givenNames: "X", number: number, nationality: "CHN", birth: birth, sex: sex, expiry: expiry)
        let written = zone.lowerLine, printed = document.fields[at].value
        // An empty optional part has the digit 0 or none: as it was printed.
        let tail = printed.reversed().prefix { $0.isNumber }.reversed()
        guard printed.prefix(10).filter({ $0 != "<" }).count >= 8, let last = written.last, tail.last == last || tail.isEmpty else {
            return
        }
        let line = tail.count >= 2 && tail.dropLast().last == "0" ? written.dropLast(2) + "0" + String(last) : Substring(written)
        document.fields[at].value = String(line)
        document.fields[at].isRepaired = true
        document.fields[at].isValid = true
    }

    /// Capital numerals that a character was misread in are proved by the figures, and the other way round.
    private func fromAmount(_ document: inout Document) {
        guard definition.field("amount_cn") != nil else { return }
        let figures = document.value("amount").flatMap { PrintedAmount($0)?.fen }
        if let at = document.fields.firstIndex(where: { $0.name == "amount_cn" }), ChineseAmount(document.fields[at].value) == nil,
            let figures,
            let written = ChineseAmount(fen: figures)?.written
        {
            let printed = Array(document.fields[at].value.filter { $0 != "整" && $0 != "正" }), right = Array(written.filter { $0 != "整" })
            if printed.count == right.count, zip(printed, right).filter({ $0 != $1 }).count <= 2 {
                document.fields[at].value = document.fields[at].value.hasSuffix("正") ? String(right) + "正" : written
                document.fields[at].isRepaired = true
                document.fields[at].isValid = true
            }
        }
        if figures == nil, let words = document.value("amount_cn").flatMap({ ChineseAmount($0) }) {
            let fen = words.fen, cents = fen % 100
            add("amount", "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)", from: "amount_cn", &document)
        }
    }
}

extension String {
    fileprivate func padded(to count: Int) -> String {
        self.count >= count ? String(prefix(count)) : self + String(repeating: "<", count: count - self.count)
    }
}
